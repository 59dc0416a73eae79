package org.zonewright.assess.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.standard.RequirementId;

/// How one requirement stands at one place on one day.
///
/// `maturity` is 1 to 4, empty where nothing that counts gives one. `until` is the last day on which the state holds
/// if nothing else comes; empty for what does not expire. `evidence` are the ids of what decided, sorted.
/// `grounds` say why.
public record Standing(
        RequirementId requirement,
        Subject at,
        RequirementState state,
        Optional<Integer> maturity,
        Optional<LocalDate> until,
        List<String> evidence,
        Grounds grounds) {
    public Standing {
        evidence = List.copyOf(evidence);
    }

    /// True if something that counts was found, one way or the other.
    public boolean hasEvidence() {
        return state != RequirementState.NO_EVIDENCE;
    }

    /// Why it stands so; built anew each time.
    public Reason reason() {
        return grounds.reason();
    }
}
