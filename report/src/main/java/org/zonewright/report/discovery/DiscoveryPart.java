package org.zonewright.report.discovery;

/// A part of a discovery that is a table of its own.
public enum DiscoveryPart {
    ASSETS,
    /// Devices behind assets, a row each.
    CHILDREN,
    CONVERSATIONS,
    /// Which requests were made in which conversation, a row each.
    FUNCTIONS,
    CAPTURES,
    PROBLEMS
}
