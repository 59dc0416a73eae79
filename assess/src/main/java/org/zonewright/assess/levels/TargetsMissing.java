package org.zonewright.assess.levels;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Ranking;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.LevelVector;

/// Once targets are set, every zone of the SUC and every conduit of it has one.
///
/// - **What it checks**: where some zone or conduit has a target, no zone of the SUC and no conduit that joins one is
///   without.
/// - **Why it matters**: a place without a target has no gap to its target, and looks better than the places that were
///   assessed.
/// - **Evidence**: targets of the document or of the risk assessment.
/// - **Verdicts**: in order · no target.
/// - **What it cannot see**: whether a target is right.
/// - **Clause**: ZCR 5.6.
final class TargetsMissing {
    private TargetsMissing() {}

    static List<Finding> check(Plant plant, SortedMap<Subject, LevelVector> targets, SourceMap positions) {
        if (targets.isEmpty()) {
            return List.of(); // nobody began: the steps of the risk assessment say so
        }
        List<ZoneId> inside =
                plant.zones().stream().filter(Zone::inSuc).map(Zone::id).toList();
        Stream<Finding> zones = plant.zones().stream()
                .filter(Zone::inSuc)
                .filter(zone -> !targets.containsKey(Subject.of(zone.id())))
                .map(zone ->
                        finding(zone.id(), Subject.of(zone.id()), zone.displayName(), Optional.of(zone), positions));
        Stream<Finding> conduits = plant.conduits().stream()
                .filter(conduit -> conduit.between().stream().anyMatch(inside::contains))
                .filter(conduit -> !targets.containsKey(Subject.of(conduit.id())))
                .map(conduit -> finding(
                        conduit.id(),
                        Subject.of(conduit.id()),
                        conduit.displayName(),
                        strongest(conduit, plant),
                        positions));
        return Stream.concat(zones, conduits).toList();
    }

    private static Optional<Zone> strongest(Conduit conduit, Plant plant) {
        return plant.zones().stream()
                .filter(zone -> zone.inSuc() && conduit.between().contains(zone.id()))
                .findFirst();
    }

    private static Finding finding(Id id, Subject subject, String name, Optional<Zone> zone, SourceMap positions) {
        List<SourceRef> lines = positions.of(id).stream().toList();
        return Finding.of(
                FindingKind.PLACE_WITHOUT_TARGET,
                new About(subject.id(), List.of(name), List.of(subject)),
                new Reason(Text.of("finding.place-without-target.because", subject.id()), lines, List.of()),
                Ranking.start().reaches(zone).consequence(),
                lines);
    }
}
