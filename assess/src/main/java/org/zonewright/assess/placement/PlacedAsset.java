package org.zonewright.assess.placement;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Place;
import org.zonewright.base.Reason;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// Where one asset of the inventory belongs.
///
/// `observed` is its id in the inventory, `documented` the line of the document it is. `addressZones` are all zones
/// in which an address of it lies, sorted. `reason` says what decided.
public record PlacedAsset(
        String observed, Optional<AssetId> documented, Place place, List<ZoneId> addressZones, Reason reason) {
    public PlacedAsset {
        addressZones = List.copyOf(addressZones);
    }
}
