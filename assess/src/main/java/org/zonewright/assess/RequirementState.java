package org.zonewright.assess;

import java.util.Locale;

/// How a requirement stands at an asset, a zone or a conduit. What holds lets a level through, what does not hold caps
/// it; no evidence is not the same as not met and is shown apart.
public enum RequirementState {
    /// Evidence that is valid now says so.
    MET(true),
    /// Held by something else at this place, with evidence of its own.
    COMPENSATED(true),
    /// Held by a provider, with the provider's evidence.
    INHERITED(true),
    /// The catalogue says conditional, and the condition is not given here.
    NOT_APPLICABLE(true),
    /// In part: as good as not met for a level.
    PARTIAL(false),
    NOT_MET(false),
    /// The network showed the opposite of what evidence says.
    CONTRADICTED(false),
    /// Nobody looked, or what was found has expired.
    NO_EVIDENCE(false);

    private final boolean holds;

    RequirementState(boolean holds) {
        this.holds = holds;
    }

    /// True if a level is not capped by it.
    public boolean holds() {
        return holds;
    }

    /// True if it was found wanting; false for what holds and for what nobody looked at.
    public boolean failed() {
        return !holds && this != NO_EVIDENCE;
    }

    /// The word in JSON and reports.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
