package org.zonewright.assess.drawing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Consequence;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.Place;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.RealmId;
import org.zonewright.plant.id.ZoneId;

/// A plant document with the look-ups that checks share.
final class Drawing {
    private final Plant plant;
    private final SourceMap positions;
    private final ZoneLookup zones;
    private final Map<AssetId, PlantAsset> assets = new HashMap<>();

    Drawing(Plant plant, SourceMap positions) {
        this.plant = plant;
        this.positions = positions;
        zones = new ZoneLookup(plant);
        plant.assets().forEach(asset -> assets.putIfAbsent(asset.id(), asset));
    }

    Plant plant() {
        return plant;
    }

    ZoneLookup zones() {
        return zones;
    }

    Optional<PlantAsset> asset(AssetId id) {
        return Optional.ofNullable(assets.get(id));
    }

    /// The zone in which an asset stands, by its own line, a member or its address.
    Optional<Zone> zoneOf(PlantAsset asset) {
        return Places.of(asset, zones).stream()
                .flatMap(place -> place.inZone().stream())
                .findFirst()
                .flatMap(zones::zone);
    }

    Optional<Place> placeOf(AssetId id) {
        return asset(id)
                .map(asset -> Places.of(asset, zones))
                .filter(places -> !places.isEmpty())
                .map(List::getFirst)
                .or(() -> zones.placeOf(id));
    }

    /// Where an end of a flow lies; empty for networks, hardware addresses and `any`.
    Optional<Place> placeOf(Endpoint end) {
        return switch (end) {
            case Endpoint.OfAsset(var asset) -> placeOf(asset);
            case Endpoint.OfZone(ZoneId zone) -> Optional.of(new Place.InZone(zone));
            case Endpoint.OfAddress(var ip, var realm) ->
                zones.zoneOf(realm.map(RealmId::value).orElse(""), DocumentAddresses.observed(ip))
                        .map(Place.InZone::new);
            case Endpoint.OfNetwork _, Endpoint.OfHardware _, Endpoint.Any _ -> Optional.empty();
        };
    }

    /// The zone in which an end of a flow lies.
    Optional<Zone> zoneOf(Endpoint end) {
        return placeOf(end).flatMap(Place::inZone).flatMap(zones::zone);
    }

    List<SourceRef> lineOf(Id id) {
        return positions.of(id).stream().toList();
    }

    /// A reason that opens the line of an item.
    Reason at(Id id, Text text) {
        return new Reason(text, lineOf(id), List.of());
    }

    Consequence reaching(Optional<ZoneId> zone) {
        return Ranking.start().reaches(zone.flatMap(zones::zone)).consequence();
    }
}
