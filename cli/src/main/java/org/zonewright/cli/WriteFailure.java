package org.zonewright.cli;

import java.io.IOException;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;

/// A result could not be written: carried to the edge, where it becomes a problem and exit code 2.
final class WriteFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SourceRef where;

    WriteFailure(SourceRef where, IOException cause) {
        super(cause);
        this.where = where;
    }

    /// True if whoever read the output stopped reading.
    boolean isClosedPipe() {
        Throwable cause = getCause();
        return cause != null && String.valueOf(cause.getMessage()).contains("Broken pipe");
    }

    Problem problem() {
        Throwable cause = getCause();
        String said = cause == null || cause.getMessage() == null ? "unknown cause" : cause.getMessage();
        return Problem.of(CliProblem.WRITE_FAILED, where, said);
    }
}
