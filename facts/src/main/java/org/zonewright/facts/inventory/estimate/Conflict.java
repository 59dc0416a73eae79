package org.zonewright.facts.inventory.estimate;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;

/// One attribute of one device with several values of equal standing: one fact for each, in the order in which they
/// are shown.
public record Conflict(Attribute attribute, List<IdentityFact> facts) {
    public Conflict {
        facts = List.copyOf(facts);
    }

    public List<String> values() {
        return facts.stream().map(IdentityFact::value).toList();
    }
}
