package org.zonewright.report.assurance;

import java.util.List;
import org.zonewright.base.Reason;

/// What the network showed against what evidence or a claim says.
///
/// `rule` is the id of the observation rule, `asset` the asset at which it was seen, `requirements` what it touches,
/// `voids` the ids of evidence and claims that no longer count; the leaves of `reason` open the frames.
public record Contradiction(
        String rule, PlaceName place, String asset, List<String> requirements, List<String> voids, Reason reason) {

    public Contradiction {
        requirements = List.copyOf(requirements);
        voids = List.copyOf(voids);
    }
}
