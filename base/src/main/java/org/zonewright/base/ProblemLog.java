package org.zonewright.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects problems while something is read, at most `limit` of a kind; what is beyond is counted, so hostile input
/// cannot fill the memory and nothing goes unsaid. Mutable; one thread.
public final class ProblemLog {
    private static final int DEFAULT_LIMIT = 50;

    private final int limit;
    private final List<Problem> kept = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    public ProblemLog() {
        this(DEFAULT_LIMIT);
    }

    public ProblemLog(int limit) {
        this.limit = limit;
    }

    public void add(Problem problem) {
        int count = counts.merge(problem.kind().id(), 1, Integer::sum);
        if (count <= limit) {
            kept.add(problem);
        }
    }

    /// A log of its own that holds the same, counts included.
    public ProblemLog copy() {
        ProblemLog copy = new ProblemLog(limit);
        copy.kept.addAll(kept);
        copy.counts.putAll(counts);
        return copy;
    }

    public void addAll(Iterable<Problem> problems) {
        problems.forEach(this::add);
    }

    public void report(ProblemKind kind, SourceRef where, Object... arguments) {
        add(Problem.of(kind, where, arguments));
    }

    /// The problems kept, in the order they came.
    public List<Problem> problems() {
        return List.copyOf(kept);
    }

    /// How many problems of each kind came, by the kind's id, including those not kept.
    public Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /// How many came beyond the limit and are not in [#problems()].
    public int dropped() {
        return counts.values().stream()
                .mapToInt(count -> Math.max(0, count - limit))
                .sum();
    }

    public boolean hasErrors() {
        return kept.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
