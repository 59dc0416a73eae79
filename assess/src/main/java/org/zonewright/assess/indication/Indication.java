package org.zonewright.assess.indication;

import java.util.List;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.standard.RequirementId.SystemId;

/// That the use of a protocol in a zone indicates gaps against requirements.
///
/// `row` is the row of the table, `zone` the zone of the stations that answer, `?` for those in none. `assets` are
/// these stations, by their ids in the inventory, sorted; `exchanges` counts what they answered. `cannotSee` limits
/// the statement and belongs beside it.
public record Indication(
        String row,
        String zone,
        List<SystemId> requirements,
        List<String> assets,
        int exchanges,
        Reason reason,
        Text cannotSee) {
    public Indication {
        requirements = List.copyOf(requirements);
        assets = assets.stream().sorted().distinct().toList();
    }
}
