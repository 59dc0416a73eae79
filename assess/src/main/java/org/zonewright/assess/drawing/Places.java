package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.plant.Match;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.id.RealmId;

/// Where a documented asset stands: its own line alone decides; without one, the zones of its addresses.
final class Places {
    private Places() {}

    static List<Place> of(PlantAsset asset, ZoneLookup zones) {
        if (zones.placeOf(asset.id()).isPresent()) {
            return List.of(zones.placeOf(asset.id()).get());
        }
        List<Place> places = new ArrayList<>();
        for (Match match : asset.matches()) {
            String realm = match.realm().map(RealmId::value).orElse("");
            match.ip()
                    .flatMap(ip -> zones.zoneOf(realm, DocumentAddresses.observed(ip)))
                    .ifPresent(zone -> places.add(new Place.InZone(zone)));
            match.mac()
                    .flatMap(mac -> zones.zoneOf(realm, DocumentAddresses.observed(mac)))
                    .ifPresent(zone -> places.add(new Place.InZone(zone)));
        }
        return places.stream().distinct().toList();
    }
}
