package org.zonewright.assess.risk.hazard;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.HazardId;
import org.zonewright.plant.risk.LevelRange;

/// What the review says of one row. `open` are the causes and safeguards to ask about; `byConsequence` the level
/// where no safeguard that cannot be hacked is added, by the method consequence; `reason` ends with the
/// recommendation.
public record HazardOutcome(
        HazardId hazard,
        String consequence,
        Hackable hackable,
        List<String> open,
        Optional<LevelRange> byConsequence,
        Reason reason) {
    public HazardOutcome {
        open = List.copyOf(open);
    }
}
