package org.zonewright.assess.enforcement;

import java.util.List;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.AssetId;

/// What one asset does with a crossing. `rules` are those that decide it, where they were asked for; `missing` says
/// what would have to be known.
public record DeviceAnswer(AssetId device, Crossing.Verdict verdict, List<RuleRef> rules, List<Reason> missing) {
    public DeviceAnswer {
        rules = List.copyOf(rules);
        missing = List.copyOf(missing);
    }
}
