package org.zonewright.assess.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Place;
import org.zonewright.assess.Subject;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.partition.Draft;
import org.zonewright.assess.partition.ProposedZone;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// What stands around the stations of an inventory: the zones of the plant document, or those of a draft where there
/// is none. Immutable once made.
public final class Surroundings {
    private final Optional<Plant> plant;
    private final Optional<ZoneLookup> lookup;
    private final List<Finding> findings;
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<AssetId, PlantAsset> documented = new HashMap<>();

    private Surroundings(Optional<Plant> plant, List<Finding> findings) {
        this.plant = plant;
        this.findings = List.copyOf(findings);
        lookup = plant.map(ZoneLookup::new);
        plant.ifPresent(document -> document.assets().forEach(asset -> documented.putIfAbsent(asset.id(), asset)));
    }

    /// Those of a plant document, with what its comparison with the traffic found.
    public static Surroundings of(Plant plant, Inventory inventory, Placement placement, Conformance conformance) {
        Surroundings all = new Surroundings(Optional.of(plant), conformance.findings());
        for (Asset asset : inventory.assets()) {
            String shown = placement.views().getOrDefault(asset.id(), asset.id());
            placement.of(shown).ifPresent(placed -> all.standings.put(asset.id(), all.standing(shown, asset, placed)));
        }
        return all;
    }

    /// Those that a draft proposes.
    public static Surroundings of(Draft draft, Inventory inventory) {
        Surroundings all = new Surroundings(Optional.empty(), List.of());
        Map<String, Asset> assets = inventory.assetsById();
        for (ProposedZone zone : draft.zones()) {
            for (String id : zone.assets()) {
                all.standings.put(
                        id,
                        new Standing(
                                id,
                                Subject.observed(id),
                                Optional.ofNullable(assets.get(id))
                                        .map(Asset::label)
                                        .orElse(id),
                                Optional.of(new Subject(Subject.Kind.ZONE, zone.id())),
                                zone.inSuc(),
                                Optional.of(zone.function()),
                                zone.traits()));
            }
        }
        return all;
    }

    private Standing standing(String shown, Asset asset, PlacedAsset placed) {
        Optional<AssetId> line = placed.documented();
        Traits own = line.flatMap(id -> Optional.ofNullable(documented.get(id)))
                .map(PlantAsset::traits)
                .orElse(Traits.NONE);
        return standing(
                shown,
                line.map(Subject::of).orElseGet(() -> Subject.observed(shown)),
                line.map(AssetId::value).orElseGet(() -> label(asset)),
                placed.place(),
                own);
    }

    private static String label(Asset asset) {
        String address = asset.id().substring(asset.id().indexOf('/') + 1);
        return asset.label().equals(address) ? address : asset.label() + " (" + address + ")";
    }

    private Standing standing(String key, Subject subject, String label, Place place, Traits own) {
        Optional<Zone> zone = place.inZone().flatMap(this::zone);
        Traits around = zone.map(Zone::traits).orElse(Traits.NONE);
        Optional<Subject> at =
                switch (place) {
                    case Place.InZone(ZoneId id) -> Optional.of(Subject.of(id));
                    case Place.InConduit(ConduitId id) -> Optional.of(Subject.of(id));
                    case Place.Undrawn() -> Optional.empty();
                };
        return new Standing(
                key,
                subject,
                label,
                at,
                place instanceof Place.InConduit || zone.filter(Zone::inSuc).isPresent(),
                zone.map(Zone::function),
                new Traits(
                        own.safetyRelated() || around.safetyRelated(),
                        own.temporary() || around.temporary(),
                        own.wireless() || around.wireless(),
                        own.externalAccess() || around.externalAccess()));
    }

    /// Where an asset of the inventory stands; where its id is empty or no zone has it, where its address lies.
    Standing of(String realm, Address address, String asset) {
        Standing known = standings.get(asset);
        if (known != null) {
            return known;
        }
        Place place = lookup.flatMap(zones -> zones.zoneOf(realm, address))
                .<Place>map(Place.InZone::new)
                .orElseGet(Place.Undrawn::new);
        String key = asset.isEmpty() ? realm + "/" + address : asset;
        return standing(key, Subject.observed(key), address.toString(), place, Traits.NONE);
    }

    Optional<Standing> of(String asset) {
        return Optional.ofNullable(standings.get(asset));
    }

    Optional<PlantAsset> document(Standing standing) {
        return standing.isDocumented()
                ? Optional.ofNullable(
                        documented.get(new AssetId(standing.subject().id())))
                : Optional.empty();
    }

    Optional<Plant> plant() {
        return plant;
    }

    /// What the document and the traffic disagree about; empty without a document.
    List<Finding> findings() {
        return findings;
    }

    private Optional<Zone> zone(ZoneId id) {
        return lookup.flatMap(zones -> zones.zone(id));
    }

    /// The standing of a zone or conduit of the document; empty for what is not in the system.
    Optional<Standing> place(Subject subject) {
        return switch (subject.kind()) {
            case ZONE ->
                zone(new ZoneId(subject.id()))
                        .filter(Zone::inSuc)
                        .map(zone -> ofPlace(subject, Optional.of(zone.function()), zone.traits()));
            case CONDUIT ->
                plant.flatMap(document -> document.conduit(new ConduitId(subject.id())))
                        .map(Conduit::id)
                        .map(id -> ofPlace(subject, Optional.empty(), Traits.NONE));
            case FLOW, ASSET, OBSERVED, REALM, SENSOR, SERVICE, PRODUCT, MAKER, SITE -> Optional.empty();
        };
    }

    private static Standing ofPlace(Subject subject, Optional<ZoneFunction> function, Traits traits) {
        return new Standing(subject.id(), subject, subject.id(), Optional.of(subject), true, function, traits);
    }

    /// Every place of the system with its stations of the inventory, by the place's id.
    Map<Subject, List<Standing>> stationsByPlace() {
        Map<Subject, List<Standing>> all = new TreeMap<>();
        standings.values().stream().filter(Standing::inSuc).forEach(one -> one.place()
                .ifPresent(place ->
                        all.computeIfAbsent(place, any -> new ArrayList<>()).add(one)));
        return all;
    }
}
