package org.zonewright.assess.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.Place;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Life;
import org.zonewright.plant.Match;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// What crossings join, numbered: first the documented assets in the document's order, then the observed ones that no
/// line names, then the zones, and last the outside, which is everywhere that is not drawn.
///
/// `home` of an asset is the number of its zone counted from 0, or [#NOWHERE]. Immutable once made.
final class Nodes {
    /// The home of what stands in no zone.
    static final int NOWHERE = -1;

    /// The subject that stands for everything that is not drawn.
    static final Subject OUTSIDE = new Subject(Subject.Kind.REALM, "external");

    final Plant plant;
    final ZoneLookup lookup;
    final int documented;
    final int assets;
    final int zones;
    final int[] home;
    final boolean[] present;
    final boolean[] isPublic;

    /// All zones in which an asset stands, where they are two or more; sorted.
    final Map<Integer, int[]> homes;

    /// The zones that a device of the boundary stands between: those of the conduits that it enforces or belongs to.
    final Map<Integer, List<Integer>> boundary;

    /// The zone that contains a zone, or [#NOWHERE].
    final int[] parent;

    private final List<String> observedIds;
    private final Map<AssetId, Integer> byAsset;
    private final Map<String, Integer> byObserved;
    private final Map<ZoneId, Integer> byZone;
    private final Map<AssetId, PlacedAsset> placed;

    /// As `homes`, devices of a boundary among them.
    private final Map<Integer, int[]> addressed;

    Nodes(Plant plant, Placement placement, Inventory inventory) {
        this.plant = plant;
        lookup = new ZoneLookup(plant);
        documented = plant.assets().size();
        zones = plant.zones().size();
        observedIds = new ArrayList<>();
        byAsset = HashMap.newHashMap(documented);
        byObserved = HashMap.newHashMap(inventory.assets().size());
        byZone = HashMap.newHashMap(zones);
        placed = HashMap.newHashMap(documented);
        int ordinal = 0;
        for (PlantAsset asset : plant.assets()) {
            byAsset.putIfAbsent(asset.id(), ordinal++);
        }
        ordinal = 0;
        for (Zone zone : plant.zones()) {
            byZone.putIfAbsent(zone.id(), ordinal++);
        }
        List<Asset> unnamed = nameObserved(placement, inventory);
        assets = documented + unnamed.size();
        home = new int[assets];
        present = new boolean[assets];
        isPublic = new boolean[assets];
        addressed = new HashMap<>();
        boundary = new HashMap<>();
        parent = parents();
        placement.assets().values().forEach(at -> at.documented().ifPresent(id -> placed.putIfAbsent(id, at)));
        for (int i = 0; i < documented; i++) {
            document(i);
        }
        for (int i = 0; i < unnamed.size(); i++) {
            int asset = documented + i;
            Optional<PlacedAsset> at = placement.of(unnamed.get(i).id());
            home[asset] =
                    at.flatMap(one -> one.place().inZone()).map(this::zone).orElse(NOWHERE);
            present[asset] = true;
            isPublic[asset] =
                    unnamed.get(i).addresses().stream().anyMatch(address -> address.isIp() && address.isPublic());
            stand(asset, at.map(PlacedAsset::addressZones).orElse(List.of()));
        }
        findBoundary();
        homes = new HashMap<>(addressed);
        homes.keySet().removeAll(boundary.keySet());
    }

    /// The nodes of a changed document whose assets and zones have the ids that they had, in the same order, and
    /// whose addresses are the same.
    private Nodes(Nodes before, Plant plant) {
        this.plant = plant;
        lookup = new ZoneLookup(plant.withAssets(List.of()));
        documented = before.documented;
        assets = before.assets;
        zones = before.zones;
        observedIds = before.observedIds;
        byAsset = before.byAsset;
        byObserved = before.byObserved;
        byZone = before.byZone;
        placed = before.placed;
        parent = before.parent;
        isPublic = before.isPublic;
        home = before.home.clone();
        present = before.present.clone();
        addressed = new HashMap<>(before.addressed);
        boundary = new HashMap<>();
        for (int i = 0; i < documented; i++) {
            boolean differs =
                    !plant.assets().get(i).equals(before.plant.assets().get(i));
            if (differs || (home[i] == NOWHERE && before.boundary.containsKey(i))) {
                document(i);
            }
        }
        findBoundary();
        homes = new HashMap<>(addressed);
        homes.keySet().removeAll(boundary.keySet());
    }

    static Nodes after(Nodes before, Plant plant) {
        return new Nodes(before, plant);
    }

    /// True if the assets of the other document are the same ones in the same places.
    boolean isSame(Nodes other) {
        return plant.assets().equals(other.plant.assets())
                && Arrays.equals(home, other.home)
                && boundary.equals(other.boundary);
    }

    private void findBoundary() {
        for (Conduit conduit : plant.conduits()) {
            Stream.concat(conduit.members().stream(), conduit.enforcedBy().stream())
                    .mapToInt(this::asset)
                    .filter(asset -> asset >= 0)
                    .forEach(asset -> {
                        List<Integer> zonesOf = boundary.computeIfAbsent(asset, any -> new ArrayList<>());
                        conduit.between().stream()
                                .map(this::zone)
                                .filter(zone -> zone >= 0 && !zonesOf.contains(zone))
                                .forEach(zonesOf::add);
                    });
        }
    }

