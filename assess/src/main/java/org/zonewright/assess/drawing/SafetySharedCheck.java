package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Consequence;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SystemUnderConsideration;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.AssetId;

/// Safety-related assets stand in safety-related zones.
///
/// - **What it checks**: an asset that is marked `safety-related`, or that an essential function of kind `safety`
/// depends
///   on, stands in a zone marked `safety-related`.
/// - **Why it matters**: otherwise whoever gets into the zone for its ordinary assets is already at the last line of
///   defence.
/// - **Evidence**: `assets[].safety-related`, `suc.essential-functions`, `zones[].safety-related`.
/// - **Verdicts**: in order · in a zone that is not safety-related. Assets without a zone are told by asset-place.
/// - **What it cannot see**: safety functions that nobody documented.
/// - **Clause**: ZCR 3.3.
final class SafetySharedCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        Map<AssetId, Reason> needed = new HashMap<>();
        drawing.plant().suc().map(SystemUnderConsideration::essentialFunctions).orElse(List.of()).stream()
                .filter(function -> function.kind() == EssentialFunction.Kind.SAFETY)
                .forEach(function -> function.dependsOn()
                        .forEach(item -> needed.putIfAbsent(
                                new AssetId(item.value()),
                                drawing.at(
                                        function.id(),
                                        Text.of("finding.safety-shared.function", function.id(), item)))));
        List<Finding> findings = new ArrayList<>();
        for (PlantAsset asset : drawing.plant().assets()) {
            Optional<Reason> why = asset.traits().safetyRelated()
                    ? Optional.of(drawing.at(asset.id(), Text.of("finding.safety-shared.marked", asset.id())))
                    : Optional.ofNullable(needed.get(asset.id()));
            Optional<Zone> zone =
                    drawing.zoneOf(asset).filter(one -> !one.traits().safetyRelated());
            if (why.isPresent() && zone.isPresent()) {
                findings.add(finding(drawing, asset, zone.get(), why.get()));
            }
        }
        return findings;
    }

    private static Finding finding(Drawing drawing, PlantAsset asset, Zone zone, Reason why) {
        Consequence consequence =
                Ranking.start().reaches(Optional.of(zone)).stranger("safety").consequence();
        return Finding.of(
                FindingKind.SAFETY_SHARED,
                new About(
                        asset.id().value(),
                        List.of(asset.displayName(), zone.displayName()),
                        List.of(Subject.of(asset.id()), Subject.of(zone.id()))),
                new Reason(
                        Text.of("finding.safety-shared.because", asset.id(), zone.id()),
                        drawing.lineOf(zone.id()),
                        List.of(why)),
                consequence,
                drawing.lineOf(asset.id()));
    }
}
