package org.zonewright.app;

import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.assess.Subject;
import org.zonewright.assess.reach.Foothold;
import org.zonewright.assess.reach.Reach;
import org.zonewright.plant.id.AccessPointId;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.Id;
import org.zonewright.plant.id.ZoneId;

/// Finds the foothold that a person names: `external`, `medium:` before an asset or zone, `access:` before a way in of
/// the document, or the id of a zone, of a documented asset or of one of the inventory, looked for in this order.
public final class FootholdNames {
    private static final String MEDIUM = "medium:";
    private static final String ACCESS = "access:";

    private FootholdNames() {}

    /// Empty where there is no such thing.
    public static Optional<Foothold> find(String name, Reach reach) {
        Stream<Foothold> candidates;
        if (name.equals("external")) {
            candidates = Stream.of(new Foothold.External());
        } else if (name.startsWith(MEDIUM)) {
            String into = name.substring(MEDIUM.length());
            candidates = !Id.isValid(into)
                    ? Stream.empty()
                    : Stream.of(
                            new Foothold.RemovableMedium(Subject.of(new ZoneId(into))),
                            new Foothold.RemovableMedium(Subject.of(new AssetId(into))));
        } else if (name.startsWith(ACCESS)) {
            String point = name.substring(ACCESS.length());
            candidates =
                    Id.isValid(point) ? Stream.of(new Foothold.VendorAccess(new AccessPointId(point))) : Stream.empty();
        } else {
            Stream<Foothold> documented = Id.isValid(name)
                    ? Stream.of(
                            new Foothold.OfZone(new ZoneId(name)), new Foothold.OfAsset(Subject.of(new AssetId(name))))
                    : Stream.empty();
            candidates = Stream.concat(documented, Stream.of(new Foothold.OfAsset(Subject.observed(name))));
        }
        return candidates
                .filter(foothold -> reach.from(foothold, true).isPresent())
                .findFirst();
    }
}
