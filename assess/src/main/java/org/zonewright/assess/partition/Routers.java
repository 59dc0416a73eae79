package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Asset;

/// Gives each asset that stands in several networks to one conduit: the first that joins two of them. Other conduits
/// between its networks name it as what enforces them. Mutable while conduits are proposed, in their order.
final class Routers {
    /// What stands between two zones.
    record Between(List<String> members, List<String> enforcers, List<Reason> reasons) {}

    private final List<Asset> borders;
    private final Set<String> given = new HashSet<>();

    Routers(List<Asset> borders) {
        this.borders = borders;
    }

    Between between(ProposedZone one, ProposedZone other, Segments segments) {
        List<String> members = new ArrayList<>();
        List<String> enforcers = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (Asset border : borders) {
            List<String> keys = segments.keysOf(border);
            if (standsIn(keys, one) && standsIn(keys, other)) {
                if (given.add(border.id())) {
                    members.add(border.id());
                }
                enforcers.add(border.id());
                reasons.add(new Reason(
                        Text.of("partition.conduit.router", border.label(), one.id(), other.id()),
                        List.of(),
                        border.merges()));
            }
        }
        return new Between(members, enforcers, reasons);
    }

    private static boolean standsIn(List<String> keys, ProposedZone zone) {
        return zone.cidrs().stream().anyMatch(cidr -> keys.contains(zone.realm() + " " + cidr));
    }

    /// Those that no conduit took.
    List<Asset> left() {
        return borders.stream().filter(asset -> !given.contains(asset.id())).toList();
    }
}
