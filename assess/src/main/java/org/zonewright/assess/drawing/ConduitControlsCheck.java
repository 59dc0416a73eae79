package org.zonewright.assess.drawing;

import java.util.List;
import java.util.Set;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.ConduitKind;

/// Something holds what was approved for a conduit.
///
/// - **What it checks**: a conduit of kind `network`, `wireless` or `dial-up` with approved flows names a device that
///   enforces them, an asset of its own, a tunnel, or a written security requirement.
/// - **Why it matters**: flows that nothing enforces are a wish; the conduit carries whatever it is given.
/// - **Evidence**: `conduits[].enforced-by`, `members`, `tunnel`, `security-requirements`, `flows[].approved-by`.
/// - **Verdicts**: in order · nothing enforces it.
/// - **What it cannot see**: whether the device named does what was approved; the table of approved, configured and
///   observed does.
/// - **Clause**: ZCR 6.4, SR 5.2.
final class ConduitControlsCheck implements DrawingCheck {
    private static final Set<ConduitKind> CARRYING =
            Set.of(ConduitKind.NETWORK, ConduitKind.WIRELESS, ConduitKind.DIAL_UP);

    @Override
    public List<Finding> check(Drawing drawing) {
        return drawing.plant().conduits().stream()
                .filter(conduit -> CARRYING.contains(conduit.kind()))
                .filter(conduit -> conduit.flows().stream()
                        .anyMatch(flow -> flow.approvedBy().isPresent()))
                .filter(conduit -> !hasControls(conduit))
                .map(conduit -> Finding.of(
                        FindingKind.CONDUIT_WITHOUT_CONTROLS,
                        new About(
                                conduit.id().value(),
                                List.of(conduit.displayName()),
                                List.of(Subject.of(conduit.id()))),
                        drawing.at(conduit.id(), Text.of("finding.conduit-without-controls.because", conduit.id())),
                        drawing.reaching(conduit.between().stream().reduce((one, other) -> other)),
                        drawing.lineOf(conduit.id())))
                .toList();
    }

    private static boolean hasControls(Conduit conduit) {
        return !conduit.enforcedBy().isEmpty()
                || !conduit.members().isEmpty()
                || conduit.tunnel().isPresent()
                || conduit.oneWayTo().isPresent()
                || !conduit.specification().securityRequirements().isEmpty();
    }
}
