package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.NewLines;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.base.Reason;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Port;

/// Works out what the facts would change in a document. A pure function.
///
/// Stations of external zones are not proposed as assets: flows with them are written with their addresses.
public final class ChangeProposals {
    private static final String PURPOSE = "proposed from traffic";

    private final Plant plant;
    private final Inventory inventory;
    private final Placement placement;
    private final ZoneLookup zones;
    private final AddressBook book;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, AssetId> added = new HashMap<>();

    private ChangeProposals(Plant plant, Inventory inventory, Placement placement) {
        this.plant = plant;
        this.inventory = inventory;
        this.placement = placement;
        zones = new ZoneLookup(plant);
        book = AddressBook.of(inventory);
    }

    public static DocumentChanges propose(Plant plant, Inventory inventory, Placement placement) {
        ChangeProposals proposals = new ChangeProposals(plant, inventory, placement);
        List<Reason> undrawn = new ArrayList<>();
        List<PlantAsset> assets = proposals.assets(undrawn);
        List<Conduit> conduits = new ArrayList<>();
        Map<ConduitId, List<Flow>> flows = new HashMap<>();
        proposals.flows(conduits, flows);
        return new DocumentChanges(assets, conduits, flows, undrawn);
    }

    private List<PlantAsset> assets(List<Reason> undrawn) {
        plant.assets().forEach(asset -> taken.add(asset.id().value()));
        List<PlantAsset> assets = new ArrayList<>();
        for (Asset asset : inventory.assets()) {
            Optional<PlacedAsset> placed = placement.of(asset.id());
            boolean unknown = asset.isObserved()
                    && placed.isPresent()
                    && placed.get().documented().isEmpty()
                    && !placement.views().containsKey(asset.id());
            if (unknown && placed.get().place() instanceof Place.Undrawn) {
                undrawn.add(placed.get().reason());
            } else if (unknown && !isExternal(placed.get().place())) {
                AssetId id = new AssetId(free(NewLines.name(asset)));
                added.put(asset.id(), id);
                PlantAsset line = NewLines.asset(asset, id, book);
                assets.add(placed.get().place().inZone().map(line::withZone).orElse(line));
            }
        }
        return assets;
    }

    private boolean isExternal(Place place) {
        return place.inZone()
                .flatMap(zones::zone)
                .filter(zone -> zone.function() == ZoneFunction.EXTERNAL)
                .isPresent();
    }

    private void flows(List<Conduit> conduits, Map<ConduitId, List<Flow>> flows) {
        plant.flows().forEach(flow -> taken.add(flow.id().value()));
        plant.conduits().forEach(conduit -> taken.add(conduit.id().value()));
        plant.zones().forEach(zone -> taken.add(zone.id().value()));
        FlowMatcher matcher = new FlowMatcher(plant, book, zones);
        Map<String, List<Exchange>> byPair = new TreeMap<>();
        for (Exchange exchange : Exchanges.of(inventory, placement, zones)) {
            boolean open = exchange.wentThrough()
                    && !exchange.isChatter()
                    && !exchange.isInside()
                    && !exchange.to().isGroup()
                    && exchange.from().place().inZone().isPresent()
                    && exchange.to().place().inZone().isPresent()
                    && matcher.covering(exchange).isEmpty();
            if (open) {
                List<String> pair = List.of(
                                exchange.from().place().label(),
                                exchange.to().place().label())
                        .stream()
                        .sorted()
                        .toList();
                byPair.computeIfAbsent(String.join(" ", pair), any -> new ArrayList<>())
                        .add(exchange);
            }
        }
        byPair.values().forEach(members -> place(members, conduits, flows));
    }

    private void place(List<Exchange> members, List<Conduit> conduits, Map<ConduitId, List<Flow>> flows) {
        ZoneId from = members.getFirst().from().place().inZone().orElseThrow();
        ZoneId to = members.getFirst().to().place().inZone().orElseThrow();
        List<Flow> proposed = members.stream().map(this::flow).toList();
        Optional<Conduit> there = plant.conduits().stream()
                .filter(conduit -> joins(conduit, from) && joins(conduit, to))
                .findFirst();
        if (there.isPresent()) {
            flows.put(there.get().id(), proposed);
        } else {
            ConduitId id = new ConduitId(free(from.value() + "-" + to.value()));
            conduits.add(Conduit.of(id, List.of(from, to)).withFlows(proposed));
        }
    }

    private boolean joins(Conduit conduit, ZoneId zone) {
        return zones.withParents(zone).stream().anyMatch(conduit.between()::contains);
    }

    private Flow flow(Exchange exchange) {
        String protocol = exchange.conversation().protocol();
        String service = exchange.conversation().service();
        String name = NewLines.id("f-" + word(exchange.from()) + "-" + word(exchange.to()) + "-"
                + (protocol.isEmpty() ? service : protocol));
        Flow flow = Flow.of(new FlowId(free(name)), endpoint(exchange.from()), endpoint(exchange.to()))
                .withPurpose(PURPOSE);
        if (!protocol.isEmpty()) {
            flow = flow.withProtocol(protocol);
        }
        if (exchange.port().isPresent() && exchange.conversation().transport().hasPorts()) {
            flow = flow.withPort(Port.parse(service));
        }
        List<FunctionClass> classes = exchange.classes();
        return classes.contains(FunctionClass.UNKNOWN)
                ? flow
                : flow.withAllow(classes.stream()
                        .map(one -> AllowedFunction.parse(one.id()))
                        .toList());
    }

    private String word(End end) {
        return end.asset()
                .or(() -> Optional.ofNullable(added.get(end.observed())))
                .map(AssetId::value)
                .orElse(end.address().toString());
    }

    private Endpoint endpoint(End end) {
        return end.asset()
                .or(() -> Optional.ofNullable(added.get(end.observed())))
                .<Endpoint>map(Endpoint.OfAsset::new)
                .orElseGet(() -> NewLines.endpoint(end.address(), end.realm()));
    }

    /// The id, or the first of `id-2`, `id-3` … that no item has yet; takes it.
    private String free(String id) {
        String candidate = id.toLowerCase(Locale.ROOT);
        int next = 2;
        while (!taken.add(candidate)) {
            candidate = id.toLowerCase(Locale.ROOT) + "-" + next++;
        }
        return candidate;
    }
}
