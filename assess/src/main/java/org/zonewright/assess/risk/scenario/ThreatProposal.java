package org.zonewright.assess.risk.scenario;

import java.util.List;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// A threat that an assessor of this zone or conduit should look at. `startLevel` is the highest of its sources',
/// where SL-T work may begin; `taken`: a scenario here names the category already.
public record ThreatProposal(
        Subject subject,
        String category,
        String name,
        List<FoundationalRequirement> stoppedBy,
        List<String> techniques,
        List<String> sources,
        SecurityLevel startLevel,
        boolean taken,
        Reason reason) {
    public ThreatProposal {
        stoppedBy = List.copyOf(stoppedBy);
        techniques = List.copyOf(techniques);
        sources = List.copyOf(sources);
    }
}
