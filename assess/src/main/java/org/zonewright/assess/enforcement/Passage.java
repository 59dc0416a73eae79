package org.zonewright.assess.enforcement;

import java.util.List;
import org.zonewright.facts.policy.Box;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// What one asset of a conduit surely lets through from one of its zones to another. `boxes` do not overlap and are
/// the first ones where `complete` is false; `rules` are those that let a part of it through.
public record Passage(
        ConduitId conduit,
        AssetId device,
        ZoneId from,
        ZoneId to,
        List<Box> boxes,
        boolean complete,
        List<RuleRef> rules) {
    public Passage {
        boxes = List.copyOf(boxes);
        rules = List.copyOf(rules);
    }
}
