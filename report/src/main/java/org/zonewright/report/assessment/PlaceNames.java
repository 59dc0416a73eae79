package org.zonewright.report.assessment;

import org.zonewright.assess.Subject;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Zone;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.report.assurance.PlaceName;

/// The zones and conduits of a document by their names.
record PlaceNames(Plant plant) {

    /// The name of a zone or conduit; its id for what the document does not have.
    PlaceName of(Subject place) {
        String id = place.id();
        return place.kind() == Subject.Kind.CONDUIT
                ? new PlaceName(
                        PlaceName.Kind.CONDUIT,
                        id,
                        plant.conduit(new ConduitId(id))
                                .map(Conduit::displayName)
                                .orElse(id))
                : new PlaceName(
                        PlaceName.Kind.ZONE,
                        id,
                        plant.zone(new ZoneId(id)).map(Zone::displayName).orElse(id));
    }
}
