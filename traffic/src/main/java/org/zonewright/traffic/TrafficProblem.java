package org.zonewright.traffic;

import org.zonewright.base.ProblemKind;
import org.zonewright.base.Severity;

/// What can be wrong with traffic that was read.
public enum TrafficProblem implements ProblemKind {
    /// The interface's link type is not read; its frames are counted only.
    UNSUPPORTED_LINK_TYPE("traffic.unsupported-link-type", Severity.WARNING),
    /// Messages break the rules of their protocol.
    MALFORMED_MESSAGE("traffic.malformed-message", Severity.INFO),
    /// A bound was reached; something was counted but not kept.
    BOUND_REACHED("traffic.bound-reached", Severity.WARNING),
    /// What must stay in memory has reached its bound; new conversations were left out from there on.
    MEMORY_FULL("traffic.memory-full", Severity.ERROR);

    private final String id;
    private final Severity severity;

    TrafficProblem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }
}
