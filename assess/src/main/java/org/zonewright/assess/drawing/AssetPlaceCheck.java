package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Place;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Life;
import org.zonewright.plant.PlantAsset;

/// Every asset is in exactly one zone or conduit.
///
/// - **What it checks**: each documented asset that is not retired has a zone, is a member of a conduit, or has an
///   address in the network of one zone; and of all these only one.
/// - **Why it matters**: an asset without a place has no target level and no owner; one with two has two of each, and
///   a
///   way around the conduit between them.
/// - **Evidence**: `assets`, `zones[].members`, `conduits[].members`.
/// - **Verdicts**: in order · in no place · in several places.
/// - **What it cannot see**: whether the place is the right one, and assets that nobody documented.
/// - **Clause**: ZCR 6.3.
final class AssetPlaceCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        for (PlantAsset asset : drawing.plant().assets()) {
            List<String> places = places(asset, drawing);
            if (places.size() != 1 && asset.life() != Life.RETIRED) {
                String list = places.isEmpty() ? "-" : String.join(", ", places);
                String key = places.isEmpty() ? "none" : "several";
                findings.add(Finding.of(
                        FindingKind.ASSET_PLACE,
                        new About(
                                asset.id().value(),
                                List.of(asset.displayName(), "" + places.size(), list),
                                List.of(Subject.of(asset.id()))),
                        drawing.at(asset.id(), Text.of("finding.asset-place." + key, asset.id(), list)),
                        drawing.reaching(Optional.empty()),
                        drawing.lineOf(asset.id())));
            }
        }
        return findings;
    }

    private static List<String> places(PlantAsset asset, Drawing drawing) {
        List<String> places = new ArrayList<>();
        asset.zone().ifPresent(zone -> places.add(zone.value()));
        for (Conduit conduit : drawing.plant().conduits()) {
            if (conduit.members().contains(asset.id())) {
                places.add(conduit.id().value());
            }
        }
        if (places.isEmpty()) {
            Places.of(asset, drawing.zones()).stream().map(Place::label).forEach(places::add);
        }
        return places;
    }
}
