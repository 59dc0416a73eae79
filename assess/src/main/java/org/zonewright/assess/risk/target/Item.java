package org.zonewright.assess.risk.target;

import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Conduit;
import org.zonewright.plant.TargetDecision;
import org.zonewright.plant.Traits;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.id.Id;
import org.zonewright.standard.LevelVector;

/// What a zone and a conduit have in common where targets are concerned.
record Item(
        Subject subject,
        Id id,
        String name,
        Optional<LevelVector> stated,
        TargetDecision decision,
        Optional<ZoneFunction> function,
        Traits traits) {
    static Item of(Zone zone) {
        return new Item(
                Subject.of(zone.id()),
                zone.id(),
                zone.displayName(),
                zone.target().map(target -> target.vector()),
                zone.decision(),
                Optional.of(zone.function()),
                zone.traits());
    }

    static Item of(Conduit conduit) {
        return new Item(
                Subject.of(conduit.id()),
                conduit.id(),
                conduit.displayName(),
                conduit.target().map(target -> target.vector()),
                conduit.decision(),
                Optional.empty(),
                conduit.traits());
    }
}
