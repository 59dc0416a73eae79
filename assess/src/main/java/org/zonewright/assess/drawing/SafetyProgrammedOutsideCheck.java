package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.AllowedFunction;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.FunctionClass;
import org.zonewright.plant.Zone;

/// Safety-related systems are programmed from within their own zone.
///
/// - **What it checks**: no flow that allows `program` or `configure` runs from a zone that is not safety-related to
///   one that is, or to an asset marked so.
/// - **Why it matters**: whoever holds the engineering station holds the safety function; it deserves the level of the
///   zone that it can change.
/// - **Evidence**: `conduits[].flows[].allow`, `zones[].safety-related`, `assets[].safety-related`.
/// - **Verdicts**: in order · programmed from outside.
/// - **What it cannot see**: a flow without `allow`, which approves the port alone and may carry a program too.
/// - **Clause**: ZCR 3.3, SR 5.2.
final class SafetyProgrammedOutsideCheck implements DrawingCheck {
    private static final Set<FunctionClass> CHANGING = Set.of(FunctionClass.PROGRAM, FunctionClass.CONFIGURE);

    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        for (Conduit conduit : drawing.plant().conduits()) {
            for (Flow flow : conduit.flows()) {
                Optional<Zone> from = drawing.zoneOf(flow.from());
                boolean outside =
                        from.filter(zone -> !zone.traits().safetyRelated()).isPresent();
                if (outside && isSafety(flow.to(), drawing) && changes(flow)) {
                    findings.add(finding(drawing, flow, from.get()));
                }
            }
        }
        return findings;
    }

    private static boolean changes(Flow flow) {
        return flow.allow().stream()
                .anyMatch(allowed -> allowed instanceof AllowedFunction.ClassOf(var functionClass)
                        && CHANGING.contains(functionClass));
    }

    private static boolean isSafety(Endpoint end, Drawing drawing) {
        boolean asset = end instanceof Endpoint.OfAsset(var id)
                && drawing.asset(id)
                        .filter(known -> known.traits().safetyRelated())
                        .isPresent();
        return asset
                || drawing.zoneOf(end)
                        .filter(zone -> zone.traits().safetyRelated())
                        .isPresent();
    }

    private static Finding finding(Drawing drawing, Flow flow, Zone from) {
        String to = drawing.placeOf(flow.to()).orElseThrow().label();
        return Finding.of(
                FindingKind.SAFETY_PROGRAMMED_OUTSIDE,
                new About(
                        flow.id().value(),
                        List.of(flow.id().value(), from.displayName(), to),
                        List.of(Subject.of(flow.id()), Subject.of(from.id()))),
                drawing.at(flow.id(), Text.of("finding.safety-programmed-outside.because", flow.id(), from.id(), to)),
                drawing.reaching(drawing.zoneOf(flow.to()).map(Zone::id)),
                drawing.lineOf(flow.id()));
    }
}
