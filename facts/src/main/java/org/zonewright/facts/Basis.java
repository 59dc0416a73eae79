package org.zonewright.facts;

import java.util.Locale;

/// Where a fact comes from. A document is never an observation.
public enum Basis {
    /// Seen on the wire.
    OBSERVED,
    /// Written down by people or engineering tools.
    DOCUMENTED,
    /// Found in a device's configuration.
    CONFIGURED;

    private final String id =
            name().toLowerCase(Locale.ROOT).replace('_', '-'); // asked for with every fact and conversation

    /// The word in JSON and documents: lower case, words joined by hyphens.
    public String id() {
        return id;
    }
}
