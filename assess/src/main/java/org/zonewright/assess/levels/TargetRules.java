package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;

/// No zone asks less than the zone that contains it.
///
/// - **What it checks**: for each zone with a `parent` and a target of both, every entry is at least the parent's.
/// - **Why it matters**: who is in the outer zone may expect its level everywhere inside; a weaker part is where the
/// whole is entered.
/// - **Evidence**: targets of the document or of the risk assessment, `zones[].parent`.
/// - **Verdicts**: in order · an entry is below the parent's.
/// - **What it cannot see**: a boundary inside the zone that makes the lower target right; `parent` means
///   containment, never Purdue order.
/// - **Clause**: ZCR 5.6.
public final class TargetRules {
    private TargetRules() {}

    /// The findings, in the document's order of zones; acceptances are not looked at here.
    public static List<Finding> check(Plant plant, SortedMap<Subject, LevelVector> targets, SourceMap positions) {
        Map<ZoneId, Zone> zones = new HashMap<>();
        plant.zones().forEach(zone -> zones.putIfAbsent(zone.id(), zone));
        List<Finding> findings = new ArrayList<>();
        for (Zone zone : plant.zones()) {
            zone.parent().map(zones::get).ifPresent(parent -> {
                LevelVector own = targets.get(Subject.of(zone.id()));
                LevelVector outer = targets.get(Subject.of(parent.id()));
                if (own != null && outer != null && !own.atLeast(outer)) {
                    findings.add(finding(zone, own, parent, outer, positions));
                }
            });
        }
        findings.addAll(TargetsMissing.check(plant, targets, positions));
        return findings;
    }

    private static Finding finding(Zone zone, LevelVector own, Zone parent, LevelVector outer, SourceMap positions) {
        List<SourceRef> lines = positions.of(zone.id()).stream().toList();
        List<Reason> entries = own.shortOf(outer).stream()
                .map(requirement -> Reason.of(Text.of(
                        "finding.subzone-target.entry",
                        requirement.name(),
                        own.at(requirement).number(),
                        outer.at(requirement).number())))
                .toList();
        String names = String.join(
                ", ",
                own.shortOf(outer).stream().map(FoundationalRequirement::name).toList());
        return Finding.of(
                FindingKind.SUBZONE_TARGET,
                new About(
                        zone.id().value(),
                        List.of(zone.displayName(), parent.displayName(), names),
                        List.of(Subject.of(zone.id()), Subject.of(parent.id()))),
                new Reason(
                        Text.of("finding.subzone-target.because", zone.id(), own, parent.id(), outer), lines, entries),
                Ranking.start().reaches(Optional.of(zone)).consequence(),
                lines);
    }
}
