package org.zonewright.cli;

import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.memory.BudgetSpent;
import org.zonewright.facts.memory.SpillFailure;

/// Tells failures for want of memory, or of room to spill, from the product's own.
final class MemoryFailure {
    private static final int MOST_CAUSES = 16;
    private static final long MEGABYTE = 1 << 20;

    private MemoryFailure() {}

    /// The problem, if that is what a failure comes from.
    static Optional<Problem> problem(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SpillFailure spill) {
                return Optional.of(
                        Problem.of(CliProblem.SPILL_FAILED, new SourceRef.InFile(spill.folder()), spill.reason()));
            }
            if (cause instanceof OutOfMemoryError || cause instanceof BudgetSpent) {
                return Optional.of(Problem.of(
                        CliProblem.MEMORY_EXHAUSTED,
                        new SourceRef.OnCommandLine("--memory"),
                        Runtime.getRuntime().maxMemory() / MEGABYTE));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
