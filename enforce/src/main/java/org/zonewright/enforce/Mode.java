package org.zonewright.enforce;

import java.util.Locale;

/// What becomes of traffic that no flow approves.
public enum Mode {
    /// It is counted and logged, and goes on.
    OBSERVE,
    /// It is counted, logged and dropped.
    DROP;

    /// The word on the command line and in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
