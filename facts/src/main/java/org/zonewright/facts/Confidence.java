package org.zonewright.facts;

import java.util.Locale;

/// How far one value of one fact can be relied on, before it is weighed against others.
public enum Confidence {
    /// A guess from circumstance, such as a port number.
    LOW,
    /// Said by someone else about the station, or inferred from behaviour.
    MEDIUM,
    /// Said by the station itself in a field meant for it.
    HIGH;

    private final String id =
            name().toLowerCase(Locale.ROOT).replace('_', '-'); // asked for with every fact and conversation

    /// The word in JSON and documents: lower case, words joined by hyphens.
    public String id() {
        return id;
    }
}
