package org.zonewright.report.html;

import java.util.List;
import org.zonewright.base.Text;

/// A protocol whose use *indicates* a gap: an observation that asks for a check and decides nothing by itself.
///
/// `what` says what the protocol lacks, `requirements` are the SR and RE it bears on, `places` the zones or conduits
/// where it was seen, `cannotSee` what the observation leaves open.
public record Indication(
        String protocol,
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
