package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Text;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;

/// Business zones and zones of the plant do not contain each other.
///
/// - **What it checks**: a zone and the zone it lies in are both of the business side (`enterprise`, `external`) or
/// both
///   of the plant.
/// - **Why it matters**: a zone has one set of requirements; business inside control either lowers it for the plant
///   or
///   pretends it for the office.
/// - **Evidence**: `zones[].parent`, `zones[].function`.
/// - **Verdicts**: in order · one lies in the other.
/// - **What it cannot see**: business stations among the assets of a control zone; the draft proposes those apart.
/// - **Clause**: ZCR 3.2.
final class BusinessSharedCheck implements DrawingCheck {
    @Override
    public List<Finding> check(Drawing drawing) {
        List<Finding> findings = new ArrayList<>();
        for (Zone zone : drawing.plant().zones()) {
            zone.parent()
                    .flatMap(parent -> drawing.zones().zone(parent))
                    .filter(parent -> isBusiness(parent) != isBusiness(zone))
                    .ifPresent(parent -> findings.add(finding(drawing, zone, parent)));
        }
        return findings;
    }

    private static boolean isBusiness(Zone zone) {
        return zone.function() == ZoneFunction.ENTERPRISE || zone.function() == ZoneFunction.EXTERNAL;
    }

    private static Finding finding(Drawing drawing, Zone zone, Zone parent) {
        return Finding.of(
                FindingKind.BUSINESS_SHARED,
                new About(
                        zone.id().value() + ">" + parent.id().value(),
                        List.of(zone.displayName(), parent.displayName()),
                        List.of(Subject.of(zone.id()), Subject.of(parent.id()))),
                drawing.at(
                        zone.id(),
                        Text.of(
                                "finding.business-shared.because",
                                zone.id(),
                                zone.function().word(),
                                parent.id(),
                                parent.function().word())),
                drawing.reaching(Optional.of(isBusiness(zone) ? parent.id() : zone.id())),
                drawing.lineOf(zone.id()));
    }
}
