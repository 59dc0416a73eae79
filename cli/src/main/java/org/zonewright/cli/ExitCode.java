package org.zonewright.cli;

/// What a command's exit code tells a script.
enum ExitCode {
    CLEAN(0),
    /// Findings that are new, or whose acceptance expired.
    FINDINGS(1),
    /// Nothing usable was read, a result could not be written, or the command line is wrong.
    FAILED(2);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
