package org.zonewright.facts.memory;

import java.io.IOException;

/// The temporary file cannot take or give back a page: a full disk, a folder that may not be written to. Carried to
/// the edge, where it becomes a problem.
public final class SpillFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String folder;

    SpillFailure(String folder, IOException cause) {
        super(cause);
        this.folder = folder;
    }

    /// The folder that the file was to be in.
    public String folder() {
        return folder;
    }

    /// What the system said.
    public String reason() {
        Throwable cause = getCause();
        return cause == null || cause.getMessage() == null ? "unknown cause" : cause.getMessage();
    }
}
