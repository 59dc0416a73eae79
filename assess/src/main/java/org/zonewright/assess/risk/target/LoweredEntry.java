package org.zonewright.assess.risk.target;

import java.util.List;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// An entry that stays below what is asked for: from which level to which, what makes up for it, and the zones and
/// conduits that take over the requirement.
public record LoweredEntry(
        FoundationalRequirement requirement,
        SecurityLevel asked,
        SecurityLevel to,
        List<MeasureId> compensatedBy,
        List<Subject> inheritedBy,
        Reason reason) {
    public LoweredEntry {
        compensatedBy = List.copyOf(compensatedBy);
        inheritedBy = List.copyOf(inheritedBy);
    }
}
