package org.zonewright.assess.drawing;

import java.util.List;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;

/// A conduit between owners is watched by somebody.
///
/// - **What it checks**: a conduit that joins zones of different owners, or leads outside the SUC, has
///   `monitored-by`.
/// - **Why it matters**: each side takes the other to be watching.
/// - **Evidence**: `zones[].owner`, `zones[].in-suc`, `conduits[].monitored-by`.
/// - **Verdicts**: in order · nobody watches. Zones without an owner are not taken for different ones.
/// - **What it cannot see**: whether whoever is named looks, and can see the conduit at all.
/// - **Clause**: SR 6.2 (continuous monitoring), ZCR 6.4.
final class ConduitUnwatchedCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        return drawing.plant().conduits().stream()
                .filter(conduit -> conduit.monitoredBy().isEmpty() && isShared(conduit, drawing))
                .map(conduit -> Finding.of(
                        FindingKind.CONDUIT_UNWATCHED,
                        new About(
                                conduit.id().value(),
                                List.of(conduit.displayName()),
                                List.of(Subject.of(conduit.id()))),
                        drawing.at(
                                conduit.id(),
                                Text.of("finding.conduit-unwatched.because", conduit.id(), owners(conduit, drawing))),
                        drawing.reaching(conduit.between().stream().reduce((one, other) -> other)),
                        drawing.lineOf(conduit.id())))
                .toList();
    }

    private static boolean isShared(Conduit conduit, Drawing drawing) {
        boolean leadsOut = conduit.between().stream()
                        .flatMap(zone -> drawing.zones().zone(zone).stream())
                        .map(zone -> zone.inSuc())
                        .distinct()
                        .count()
                > 1;
        return leadsOut || owners(conduit, drawing).size() > 1;
    }

    private static List<String> owners(Conduit conduit, Drawing drawing) {
        return conduit.between().stream()
                .flatMap(zone -> drawing.zones().zone(zone).stream())
                .flatMap(zone -> zone.owner().stream())
                .distinct()
                .toList();
    }
}
