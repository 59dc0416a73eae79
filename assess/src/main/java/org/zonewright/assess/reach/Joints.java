package org.zonewright.assess.reach;

import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.ZoneId;

/// Which conduit leads from one zone to another, in the direction that data may take. A hardwired conduit carries
/// signals and no data, so it leads nowhere.
final class Joints {
    private final Nodes nodes;
    private final LongIntMap conduits;

    Joints(Nodes nodes, Plant plant) {
        this.nodes = nodes;
        conduits = new LongIntMap(plant.conduits().size() * 2);
        int ordinal = 0;
        for (Conduit conduit : plant.conduits()) {
            if (conduit.kind() != ConduitKind.HARDWIRED) {
                for (ZoneId from : conduit.between()) {
                    for (ZoneId to : conduit.between()) {
                        put(conduit, nodes.zone(from), nodes.zone(to), ordinal);
                    }
                }
            }
            ordinal++;
        }
    }

    private void put(Conduit conduit, int from, int to, int ordinal) {
        boolean along =
                conduit.oneWayTo().map(nodes::zone).filter(only -> only != to).isEmpty();
        if (from >= 0 && to >= 0 && from != to && along) {
            long key = LongIntMap.key(from, to);
            if (conduits.get(key, Rows.NONE) == Rows.NONE) {
                conduits.put(key, ordinal);
            }
        }
    }

    /// The ordinal of the first conduit that leads from one zone, or one that contains it, to the other; [Rows#NONE]
    /// for none. Zones are numbers; nowhere and the outside are joined by no conduit.
    int between(int from, int to) {
        if (from < 0 || to < 0 || from >= nodes.zones || to >= nodes.zones) {
            return Rows.NONE;
        }
        int best = Rows.NONE;
        int outerFrom = from;
        for (int i = 0; outerFrom >= 0 && i <= nodes.zones; i++) {
            int outerTo = to;
            for (int k = 0; outerTo >= 0 && k <= nodes.zones; k++) {
                int found = conduits.get(LongIntMap.key(outerFrom, outerTo), Rows.NONE);
                if (found != Rows.NONE && (best == Rows.NONE || found < best)) {
                    best = found;
                }
                outerTo = nodes.parent[outerTo];
            }
            outerFrom = nodes.parent[outerFrom];
        }
        return best;
    }
}
