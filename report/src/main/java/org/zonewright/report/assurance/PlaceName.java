package org.zonewright.report.assurance;

/// A zone or conduit by id and name; `name` is the id where nobody gave it one.
public record PlaceName(Kind kind, String id, String name) {
    /// What a place is.
    public enum Kind {
        ZONE,
        CONDUIT
    }
}
