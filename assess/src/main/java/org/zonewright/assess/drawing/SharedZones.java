package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Zone;

/// Finds assets with a trait in zones without it: what the checks of ZCR 3.4 to 3.6 have in common.
final class SharedZones {
    private SharedZones() {}

    static List<Finding> find(Drawing drawing, FindingKind kind, Predicate<Traits> trait) {
        List<Finding> findings = new ArrayList<>();
        for (PlantAsset asset : drawing.plant().assets()) {
            if (trait.test(asset.traits())) {
                drawing.zoneOf(asset)
                        .filter(zone -> !trait.test(zone.traits()))
                        .ifPresent(zone -> findings.add(finding(drawing, kind, asset, zone)));
            }
        }
        return findings;
    }

    private static Finding finding(Drawing drawing, FindingKind kind, PlantAsset asset, Zone zone) {
        return Finding.of(
                kind,
                new About(
                        asset.id().value(),
                        List.of(asset.displayName(), zone.displayName()),
                        List.of(Subject.of(asset.id()), Subject.of(zone.id()))),
                drawing.at(asset.id(), Text.of("finding." + kind.id() + ".because", asset.id(), zone.id())),
                drawing.reaching(Optional.of(zone.id())),
                drawing.lineOf(asset.id()));
    }
}
