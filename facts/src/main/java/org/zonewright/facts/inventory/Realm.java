package org.zonewright.facts.inventory;

import java.util.List;
import org.zonewright.base.Reason;
import org.zonewright.facts.VantagePoint;

/// A network in which an address is unambiguous: one or more vantage points, joined or kept apart for the given
/// reason. `id` is stable for the same facts and rules.
public record Realm(String id, List<VantagePoint> seenFrom, Reason reason) {
    public Realm {
        seenFrom = seenFrom.stream().sorted().toList();
    }
}
