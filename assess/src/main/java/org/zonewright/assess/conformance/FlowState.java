package org.zonewright.assess.conformance;

import java.util.Locale;

/// How an approved flow and the traffic fit together.
public enum FlowState {
    /// Seen, within its approval.
    IN_ORDER,
    /// Seen, with functions that it is not approved for.
    FUNCTION_NOT_ALLOWED,
    /// Seen after its approval ended.
    APPROVAL_EXPIRED,
    /// Asked for, and never answered.
    ATTEMPTED,
    /// Not seen in this window, from these points.
    NOT_OBSERVED,
    /// No capture can show it: the conduit is no network.
    NOT_OBSERVABLE;

    /// The word in JSON and reports.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
