package org.zonewright.traffic.capture;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bytes cannot go on, for a reason that is the input's and has a name: a damaged compression, a limit reached.
final class SourceFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final CaptureProblem problem;
    private final transient List<Object> arguments;

    SourceFailure(CaptureProblem problem, @Nullable Throwable cause, Object... arguments) {
        super(problem.id(), cause);
        this.problem = problem;
        this.arguments = List.of(arguments);
    }

    CaptureProblem problem() {
        return problem;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
