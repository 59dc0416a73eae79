package org.zonewright.assess.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.plant.id.ZoneId;

/// One asset that a breach reaches.
///
/// `service` and `functions` are those of the easiest last step; the service is empty for a step within a zone.
/// `steps` are the fewest, `difficulty` is that of the easiest route, which may be another one.
public record ReachedAsset(
        Subject asset,
        Optional<ZoneId> zone,
        Optional<String> service,
        List<String> functions,
        int steps,
        int difficulty,
        Set<Basis> bases) {
    public ReachedAsset {
        functions = List.copyOf(functions);
    }
}
