package org.zonewright.assess.enforcement;

import java.util.List;
import org.zonewright.facts.policy.RuleNote;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.plant.id.AssetId;

/// What is to be noted of the rules of an asset that enforces conduits. `complete` is false where its rules are too
/// many
/// and too different to be compared with each other.
public record DeviceNotes(AssetId device, Ruleset rules, List<RuleNote> notes, boolean complete) {
    public DeviceNotes {
        notes = List.copyOf(notes);
    }
}
