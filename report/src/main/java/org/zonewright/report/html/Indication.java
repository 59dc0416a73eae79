package org.zonewright.report.html;

import java.util.List;
import org.zonewright.base.Text;

/// What the network says against requirements: it *indicates* a gap, asks for a check and decides nothing by itself, or
/// it *contradicts* that they are met.
///
/// `rule` is the id of the rule, `what` says what was seen, `requirements` are the SR and RE it bears on, `places` the
/// zones or conduits
/// where it was seen, `cannotSee` what the observation leaves open.
public record Indication(
        String rule,
        boolean contradicts,
        Text what,
        List<String> requirements,
        List<String> places,
        long conversations,
        Text cannotSee) {
    public Indication {
        requirements = List.copyOf(requirements);
        places = List.copyOf(places);
    }
}
