package org.zonewright.assess.risk.target;

import java.util.List;
import org.zonewright.standard.RequirementId.SystemId;
import org.zonewright.standard.SecurityLevel;

/// What the attacker-profile method asks of one requirement of IEC 62443-3-3. `techniques` are those of the scenario
/// that a mitigation behind the requirement hinders, sorted; none means that the zone's baseline was taken.
/// `published` is false where only links of our own lead from the requirement to a mitigation.
public record RequirementDemand(SystemId requirement, SecurityLevel level, List<String> techniques, boolean published) {
    public RequirementDemand {
        techniques = List.copyOf(techniques);
    }
}