    /// Gives every observed asset its node; those that no line of the document names are returned.
    private List<Asset> nameObserved(Placement placement, Inventory inventory) {
        List<Asset> unnamed = new ArrayList<>();
        for (Asset asset : inventory.assets()) {
            if (!placement.views().containsKey(asset.id())) {
                int line = placement
                        .of(asset.id())
                        .flatMap(PlacedAsset::documented)
                        .map(this::asset)
                        .orElse(-1);
                if (line < 0) {
                    line = documented + unnamed.size();
                    unnamed.add(asset);
                    observedIds.add(asset.id());
                }
                byObserved.put(asset.id(), line);
            }
        }
        placement.views().forEach((view, shown) -> {
            Integer node = byObserved.get(shown);
            if (node != null) {
                byObserved.put(view, node);
            }
        });
        return unnamed;
    }

    private int[] parents() {
        int[] all = new int[zones];
        Arrays.fill(all, NOWHERE);
        for (int i = 0; i < zones; i++) {
            all[i] = plant.zones().get(i).parent().map(this::zone).orElse(NOWHERE);
        }
        return all;
    }

    private void document(int node) {
        PlantAsset asset = plant.assets().get(node);
        Optional<PlacedAsset> seen = Optional.ofNullable(placed.get(asset.id()));
        addressed.remove(node);
        boolean inPlace = asset.life() != Life.PLANNED && asset.life() != Life.RETIRED;
        present[node] = inPlace || seen.isPresent();
        Set<ZoneId> all = new TreeSet<>();
        seen.ifPresent(at -> all.addAll(at.addressZones()));
        List<Match> addressed =
                asset.matches().stream().filter(match -> match.ip().isPresent()).toList();
        Optional<Place> said = asset.zone().<Place>map(Place.InZone::new).or(() -> lookup.placeOf(asset.id()));
        Optional<ZoneId> zone = said.isPresent()
                ? said.flatMap(Place::inZone)
                : seen.flatMap(at -> at.place().inZone());
        if (addressed.size() > 1 || (zone.isEmpty() && said.isEmpty())) {
            addressed.forEach(match -> zoneOf(match).ifPresent(all::add));
        }
        if (zone.isEmpty() && said.isEmpty()) {
            zone = all.stream().findFirst();
        }
        home[node] = zone.map(this::zone).orElse(NOWHERE);
        if (said.filter(Place.InConduit.class::isInstance).isEmpty()) {
            zone.ifPresent(all::add);
            stand(node, all);
        }
    }

    private Optional<ZoneId> zoneOf(Match match) {
        return match.ip()
                .flatMap(ip -> lookup.zoneOf(
                        match.realm().map(realm -> realm.value()).orElse(""), DocumentAddresses.observed(ip)));
    }

    private void stand(int node, Collection<ZoneId> all) {
        int[] numbers = all.stream()
                .mapToInt(this::zone)
                .filter(zone -> zone >= 0)
                .sorted()
                .distinct()
                .toArray();
        if (numbers.length > 1) {
            addressed.put(node, numbers);
        }
    }

    /// The node of a documented asset, -1 for none.
    int asset(AssetId id) {
        return byAsset.getOrDefault(id, -1);
    }

    /// The node of an asset of the inventory, -1 for none.
    int observed(String id) {
        return byObserved.getOrDefault(id, -1);
    }

    /// The number of a zone, counted from 0; [#NOWHERE] for none.
    int zone(ZoneId id) {
        return byZone.getOrDefault(id, NOWHERE);
    }

    /// The node of a zone's number; the zone after the last is the outside.
    int nodeOfZone(int zone) {
        return assets + zone;
    }

    int outside() {
        return assets + zones;
    }

    int count() {
        return assets + zones + 1;
    }

    boolean isAsset(int node) {
        return node < assets;
    }

    /// The zone of a node: an asset's home, or the zone itself; the number after the last zone for the outside.
    int zoneOfNode(int node) {
        return isAsset(node) ? home[node] : node - assets;
    }

    /// The line of the document, for a documented asset.
    Optional<PlantAsset> line(int node) {
        return node < documented ? Optional.of(plant.assets().get(node)) : Optional.empty();
    }

    ZoneId zoneId(int zone) {
        return plant.zones().get(zone).id();
    }

    /// True if `outer` is `inner` or contains it.
    boolean contains(int outer, int inner) {
        int at = inner;
        for (int depth = 0; at != NOWHERE && at < zones && depth <= zones; depth++) {
            if (at == outer) {
                return true;
            }
            at = parent[at];
        }
        return outer == inner;
    }

    /// What a node is called; the outside is the empty zone.
    Subject subject(int node) {
        if (node < documented) {
            return Subject.of(plant.assets().get(node).id());
        }
        if (node < assets) {
            return Subject.observed(observedIds.get(node - documented));
        }
        return node == outside() ? OUTSIDE : Subject.of(zoneId(node - assets));
    }
}
