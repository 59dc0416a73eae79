package org.zonewright.facts.policy;

import org.zonewright.base.SourceRef;

/// A line of a configuration that was not understood. `decides` where it could change what gets through: then no answer
/// of the whole configuration is certain.
public record Unread(SourceRef at, String text, boolean decides) {}
