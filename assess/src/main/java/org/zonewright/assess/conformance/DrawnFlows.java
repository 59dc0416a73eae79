package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.enforcement.Party;
import org.zonewright.assess.enforcement.Use;
import org.zonewright.facts.policy.Service;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// The flows of a document as uses of a firewall, found by the zones between which they go.
final class DrawnFlows {
    private record Zones(ZoneId from, ZoneId to) {}

    private record Drawn(Conduit conduit, Use use) {}

    private final ZoneLookup zones;
    private final Map<Zones, List<Drawn>> placed = new HashMap<>();

    /// Flows of which an end is anywhere.
    private final List<Drawn> anywhere = new ArrayList<>();

    DrawnFlows(Plant plant, ZoneLookup zones) {
        this.zones = zones;
        for (Conduit conduit : plant.conduits()) {
            for (Flow flow : conduit.flows()) {
                Services.of(flow).ifPresent(services -> add(new Drawn(conduit, use(conduit, flow, services))));
            }
        }
    }

    private void add(Drawn drawn) {
        Optional<ZoneId> from = drawn.use().from().zone();
        Optional<ZoneId> to = drawn.use().to().zone();
        if (from.isEmpty() || to.isEmpty()) {
            anywhere.add(drawn);
            return;
        }
        for (ZoneId one : zones.withParents(from.get())) {
            for (ZoneId other : zones.withParents(to.get())) {
                placed.computeIfAbsent(new Zones(one, other), any -> new ArrayList<>())
                        .add(drawn);
            }
        }
    }

    /// The flow, with the sides of the conduit on which its ends stand.
    Use use(Conduit conduit, Flow flow, List<Service> services) {
        return new Use(party(conduit, flow.from(), flow.to()), party(conduit, flow.to(), flow.from()), services);
    }

    private Party party(Conduit conduit, Endpoint endpoint, Endpoint other) {
        Optional<ZoneId> zone = zoneOf(endpoint).or(() -> side(conduit, other));
        return new Party.Documented(endpoint, zone);
    }

    private Optional<ZoneId> zoneOf(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.OfZone(ZoneId zone) -> Optional.of(zone);
            case Endpoint.OfAsset(AssetId asset) -> zones.placeOf(asset).flatMap(Place::inZone);
            case Endpoint.OfAddress _, Endpoint.OfNetwork _, Endpoint.OfHardware _, Endpoint.Any _ -> Optional.empty();
        };
    }

    /// The side of the conduit on which the other end does not stand.
    private Optional<ZoneId> side(Conduit conduit, Endpoint other) {
        Optional<ZoneId> there = zoneOf(other);
        List<ZoneId> left = conduit.between().stream()
                .filter(zone ->
                        there.filter(at -> zones.withParents(at).contains(zone)).isEmpty())
                .toList();
        return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }

    /// The flows from one zone, or what lies in or around it, to the other, in the document's order for equal places.
    List<Use> between(ZoneId from, ZoneId to) {
        List<Use> found = new ArrayList<>();
        for (ZoneId one : zones.withParents(from).stream().sorted().toList()) {
            for (ZoneId other : zones.withParents(to).stream().sorted().toList()) {
                for (Drawn drawn : placed.getOrDefault(new Zones(one, other), List.of())) {
                    if (isAt(drawn.use().from(), from, drawn)
                            && isAt(drawn.use().to(), to, drawn)) {
                        found.add(drawn.use());
                    }
                }
            }
        }
        for (Drawn drawn : anywhere) {
            if (isAt(drawn.use().from(), from, drawn) && isAt(drawn.use().to(), to, drawn)) {
                found.add(drawn.use());
            }
        }
        return found.stream().distinct().toList();
    }

    /// True if the end stands in the zone, or the zone in what the end means.
    private boolean isAt(Party party, ZoneId zone, Drawn drawn) {
        return party.zone()
                .map(there -> zones.withParents(there).contains(zone)
                        || zones.withParents(zone).contains(there))
                .orElseGet(() -> zones.withParents(zone).stream()
                        .anyMatch(drawn.conduit().between()::contains));
    }
}
