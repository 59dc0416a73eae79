package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// The conduits of a drawing by what they join.
final class ConduitIndex {
    private record Numbered(int order, Conduit conduit) {}

    private final ZoneLookup zones;
    private final Map<ZoneId, List<Numbered>> byZone = new HashMap<>();
    private final Map<ConduitId, Numbered> byId = new HashMap<>();

    ConduitIndex(Plant plant, ZoneLookup zones) {
        this.zones = zones;
        for (Conduit conduit : plant.conduits()) {
            Numbered one = new Numbered(byId.size(), conduit);
            byId.put(conduit.id(), one);
            conduit.between().forEach(zone -> byZone.computeIfAbsent(zone, any -> new ArrayList<>())
                    .add(one));
        }
    }

    /// The conduits that join both places, in the document's order.
    Stream<Conduit> joining(Place from, Place to) {
        return at(from).filter(one -> touches(one.conduit(), to))
                .distinct()
                .sorted(Comparator.comparingInt(Numbered::order))
                .map(Numbered::conduit);
    }

    private Stream<Numbered> at(Place place) {
        return switch (place) {
            case Place.InZone(ZoneId zone) ->
                zones.withParents(zone).stream().flatMap(one -> byZone.getOrDefault(one, List.of()).stream());
            case Place.InConduit(ConduitId id) -> Stream.ofNullable(byId.get(id));
            case Place.Undrawn() -> Stream.empty();
        };
    }

    private boolean touches(Conduit conduit, Place place) {
        return switch (place) {
            case Place.InZone(ZoneId zone) -> {
                Collection<ZoneId> around = zones.withParents(zone);
                yield conduit.between().stream().anyMatch(around::contains);
            }
            case Place.InConduit(ConduitId id) -> conduit.id().equals(id);
            case Place.Undrawn() -> false;
        };
    }
}
