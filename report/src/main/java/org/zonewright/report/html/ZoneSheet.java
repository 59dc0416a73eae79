package org.zonewright.report.html;

import java.util.List;
import org.zonewright.base.Reason;

/// One zone as the report lists it: what it is for, who answers for it, its target as text, how many assets it has
/// and why it is a zone. `rules` are the partition rules that ask for it (`ZCR 3.3`).
public record ZoneSheet(
        String id,
        String name,
        String function,
        String owner,
        String target,
        int assets,
        List<String> rules,
        Reason reason) {
    public ZoneSheet {
        rules = List.copyOf(rules);
    }
}
