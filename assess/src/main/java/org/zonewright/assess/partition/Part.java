package org.zonewright.assess.partition;

import java.util.List;
import org.zonewright.base.Reason;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.plant.Traits;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.standard.RequirementId;

/// A zone in the making, before it has a name: the segments it is made of and, if it is carved out of one, only some
/// of their assets. `cut` says by which cut: `segment` for none, `business`, `safety`, `temporary`, `wireless`,
/// `external`, `cell`.
record Part(
        String cut,
        List<Segment> segments,
        List<Asset> assets,
        ZoneFunction function,
        Traits traits,
        List<RequirementId> rules,
        Reason reason) {
    Part {
        segments = List.copyOf(segments);
        assets = List.copyOf(assets);
        rules = List.copyOf(rules);
    }

    /// True if today's network does not part it from the rest of its segment.
    boolean isCarved() {
        return !cut.equals("segment") && !cut.equals("external");
    }

    Segment segment() {
        return segments.getFirst();
    }

    Part withAssets(List<Asset> changed) {
        return new Part(cut, segments, changed, function, traits, rules, reason);
    }
}
