package org.zonewright.assess.partition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Asset;

/// Finds the assets that stand between zones because they have addresses in several networks, and gives each to one
/// conduit: the first that it carries. Other conduits that it carries name it as what enforces them.
///
/// The way from one zone to another leads from network to network by such assets, through networks that are no zone
/// (between two routers) but not through a third zone; the shortest is taken. Mutable while conduits are proposed, in
/// their order.
final class Routers {
    /// What stands between two zones.
    record Between(List<String> members, List<String> enforcers, List<Reason> reasons) {}

    private final Segments segments;
    private final Set<String> ofZones;
    private final Set<String> given = new HashSet<>();

    Routers(Segments segments, List<ProposedZone> zones) {
        this.segments = segments;
        ofZones = zones.stream().flatMap(zone -> keys(zone).stream()).collect(Collectors.toSet());
    }

    private static List<String> keys(ProposedZone zone) {
        return zone.cidrs().stream().map(cidr -> zone.realm() + " " + cidr).toList();
    }

    Between between(ProposedZone one, ProposedZone other) {
        List<String> members = new ArrayList<>();
        List<String> enforcers = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (Asset border : way(keys(one), Set.copyOf(keys(other)))) {
            if (given.add(border.id())) {
                members.add(border.id());
            }
            enforcers.add(border.id());
            reasons.add(new Reason(
                    Text.of("partition.conduit.router", border.label(), one.id(), other.id()),
                    List.of(),
                    border.merges()));
        }
        return new Between(members, enforcers, reasons);
    }

    private List<Asset> way(List<String> from, Set<String> to) {
        Map<String, Asset> cameBy = new HashMap<>();
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(from);
        Set<String> seen = new HashSet<>(from);
        while (!next.isEmpty()) {
            String here = next.remove();
            for (Asset border : segments.borders()) {
                List<String> legs = segments.keysOf(border);
                if (legs.contains(here)) {
                    for (String there : legs) {
                        if (seen.add(there)) {
                            cameBy.put(there, border);
                            cameFrom.put(there, here);
                            if (to.contains(there)) {
                                return back(there, cameBy, cameFrom);
                            }
                            if (!ofZones.contains(there)) {
                                next.add(there);
                            }
                        }
                    }
                }
            }
        }
        return List.of();
    }

    private static List<Asset> back(String goal, Map<String, Asset> cameBy, Map<String, String> cameFrom) {
        Deque<Asset> way = new ArrayDeque<>();
        String at = goal;
        Asset by = cameBy.get(at);
        while (by != null) {
            way.push(by);
            at = cameFrom.getOrDefault(at, "");
            by = cameBy.get(at);
        }
        return List.copyOf(way);
    }

    /// Those that no conduit took.
    List<Asset> left() {
        return segments.borders().stream()
                .filter(asset -> !given.contains(asset.id()))
                .toList();
    }
}
