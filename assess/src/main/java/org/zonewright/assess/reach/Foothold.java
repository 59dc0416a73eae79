package org.zonewright.assess.reach;

import org.zonewright.assess.Subject;
import org.zonewright.plant.id.AccessPointId;
import org.zonewright.plant.id.ZoneId;

/// Where a breach begins.
public sealed interface Foothold {
    /// Somebody holds one asset: a documented one, or one of the inventory that no line of the document names.
    record OfAsset(Subject asset) implements Foothold {
        public OfAsset {
            if (asset.kind() != Subject.Kind.ASSET && asset.kind() != Subject.Kind.OBSERVED) {
                throw new IllegalArgumentException("a foothold of an asset names an asset");
            }
        }
    }

    /// Somebody holds every asset of a zone.
    record OfZone(ZoneId zone) implements Foothold {}

    /// Somebody stands outside: in a zone of the function `external`, at a public address, or before a way in that
    /// can be used from afar.
    record External() implements Foothold {}

    /// A removable medium is carried to an asset or into a zone.
    record RemovableMedium(Subject into) implements Foothold {
        public RemovableMedium {
            if (into.kind() != Subject.Kind.ASSET && into.kind() != Subject.Kind.ZONE) {
                throw new IllegalArgumentException("a medium is carried to an asset or into a zone");
            }
        }
    }

    /// Somebody uses a way in of the document, such as a vendor's.
    record VendorAccess(AccessPointId accessPoint) implements Foothold {}

    /// How a person names it: the id of what it is, or `external`; with what it is before a colon where that is not
    /// an asset or a zone.
    default String label() {
        return switch (this) {
            case OfAsset(Subject asset) -> asset.id();
            case OfZone(ZoneId zone) -> zone.value();
            case External() -> "external";
            case RemovableMedium(Subject into) -> "medium:" + into.id();
            case VendorAccess(AccessPointId point) -> "access:" + point.value();
        };
    }
}
