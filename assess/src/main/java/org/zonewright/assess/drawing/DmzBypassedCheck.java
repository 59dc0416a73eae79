package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Severity;
import org.zonewright.base.Text;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;

/// Business and plant are not joined directly.
///
/// - **What it checks**: no conduit joins a zone of function `enterprise` with one of function `control` or
///   `operations`. Where the site's policy says `require-dmz`, it is an error, and zones of function `external` count
///   too; where it says `require-dmz: false`, nothing is checked.
/// - **Why it matters**: one stolen office account is then one step from the plant.
/// - **Evidence**: `conduits[].between`, `zones[].function`, `policy.require-dmz`.
/// - **Verdicts**: in order · joined directly.
/// - **What it cannot see**: a connection that nobody drew; approved against observed shows those.
/// - **Clause**: ZCR 3.2, SR 5.1.
final class DmzBypassedCheck implements DrawingCheck {
    private static final Set<ZoneFunction> PLANT = Set.of(ZoneFunction.CONTROL, ZoneFunction.OPERATIONS);

    @Override
    public List<Finding> check(Drawing drawing) {
        Optional<Boolean> required = drawing.plant().policy().requireDmz();
        List<Finding> findings = new ArrayList<>();
        for (Conduit conduit : drawing.plant().conduits()) {
            List<Zone> zones = conduit.between().stream()
                    .flatMap(zone -> drawing.zones().zone(zone).stream())
                    .toList();
            Optional<Zone> business = zones.stream()
                    .filter(zone -> zone.function() == ZoneFunction.ENTERPRISE
                            || (required.orElse(false) && zone.function() == ZoneFunction.EXTERNAL))
                    .findFirst();
            Optional<Zone> plant = zones.stream()
                    .filter(zone -> PLANT.contains(zone.function()))
                    .findFirst();
            if (business.isPresent() && plant.isPresent() && required.orElse(true)) {
                Finding finding = Finding.of(
                        FindingKind.DMZ_BYPASSED,
                        new About(
                                conduit.id().value(),
                                List.of(
                                        conduit.displayName(),
                                        business.get().displayName(),
                                        plant.get().displayName()),
                                List.of(Subject.of(conduit.id()))),
                        drawing.at(
                                conduit.id(),
                                Text.of(
                                        "finding.dmz-bypassed.because",
                                        conduit.id(),
                                        business.get().id(),
                                        plant.get().id())),
                        drawing.reaching(Optional.of(plant.get().id())),
                        drawing.lineOf(conduit.id()));
                findings.add(required.orElse(false) ? finding.withSeverity(Severity.ERROR) : finding);
            }
        }
        return findings;
    }
}
