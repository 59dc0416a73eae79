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
import org.zonewright.plant.Endpoint;
import org.zonewright.plant.Flow;
import org.zonewright.plant.network.Port;

/// Approved flows name their ends and their service.
///
/// - **What it checks**: no flow has `any` as an end, every port as its port, or neither port nor protocol.
/// - **Why it matters**: such an approval covers what nobody thought of, and makes a rule that lets everything
///   through.
/// - **Evidence**: `conduits[].flows`.
/// - **Verdicts**: in order · an end, or the service, is open.
/// - **What it cannot see**: networks that are larger than they need to be.
/// - **Clause**: SR 5.2 RE(1), deny by default and allow by exception.
final class AnyInFlowCheck implements DrawingCheck {
    private static final int ALL_PORTS = 0xffff;

    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        for (Conduit conduit : drawing.plant().conduits()) {
            for (Flow flow : conduit.flows()) {
                List<String> open = open(flow);
                if (!open.isEmpty()) {
                    String list = String.join(", ", open);
                    findings.add(Finding.of(
                            FindingKind.ANY_IN_FLOW,
                            new About(
                                    flow.id().value(),
                                    List.of(flow.id().value(), conduit.id().value(), list),
                                    List.of(Subject.of(flow.id()), Subject.of(conduit.id()))),
                            drawing.at(flow.id(), Text.of("finding.any-in-flow.because", flow.id(), list)),
                            drawing.reaching(
                                    flow.to() instanceof Endpoint.OfZone(var zone)
                                            ? Optional.of(zone)
                                            : Optional.empty()),
                            drawing.lineOf(flow.id())));
                }
            }
        }
        return findings;
    }

    private static List<String> open(Flow flow) {
        List<String> open = new ArrayList<>();
        if (flow.from() instanceof Endpoint.Any) {
            open.add("from");
        }
        if (flow.to() instanceof Endpoint.Any) {
            open.add("to");
        }
        boolean everyPort = flow.port()
                .filter(port -> port instanceof Port.Range range && range.first() == 0 && range.last() == ALL_PORTS)
                .isPresent();
        if (everyPort || (flow.port().isEmpty() && flow.protocol().isEmpty())) {
            open.add("port");
        }
        return open;
    }
}
