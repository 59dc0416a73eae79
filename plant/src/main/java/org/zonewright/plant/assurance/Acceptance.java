package org.zonewright.plant.assurance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.ItemRef;
import org.zonewright.plant.id.AcceptanceId;
import org.zonewright.plant.id.ScenarioId;

/// Somebody answers for a finding or for the residual risk of scenarios, up to and including `until`. It never raises
/// a level; it makes a finding known.
///
/// `finding` is the key that the finding's own line prints; `items` narrows a key of a whole check to some items.
public record Acceptance(
        AcceptanceId id,
        Optional<String> finding,
        List<ScenarioId> scenarios,
        List<ItemRef> items,
        String by,
        String because,
        Optional<LocalDate> on,
        Optional<LocalDate> until) {
    public Acceptance {
        scenarios = List.copyOf(scenarios);
        items = List.copyOf(items);
        if (finding.isEmpty() && scenarios.isEmpty()) {
            throw new IllegalArgumentException("an acceptance names a finding or scenarios");
        }
    }
}
