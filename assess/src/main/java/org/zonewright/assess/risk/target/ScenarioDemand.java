package org.zonewright.assess.risk.target;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.plant.risk.TargetMethod;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// What one scenario asks of the zone or conduit it is about: a level for each foundational requirement that would
/// stop it, none where the method could not say. `reduceByOtherMeans`: even SL 4 does not make up for the risk.
/// `reason` holds the method's formula, its inputs and who estimated.
public record ScenarioDemand(
        ScenarioId scenario,
        Subject subject,
        TargetMethod method,
        Map<FoundationalRequirement, SecurityLevel> levels,
        boolean reduceByOtherMeans,
        List<RequirementDemand> requirements,
        Reason reason) {
    public ScenarioDemand {
        EnumMap<FoundationalRequirement, SecurityLevel> ordered = new EnumMap<>(FoundationalRequirement.class);
        ordered.putAll(levels);
        levels = Collections.unmodifiableMap(ordered);
        requirements = List.copyOf(requirements);
    }
}
