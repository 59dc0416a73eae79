package org.zonewright.assess;

import java.util.Optional;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// Where in the drawing something stands.
public sealed interface Place {

    /// In a zone.
    record InZone(ZoneId zone) implements Place {}

    /// A conduit's own asset.
    record InConduit(ConduitId conduit) implements Place {}

    /// In no zone and no conduit.
    record Undrawn() implements Place {}

    /// The zone; empty for a conduit's asset and for what is not drawn.
    default Optional<ZoneId> inZone() {
        return this instanceof InZone(ZoneId zone) ? Optional.of(zone) : Optional.empty();
    }

    /// The id of the zone or conduit, `?` for what is not drawn: no id may begin so.
    default String label() {
        return switch (this) {
            case InZone(ZoneId zone) -> zone.value();
            case InConduit(ConduitId conduit) -> conduit.value();
            case Undrawn() -> "?";
        };
    }
}
