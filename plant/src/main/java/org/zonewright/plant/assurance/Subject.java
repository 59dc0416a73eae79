package org.zonewright.plant.assurance;

import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ServiceId;
import org.zonewright.plant.id.ZoneId;

/// What a statement is about.
public sealed interface Subject {

    record OfZone(ZoneId zone) implements Subject {}

    record OfConduit(ConduitId conduit) implements Subject {}

    record OfAsset(AssetId asset) implements Subject {}

    /// A service provider's work (IEC 62443-2-4).
    record OfService(ServiceId service) implements Subject {}

    /// The site as a whole, such as a programme element of IEC 62443-2-1.
    record OfSite() implements Subject {}
}
