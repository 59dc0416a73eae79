package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ZoneId;

/// A conduit ends at the boundary of a zone and does not run through it.
///
/// - **What it checks**: no conduit joins a zone inside another with a zone outside that other one.
/// - **Why it matters**: such a conduit passes the outer zone's boundary without being one of its conduits, and the
///   outer zone's level says nothing of it.
/// - **Evidence**: `conduits[].between`, `zones[].parent`.
/// - **Verdicts**: in order · crosses a zone.
/// - **What it cannot see**: how cables and devices run; `parent` means containment, never Purdue order.
/// - **Clause**: ZCR 3.1.
final class ConduitCrossesZoneCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        for (Conduit conduit : drawing.plant().conduits()) {
            for (ZoneId end : conduit.between()) {
                crossed(conduit, end, drawing).ifPresent(outer -> findings.add(finding(drawing, conduit, end, outer)));
            }
        }
        return findings;
    }

    /// The zone around one end that another end lies outside of.
    private static Optional<Zone> crossed(Conduit conduit, ZoneId end, Drawing drawing) {
        Optional<ZoneId> parent = drawing.zones().zone(end).flatMap(Zone::parent);
        boolean leaves = parent.isPresent()
                && conduit.between().stream()
                        .filter(other -> !other.equals(end))
                        .map(other -> drawing.zones().withParents(other))
                        .anyMatch((Collection<ZoneId> around) -> !around.contains(parent.get()));
        return leaves ? drawing.zones().zone(parent.get()) : Optional.empty();
    }

    private static Finding finding(Drawing drawing, Conduit conduit, ZoneId end, Zone outer) {
        return Finding.of(
                FindingKind.CONDUIT_CROSSES_ZONE,
                new About(
                        conduit.id().value() + "+" + end.value(),
                        List.of(conduit.displayName(), end.value(), outer.displayName()),
                        List.of(Subject.of(conduit.id()), Subject.of(end), Subject.of(outer.id()))),
                drawing.at(
                        conduit.id(), Text.of("finding.conduit-crosses-zone.because", conduit.id(), end, outer.id())),
                drawing.reaching(Optional.of(end)),
                drawing.lineOf(conduit.id()));
    }
}
