package org.zonewright.assess.drawing;

import java.util.List;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;

/// Every conduit has somebody who answers for it.
///
/// - **What it checks**: each conduit has an `owner`.
/// - **Why it matters**: a conduit is assessed, approved and changed like a zone; what belongs to nobody is changed
///   by
///   anybody.
/// - **Evidence**: `conduits[].owner`, `conduits[].accountable`.
/// - **Verdicts**: in order · no owner.
/// - **What it cannot see**: whether the owner knows.
/// - **Clause**: ZCR 6.4 (accountable organisation).
final class ConduitOwnerCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        return drawing.plant().conduits().stream()
                .filter(conduit -> conduit.owner().isEmpty()
                        && conduit.specification().accountable().isEmpty())
                .map(conduit -> Finding.of(
                        FindingKind.CONDUIT_WITHOUT_OWNER,
                        new About(
                                conduit.id().value(),
                                List.of(conduit.displayName()),
                                List.of(Subject.of(conduit.id()))),
                        drawing.at(conduit.id(), Text.of("finding.conduit-without-owner.because", conduit.id())),
                        drawing.reaching(conduit.between().stream().reduce((one, other) -> other)),
                        drawing.lineOf(conduit.id())))
                .toList();
    }
}
