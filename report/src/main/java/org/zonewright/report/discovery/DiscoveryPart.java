package org.zonewright.report.discovery;

/// A part of a discovery that is a table of its own.
public enum DiscoveryPart {
    ASSETS,
    CONVERSATIONS,
    /// Which requests were made in which conversation, a row each.
    FUNCTIONS,
    CAPTURES,
    PROBLEMS
}
