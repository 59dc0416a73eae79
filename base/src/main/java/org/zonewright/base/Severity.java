package org.zonewright.base;

/// How much a [Problem] takes away from the result, from least to most.
public enum Severity {
    /// Worth knowing; the result is complete.
    INFO,
    /// Something was left out or guessed; the rest of the result holds.
    WARNING,
    /// An input, or part of one, could not be used.
    ERROR;

    /// The word that reports and JSON carry, in lower case.
    public String id() {
        return switch (this) {
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }
}
