package org.zonewright.assess.levels;

import java.util.List;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.standard.RequirementId;

/// A zone or conduit leans on somebody outside the SUC: it belongs to its assumptions and external dependencies (ZCR
/// 6.4 n). `requirements` are those that count as inherited by it now.
public record Assumption(Subject place, String provider, EvidenceId evidence, List<RequirementId> requirements) {
    public Assumption {
        requirements = List.copyOf(requirements);
    }
}
