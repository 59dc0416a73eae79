package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zonewright.assess.Subject;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.plant.ConduitKind;
import org.zonewright.plant.Connectivity.Admission;
import org.zonewright.plant.Credentials;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Member;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Port;

/// Reach the slow way, asset by asset and flow by flow, to compare with: whoever holds an asset stands in its zone,
/// and everything is tried until nothing new is reached.
final class Walker {
    private final Plant plant;
    private final List<Talk> talks = new ArrayList<>();
    private final Set<AssetId> held = new TreeSet<>();
    private final Set<ZoneId> stood = new TreeSet<>();

    private record Talk(AssetId from, AssetId to, Optional<Port> port) {}

    private Walker(ReachInput input) {
        plant = input.plant();
        for (Conversation talk : input.inventory().conversations()) {
            talks.add(new Talk(
                    documented(input, talk.client()),
                    documented(input, talk.server()),
                    Optional.of(Port.parse(talk.service()))));
        }
    }

    private static AssetId documented(ReachInput input, String observed) {
        return input.placement().of(observed).orElseThrow().documented().orElseThrow();
    }

    /// Everything outside the zone that a breach of it reaches.
    static Set<String> fromZone(ReachInput input, ZoneId zone) {
        Walker walker = new Walker(input);
        walker.stood.add(zone);
        Set<AssetId> own = walker.people(zone);
        walker.held.addAll(own);
        walker.walk();
        return walker.held.stream()
                .filter(asset -> !own.contains(asset))
                .map(asset -> Subject.of(asset).id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<AssetId> in(ZoneId zone) {
        return plant.assets().stream()
                .filter(asset -> asset.zone().equals(Optional.of(zone)))
                .map(PlantAsset::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The assets that live in the zone and are no devices of a boundary.
    private Set<AssetId> people(ZoneId zone) {
        Set<AssetId> people = in(zone);
        people.removeIf(this::isBoundary);
        return people;
    }

    private boolean isBoundary(AssetId asset) {
        return plant.conduits().stream()
                .anyMatch(conduit -> conduit.enforcedBy().contains(asset));
    }

    /// The zones in which an asset stands: its own first, then those of its addresses.
    private Set<ZoneId> homes(PlantAsset asset) {
        Set<ZoneId> homes = new TreeSet<>(List.of(asset.zone().orElseThrow()));
        if (!isBoundary(asset.id())) {
            asset.matches().forEach(match -> plant.zones().stream()
                    .filter(zone -> zone.members().stream()
                            .anyMatch(member -> member instanceof Member.OfNetwork network
                                    && network.cidr().contains(match.ip().orElseThrow())))
                    .forEach(zone -> homes.add(zone.id())));
        }
        return homes;
    }

    private List<PlantAsset> standing(ZoneId zone) {
        return plant.assets().stream()
                .filter(asset -> !isBoundary(asset.id())
                        && asset.connectivity().behind().isEmpty()
                        && homes(asset).contains(zone))
                .toList();
    }

    private void forward(PlantAsset asset) {
        Set<ZoneId> homes = homes(asset);
        if (homes.size() > 1 && asset.connectivity().forwards().orElse(false)) {
            for (ZoneId from : homes) {
                if (stood.contains(from)) {
                    homes.stream().filter(to -> !to.equals(from)).forEach(to -> {
                        stood.add(to);
                        standing(to).stream()
                                .filter(other -> admits(other, new Endpoint.OfZone(from), Optional.empty()))
                                .forEach(other -> held.add(other.id()));
                    });
                }
            }
        }
    }

    private void walk() {
        int before;
        do {
            before = held.size() + stood.size();
            plant.flows().filter(flow -> of(flow) != Hurdle.CLOSED).forEach(this::use);
            for (Talk talk : talks) {
                boolean closed = plant.flows()
                        .filter(flow -> covers(flow, talk))
                        .findFirst()
                        .filter(flow -> of(flow) == Hurdle.CLOSED)
                        .isPresent();
                if (held.contains(talk.from()) && !closed) {
                    held.add(talk.to());
                }
            }
            plant.assets().forEach(this::step);
        } while (held.size() + stood.size() > before);
    }

    private static Hurdle of(Flow flow) {
        Credentials asked = flow.credentials();
        boolean closed =
                asked.separateAccounts().orElse(false) && asked.factors().orElse(0) > 1;
        return closed ? Hurdle.CLOSED : Hurdle.UNSAID;
    }

    private void step(PlantAsset asset) {
        Optional<AssetId> gateway = asset.connectivity().behind();
        if (gateway.isPresent()) {
            if (held.contains(gateway.get())) {
                held.add(asset.id());
            }
            if (held.contains(asset.id()) && !asset.connectivity().link().equals(Optional.of(ConduitKind.HARDWIRED))) {
                held.add(gateway.get());
            }
            return;
        }
        if (isBoundary(asset.id())) {
            if (held.contains(asset.id())) {
                stood.add(asset.zone().orElseThrow());
                plant.conduits().stream()
                        .filter(conduit -> conduit.enforcedBy().contains(asset.id()))
                        .forEach(conduit -> stood.addAll(conduit.between()));
            }
            return;
        }
        for (ZoneId zone : homes(asset)) {
            if (stood.contains(zone) && admits(asset, new Endpoint.OfZone(zone), Optional.empty())) {
                held.add(asset.id());
            }
        }
        if (held.contains(asset.id())) {
            stood.addAll(homes(asset));
        }
        forward(asset);
    }

    private void use(Flow flow) {
        boolean mine =
                switch (flow.from()) {
                    case Endpoint.OfAsset(AssetId asset) -> held.contains(asset);
                    case Endpoint.OfZone(ZoneId zone) -> stood.stream().anyMatch(inner -> around(zone, inner));
                    default -> throw new IllegalStateException();
                };
        if (!mine || flow.from().equals(flow.to())) {
            return;
        }
        switch (flow.to()) {
            case Endpoint.OfAsset(AssetId asset) -> {
                if (admits(line(asset), flow.from(), flow.port())) {
                    held.add(asset);
                }
            }
            case Endpoint.OfZone(ZoneId zone) ->
                plant.zones().stream()
                        .map(Zone::id)
                        .filter(inner -> around(zone, inner))
                        .forEach(inner -> enter(inner, flow));
            default -> throw new IllegalStateException();
        }
    }

    private void enter(ZoneId zone, Flow flow) {
        if (people(zone).isEmpty()) {
            stood.add(zone);
        }
        for (PlantAsset asset : standing(zone)) {
            if (admits(asset, flow.from(), flow.port())) {
                held.add(asset.id());
            }
        }
    }

    private PlantAsset line(AssetId id) {
        return plant.asset(id).orElseThrow();
    }

    private boolean around(ZoneId outer, ZoneId inner) {
        Map<ZoneId, Zone> all = plant.zones().stream().collect(Collectors.toMap(Zone::id, zone -> zone));
        Optional<ZoneId> at = Optional.of(inner);
        while (at.isPresent()) {
            if (at.get().equals(outer)) {
                return true;
            }
            at = Optional.ofNullable(all.get(at.get())).flatMap(Zone::parent);
        }
        return false;
    }

    private boolean admits(PlantAsset asset, Endpoint sender, Optional<Port> port) {
        return asset.connectivity().hostFirewall().isEmpty()
                || asset.connectivity().hostFirewall().get().stream()
                        .anyMatch(line -> isFrom(line, sender)
                                && (port.isEmpty()
                                        || line.port().isEmpty()
                                        || line.port().equals(port)));
    }

    private boolean isFrom(Admission line, Endpoint sender) {
        ZoneId senderZone = zoneOf(sender);
        return switch (line.from()) {
            case Endpoint.OfAsset(AssetId asset) ->
                sender instanceof Endpoint.OfAsset(AssetId one)
                        ? one.equals(asset)
                        : around(senderZone, line(asset).zone().orElseThrow());
            case Endpoint.OfZone(ZoneId zone) -> around(zone, senderZone);
            default -> throw new IllegalStateException();
        };
    }

    private ZoneId zoneOf(Endpoint end) {
        return switch (end) {
            case Endpoint.OfAsset(AssetId asset) -> line(asset).zone().orElseThrow();
            case Endpoint.OfZone(ZoneId zone) -> zone;
            default -> throw new IllegalStateException();
        };
    }

    private boolean covers(Flow flow, Talk talk) {
        return holds(flow.from(), talk.from())
                && holds(flow.to(), talk.to())
                && flow.port().equals(talk.port());
    }

    private boolean holds(Endpoint end, AssetId asset) {
        return end instanceof Endpoint.OfAsset(AssetId one)
                ? one.equals(asset)
                : around(zoneOf(end), line(asset).zone().orElseThrow());
    }
}
