package org.zonewright.assess.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.ZoneId;

/// What was seen, sorted for truth tables: by the flow that covers it, and what none covers by conduit and by zones.
final class TruthTraffic {
    private record Zones(ZoneId from, ZoneId to) {}

    private final ConduitIndex conduits;
    private final ZoneLookup zones;
    private final Map<Flow, List<Exchange>> covered = new HashMap<>();
    private final Map<String, List<Exchange>> uncovered = new HashMap<>();
    private final Map<Zones, List<Exchange>> used = new HashMap<>();
    private final Set<ZoneId> heard = new HashSet<>();
    private final Optional<Instant> first;
    private final Optional<Instant> last;

    TruthTraffic(ConduitIndex conduits, ZoneLookup zones, FlowMatcher matcher, List<Exchange> all) {
        this.conduits = conduits;
        this.zones = zones;
        first = all.stream().map(one -> one.conversation().firstSeen()).min(Comparator.naturalOrder());
        last = all.stream().map(Exchange::lastSeen).max(Comparator.naturalOrder());
        for (Exchange exchange : all) {
            exchange.from().place().inZone().ifPresent(zone -> heard.addAll(zones.withParents(zone)));
            exchange.to().place().inZone().ifPresent(zone -> heard.addAll(zones.withParents(zone)));
            List<FlowMatcher.Approved> covering = matcher.covering(exchange);
            covering.forEach(one -> covered.computeIfAbsent(one.flow(), any -> new ArrayList<>())
                    .add(exchange));
            if (covering.isEmpty() && exchange.wentThrough() && !exchange.isInside() && isDrawn(exchange)) {
                add(exchange);
            }
        }
    }

    private static boolean isDrawn(Exchange exchange) {
        return !(exchange.from().place() instanceof Place.Undrawn)
                && !(exchange.to().place() instanceof Place.Undrawn);
    }

    private void add(Exchange exchange) {
        Place from = exchange.from().place();
        Place to = exchange.to().place();
        String key = joining(exchange)
                .map(conduit -> conduit.id().value())
                .findFirst()
                .orElseGet(() -> from.label() + ">" + to.label());
        uncovered.computeIfAbsent(key, any -> new ArrayList<>()).add(exchange);
        if (from.inZone().isPresent() && to.inZone().isPresent()) {
            for (ZoneId one : zones.withParents(from.inZone().get())) {
                for (ZoneId other : zones.withParents(to.inZone().get())) {
                    used.computeIfAbsent(new Zones(one, other), any -> new ArrayList<>())
                            .add(exchange);
                }
            }
        }
    }

    /// The conduits that join the places of both ends, in the document's order.
    Stream<Conduit> joining(Exchange exchange) {
        return conduits.joining(exchange.from().place(), exchange.to().place());
    }

    /// What the flow covers, attempts among them.
    List<Exchange> of(Flow flow) {
        return covered.getOrDefault(flow, List.of());
    }

    /// What went through without a flow over the conduit with this id, or from zone to zone (`a>b`) where none joins
    /// them.
    List<Exchange> uncovered(String key) {
        return uncovered.getOrDefault(key, List.of());
    }

    /// What went through without a flow from one zone to the other.
    List<Exchange> uncovered(ZoneId from, ZoneId to) {
        return used.getOrDefault(new Zones(from, to), List.of());
    }

    /// True if anybody in the zone was heard.
    boolean isHeard(ZoneId zone) {
        return heard.contains(zone);
    }

    Optional<Instant> first() {
        return first;
    }

    Optional<Instant> last() {
        return last;
    }
}
