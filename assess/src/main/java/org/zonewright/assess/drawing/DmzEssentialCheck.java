package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.ItemRef;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.AssetId;

/// No essential function depends on a DMZ.
///
/// - **What it checks**: no asset that an essential function depends on stands in a zone of function `dmz`.
/// - **Why it matters**: a DMZ is the first thing that is cut off in an incident; what stands in it must be
/// dispensable.
/// - **Evidence**: `suc.essential-functions[].depends-on`, `assets`, `zones[].function`.
/// - **Verdicts**: in order · an essential function needs an asset of the DMZ.
/// - **What it cannot see**: dependencies that nobody wrote down.
/// - **Clause**: ZCR 3.1, SR 5.2 RE(2) (island mode).
final class DmzEssentialCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        drawing.plant().suc().ifPresent(suc -> suc.essentialFunctions().forEach(function -> function.dependsOn()
                .forEach(item -> asset(item, drawing).ifPresent(asset -> drawing.zoneOf(asset)
                        .filter(zone -> zone.function() == ZoneFunction.DMZ)
                        .ifPresent(zone -> findings.add(finding(drawing, function, asset, zone)))))));
        return findings;
    }

    private static Optional<PlantAsset> asset(ItemRef item, Drawing drawing) {
        return drawing.asset(new AssetId(item.value()));
    }

    private static Finding finding(Drawing drawing, EssentialFunction function, PlantAsset asset, Zone zone) {
        return Finding.of(
                FindingKind.DMZ_ESSENTIAL,
                new About(
                        asset.id().value() + ">" + function.id().value(),
                        List.of(
                                asset.displayName(),
                                zone.displayName(),
                                function.name().orElse(function.id().value())),
                        List.of(Subject.of(asset.id()), Subject.of(zone.id()))),
                drawing.at(
                        function.id(), Text.of("finding.dmz-essential.because", function.id(), asset.id(), zone.id())),
                drawing.reaching(Optional.of(zone.id())),
                drawing.lineOf(asset.id()));
    }
}
