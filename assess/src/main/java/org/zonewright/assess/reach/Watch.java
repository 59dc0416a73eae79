package org.zonewright.assess.reach;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.ServiceRelation;
import org.zonewright.plant.Zone;

/// Whether a crossing between organisations has somebody who answers for watching it, by three rules of W. Kim
/// (Compliant Yet Blind, 2026):
///
/// - SC-1: the organisations of the joined zones differ, or the conduit's own is none of them;
/// - NC-1: no service provider's contract covers the conduit; one for integration alone does not count;
/// - NC-2: different organisations answer for the joined zones.
public enum Watch {
    /// All three hold: each side takes the other to be watching.
    BLIND_SPOT,
    /// SC-1 and NC-1 hold, NC-2 does not.
    BORDERLINE,
    /// SC-1 holds, and a service provider's contract covers the conduit.
    RESOLVED_BY_PROVIDER,
    /// One organisation has both sides.
    ONE_OWNER;

    /// The word in JSON.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The verdict on one conduit. A zone or conduit that names no organisation is the site's own.
    public static Watch of(Plant plant, Conduit conduit) {
        String own = plant.site().organisation().orElse("");
        List<String> ends = conduit.between().stream()
                .map(plant::zone)
                .flatMap(Optional::stream)
                .map((Zone zone) -> zone.organisation().orElse(own))
                .distinct()
                .toList();
        boolean several = ends.size() > 1;
        boolean foreign = conduit.organisation()
                .filter(transit -> !ends.contains(transit))
                .isPresent();
        if (!several && !foreign) {
            return ONE_OWNER;
        }
        boolean covered = plant.services().stream()
                .anyMatch(relation -> relation.kind() != ServiceRelation.Kind.INTEGRATION
                        && relation.scope().contains(conduit.id()));
        if (covered) {
            return RESOLVED_BY_PROVIDER;
        }
        return several ? BLIND_SPOT : BORDERLINE;
    }
}
