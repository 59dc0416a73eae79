package org.zonewright.report.assurance;

import java.util.List;
import java.util.Optional;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// One threat to one place, before and after its countermeasures.
///
/// `after` is empty where the residual risk was not estimated. `level` is what it asks for, in the entries
/// `stoppedBy`. `accepted` is who answers for what remains and until when, in words; the name is personal.
public record RiskScenario(
        String id,
        String name,
        PlaceName place,
        RiskGrid.Spot before,
        Optional<RiskGrid.Spot> after,
        Optional<SecurityLevel> level,
        List<FoundationalRequirement> stoppedBy,
        Optional<Accepted> accepted) {

    public RiskScenario {
        stoppedBy = List.copyOf(stoppedBy);
    }

    /// Who accepted the residual risk; `until` is a day or empty.
    public record Accepted(String by, String until) {}
}
