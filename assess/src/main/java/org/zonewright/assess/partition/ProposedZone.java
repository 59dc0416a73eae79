package org.zonewright.assess.partition;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.PurdueLevel;
import org.zonewright.plant.Traits;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.standard.RequirementId;

/// One proposed zone.
///
/// `id` is fit to be an id of a plant document. `cidrs` are the networks that make it up, with `realm`, the realm
/// they are meant in; a zone that is carved out of a network has none and consists of its `assets` (ids of the
/// inventory, sorted). `rules` are the clauses that ask for the cut. `needs` says what the network would need to
/// enforce the zone; empty where the zone is a network of its own already.
public record ProposedZone(
        String id,
        Text name,
        ZoneFunction function,
        Traits traits,
        Optional<PurdueLevel> purdue,
        String realm,
        List<String> cidrs,
        List<String> assets,
        List<RequirementId> rules,
        Reason reason,
        Optional<Text> needs) {
    public ProposedZone {
        cidrs = List.copyOf(cidrs);
        assets = assets.stream().sorted().toList();
        rules = List.copyOf(rules);
    }

    /// True if the zone belongs to the system under consideration: business and outside do not.
    public boolean inSuc() {
        return function != ZoneFunction.ENTERPRISE && function != ZoneFunction.EXTERNAL;
    }
}
