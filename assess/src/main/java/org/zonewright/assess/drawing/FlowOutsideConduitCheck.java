package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Place;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// The flows of a conduit end in the zones that it joins.
///
/// - **What it checks**: both ends of each flow lie in zones that its conduit joins (or inside them), or are assets
///   of
///   the conduit itself.
/// - **Why it matters**: such a flow is approved on a way that does not exist, so the device that enforces the
///   conduit
///   never sees it, and a DMZ is crossed without ending in it.
/// - **Evidence**: `conduits[].between`, `conduits[].flows`, where assets and addresses stand.
/// - **Verdicts**: in order · an end lies in another zone. Ends of which no zone is known, networks, and group
/// addresses
///   are not judged.
/// - **What it cannot see**: whether the device on the way lets the flow pass.
/// - **Clause**: ZCR 6.3, ZCR 6.4 (data flows).
final class FlowOutsideConduitCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        for (Conduit conduit : drawing.plant().conduits()) {
            for (Flow flow : conduit.flows()) {
                for (Endpoint end : List.of(flow.from(), flow.to())) {
                    drawing.placeOf(end)
                            .filter(place -> !belongs(place, conduit, drawing))
                            .ifPresent(place -> findings.add(finding(drawing, conduit, flow, place)));
                }
            }
        }
        return findings.stream().distinct().toList();
    }

    private static boolean belongs(Place place, Conduit conduit, Drawing drawing) {
        return switch (place) {
            case Place.InZone(ZoneId zone) ->
                drawing.zones().withParents(zone).stream().anyMatch(conduit.between()::contains);
            case Place.InConduit(ConduitId id) -> conduit.id().equals(id);
            case Place.Undrawn() -> true;
        };
    }

    private static Finding finding(Drawing drawing, Conduit conduit, Flow flow, Place place) {
        return Finding.of(
                FindingKind.FLOW_OUTSIDE_CONDUIT,
                new About(
                        flow.id().value(),
                        List.of(flow.id().value(), conduit.id().value(), place.label()),
                        List.of(Subject.of(flow.id()), Subject.of(conduit.id()))),
                drawing.at(
                        flow.id(),
                        Text.of(
                                "finding.flow-outside-conduit.because",
                                flow.id(),
                                place.label(),
                                conduit.id(),
                                conduit.between())),
                drawing.reaching(place.inZone()),
                drawing.lineOf(flow.id()));
    }
}
