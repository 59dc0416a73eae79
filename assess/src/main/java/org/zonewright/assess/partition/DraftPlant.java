package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.NewLines;
import org.zonewright.assess.partition.ProposedFlow.FlowEnd;
import org.zonewright.assess.partition.ProposedFlow.OneAsset;
import org.zonewright.assess.partition.ProposedFlow.WholeZone;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Realm;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Member;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.PurdueLevel;
import org.zonewright.plant.RealmDefinition;
import org.zonewright.plant.Sensor;
import org.zonewright.plant.Site;
import org.zonewright.plant.Specification;
import org.zonewright.plant.TargetDecision;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.SensorId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.Port;

/// Writes a draft as a plant document, which a person then changes and approves.
///
/// Flows have no `approved-by`: nobody approved them. Candidates for removal are no flows of the document but are
/// named in the note of their conduit. Assets keep the names that they give themselves, else their addresses.
public final class DraftPlant {
    private static final String PURPOSE = "proposed from traffic";

    private final Draft draft;
    private final Inventory inventory;
    private final AddressBook book;
    private final Map<String, AssetId> assetIds = new HashMap<>();
    private final Map<String, RealmId> realmIds = new HashMap<>();
    private final SortedMap<String, SensorId> sensorIds = new TreeMap<>();

    private DraftPlant(Draft draft, Inventory inventory) {
        this.draft = draft;
        this.inventory = inventory;
        this.book = AddressBook.of(inventory);
    }

    public static Plant toPlant(Draft draft, Inventory inventory, Site site) {
        DraftPlant plant = new DraftPlant(draft, inventory);
        plant.name();
        return Plant.of(site)
                .withSensors(plant.sensors())
                .withRealms(plant.realms())
                .withAssets(plant.assets())
                .withZones(draft.zones().stream().map(plant::zone).toList())
                .withConduits(draft.conduits().stream().map(plant::conduit).toList());
    }

    private void name() {
        Map<String, Integer> realms = Words.nothingTaken();
        Map<String, Integer> sensors = Words.nothingTaken();
        for (Realm realm : inventory.realms()) {
            realmIds.put(
                    realm.id(),
                    new RealmId(Words.unique(orElse(NewLines.id(Words.withoutFile(realm.id())), "realm"), realms)));
            for (VantagePoint view : realm.seenFrom()) {
                sensorIds.computeIfAbsent(
                        view.sensor(),
                        name -> new SensorId(
                                Words.unique(orElse(NewLines.id(Words.withoutFile(name)), "sensor"), sensors)));
            }
        }
        assetIds.putAll(AssetNames.of(inventory));
    }

    private static String orElse(String id, String fallback) {
        return id.isEmpty() ? fallback : id;
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private RealmId realm(String realm) {
        return Optional.ofNullable(realmIds.get(realm))
                .orElseGet(() -> new RealmId(orElse(NewLines.id(realm), "realm")));
    }

    private List<Sensor> sensors() {
        List<Sensor> sensors = new ArrayList<>();
        sensorIds.forEach((source, id) -> sensors.add(
                new Sensor(id, List.of(lastPart(source)), Optional.empty(), Optional.empty(), Optional.empty())));
        return sensors;
    }

    private List<RealmDefinition> realms() {
        List<RealmDefinition> realms = new ArrayList<>();
        for (Realm realm : inventory.realms()) {
            List<RealmDefinition.View> views = realm.seenFrom().stream()
                    .flatMap(view -> Optional.ofNullable(sensorIds.get(view.sensor()))
                            .map(sensor -> new RealmDefinition.View(sensor, view.vlans()))
                            .stream())
                    .distinct()
                    .toList();
            realms.add(new RealmDefinition(realm(realm.id()), Optional.empty(), views, Optional.empty()));
        }
        return realms;
    }

    private List<PlantAsset> assets() {
        Map<String, ZoneId> zones = new HashMap<>();
        draft.zones().forEach(zone -> zone.assets().forEach(asset -> zones.put(asset, new ZoneId(zone.id()))));
        List<PlantAsset> assets = new ArrayList<>();
        for (Asset asset : inventory.assets()) {
            AssetId id = assetIds.get(asset.id());
            if (id != null) {
                PlantAsset line = NewLines.asset(asset, id, book, this::realm);
                ZoneId zone = zones.get(asset.id());
                assets.add(zone == null ? line : line.withZone(zone));
            }
        }
        return assets;
    }

    private Zone zone(ProposedZone proposed) {
        RealmId realm = realm(proposed.realm());
        List<Member> members = new ArrayList<>();
        proposed.cidrs().forEach(cidr -> members.add(new Member.OfNetwork(Cidr.parse(cidr), Optional.of(realm))));
        Zone zone = new Zone(
                new ZoneId(proposed.id()),
                Optional.empty(),
                proposed.inSuc(),
                proposed.function(),
                proposed.traits(),
                Optional.empty(),
                proposed.purdue(),
                Optional.empty(),
                Optional.empty(),
                members,
                Optional.empty(),
                TargetDecision.NONE,
                Specification.EMPTY,
                Optional.empty());
        return proposed.purdue().equals(Optional.of(PurdueLevel.L3_5)) ? zone.withName("DMZ") : zone;
    }

    private Conduit conduit(ProposedConduit proposed) {
        Conduit conduit = Conduit.of(
                        new ConduitId(proposed.id()),
                        List.of(new ZoneId(proposed.oneZone()), new ZoneId(proposed.otherZone())))
                .withMembers(ids(proposed.members()))
                .withEnforcedBy(ids(proposed.enforcers()))
                .withFlows(proposed.forApproval().stream().map(this::flow).toList());
        SortedSet<String> removal = new TreeSet<>();
        proposed.forRemoval().forEach(flow -> removal.add(flow.id()));
        return removal.isEmpty()
                ? conduit
                : conduit.withNote("seen, not drawn, candidates for removal: " + String.join(", ", removal));
    }

    private List<AssetId> ids(List<String> assets) {
        return assets.stream()
                .flatMap(asset -> Optional.ofNullable(assetIds.get(asset)).stream())
                .toList();
    }

    private Flow flow(ProposedFlow proposed) {
        Flow flow = Flow.of(new FlowId(proposed.id()), endpoint(proposed.from()), endpoint(proposed.to()))
                .withPurpose(PURPOSE);
        if (!proposed.protocol().isEmpty()) {
            flow = flow.withProtocol(proposed.protocol());
        }
        Optional<Port> port = port(proposed.service());
        return (port.isPresent() ? flow.withPort(port.get()) : flow).withAllow(allowed(proposed.classes()));
    }

    /// Nothing where a function of unknown class was seen: it has no word, and an approval of the other classes would
    /// call it a violation that nobody decided on.
    private static List<AllowedFunction> allowed(List<FunctionClass> classes) {
        return classes.contains(FunctionClass.UNKNOWN)
                ? List.of()
                : classes.stream().map(one -> AllowedFunction.parse(one.id())).toList();
    }

    private static Optional<Port> port(String service) {
        return Set.of("tcp", "udp", "sctp").contains(service.replaceAll("/.*", "")) && service.contains("/")
                ? Optional.of(Port.parse(service))
                : Optional.empty();
    }

    private Endpoint endpoint(FlowEnd end) {
        return switch (end) {
            case OneAsset(String asset) ->
                Optional.ofNullable(assetIds.get(asset))
                        .<Endpoint>map(Endpoint.OfAsset::new)
                        .orElseGet(Endpoint.Any::new);
            case WholeZone(String zone) -> new Endpoint.OfZone(new ZoneId(zone));
        };
    }
}
