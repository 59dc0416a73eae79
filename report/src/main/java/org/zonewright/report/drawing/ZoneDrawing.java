package org.zonewright.report.drawing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything the zone-and-conduit drawing shows. Zones and conduits are drawn in the order given.
///
/// `suc` is the name of the System under Consideration, whose perimeter encloses the zones that are in it. `notes`
/// are sentences for the sheet (*candidate partitioning, input to ZCR 3.1*). Ids are unique, parents and ends exist.
public record ZoneDrawing(
        TitleBlock block, String suc, List<ZoneBox> zones, List<ConduitLine> conduits, List<String> notes) {

    public ZoneDrawing {
        zones = List.copyOf(zones);
        conduits = List.copyOf(conduits);
        notes = List.copyOf(notes);
        Map<String, ZoneBox> byId = new HashMap<>();
        for (ZoneBox zone : zones) {
            if (byId.put(zone.id(), zone) != null) {
                throw new IllegalArgumentException("two zones have the id " + zone.id());
            }
        }
        for (ZoneBox zone : zones) {
            requireTree(zone, byId);
        }
        for (ConduitLine conduit : conduits) {
            if (!byId.containsKey(conduit.from()) || !byId.containsKey(conduit.to())) {
                throw new IllegalArgumentException("conduit " + conduit.id() + " ends in a zone that is not drawn");
            }
        }
    }

    private static void requireTree(ZoneBox zone, Map<String, ZoneBox> byId) {
        Set<String> seen = new HashSet<>();
        Optional<String> parent = Optional.of(zone.id());
        while (parent.isPresent()) {
            ZoneBox above = byId.get(parent.get());
            if (above == null) {
                throw new IllegalArgumentException("zone " + zone.id() + " stands in a zone that is not drawn");
            }
            if (!seen.add(above.id())) {
                throw new IllegalArgumentException("zone " + zone.id() + " stands in itself");
            }
            parent = above.parent();
        }
    }
}
