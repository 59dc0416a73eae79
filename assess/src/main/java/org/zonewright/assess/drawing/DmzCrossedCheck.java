package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Flow;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;

/// What goes through a DMZ ends in it.
///
/// - **What it checks**: in a conduit that joins a DMZ with a zone of the plant (`control`, `operations`) and a zone
///   outside it (`enterprise`, `external`), no flow runs from one of these to the other.
/// - **Why it matters**: a DMZ separates only if each session ends there; a session that passes makes it a cable.
/// - **Evidence**: `conduits[].between`, `conduits[].flows[].from` and `to`, `zones[].function`.
/// - **Verdicts**: in order · crosses the DMZ.
/// - **What it cannot see**: a flow between networks or `any`, and a session that a host in the DMZ forwards.
/// - **Clause**: ZCR 3.2, SR 5.2.
final class DmzCrossedCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        for (Conduit conduit : drawing.plant().conduits()) {
            Optional<Zone> dmz = conduit.between().stream()
                    .flatMap(id -> drawing.zones().zone(id).stream())
                    .filter(zone -> zone.function() == ZoneFunction.DMZ)
                    .findFirst();
            if (dmz.isPresent()) {
                for (Flow flow : conduit.flows()) {
                    Optional<Zone> from = drawing.zoneOf(flow.from());
                    Optional<Zone> to = drawing.zoneOf(flow.to());
                    if (from.isPresent() && to.isPresent() && crosses(from.get(), to.get())) {
                        findings.add(finding(drawing, flow, from.get(), to.get(), dmz.get()));
                    }
                }
            }
        }
        return findings;
    }

    private static boolean crosses(Zone one, Zone other) {
        return (isOutside(one) && isPlant(other)) || (isPlant(one) && isOutside(other));
    }

    private static boolean isOutside(Zone zone) {
        return zone.function() == ZoneFunction.ENTERPRISE || zone.function() == ZoneFunction.EXTERNAL;
    }

    private static boolean isPlant(Zone zone) {
        return zone.function() == ZoneFunction.CONTROL || zone.function() == ZoneFunction.OPERATIONS;
    }

    private static Finding finding(Drawing drawing, Flow flow, Zone from, Zone to, Zone dmz) {
        return Finding.of(
                FindingKind.DMZ_CROSSED,
                new About(
                        flow.id().value(),
                        List.of(flow.id().value(), from.displayName(), to.displayName(), dmz.displayName()),
                        List.of(Subject.of(flow.id()), Subject.of(dmz.id()))),
                drawing.at(flow.id(), Text.of("finding.dmz-crossed.because", flow.id(), from.id(), to.id(), dmz.id())),
                drawing.reaching(Optional.of(isPlant(to) ? to.id() : from.id())),
                drawing.lineOf(flow.id()));
    }
}
