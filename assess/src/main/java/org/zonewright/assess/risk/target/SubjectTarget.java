package org.zonewright.assess.risk.target;

import java.util.List;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;

/// SL-T of one zone or conduit.
///
/// `vector` is the target; `asked` what the risk, the baseline and the rest ask for before anything was lowered or
/// set by a person. `stated`: the document holds the target. `entries` are seven, in the standard's order.
public record SubjectTarget(
        Subject subject,
        String name,
        boolean stated,
        LevelVector vector,
        LevelVector asked,
        List<TargetEntry> entries,
        List<LoweredEntry> lowered,
        Reason reason) {
    public SubjectTarget {
        entries = List.copyOf(entries);
        lowered = List.copyOf(lowered);
    }

    public TargetEntry at(FoundationalRequirement requirement) {
        return entries.get(requirement.number() - 1);
    }
}
