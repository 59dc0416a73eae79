package org.zonewright.report.drawing;

import java.time.Instant;
import java.util.List;
import org.zonewright.report.Timestamps;

/// What identifies the sheet: whose plant, what drawing, which state, who may see it, and what it was drawn from.
///
/// `date` is the time the assessment speaks of; `revision`, `subtitle` and `classification` may be empty; `product`
/// is the program and its version; `sources` are captures, lists and documents as their user named them.
public record TitleBlock(
        String site,
        String title,
        String subtitle,
        String revision,
        String classification,
        Instant date,
        String product,
        List<String> sources) {
    public TitleBlock {
        sources = List.copyOf(sources);
    }

    /// The date as the sheet shows it.
    String dateText() {
        return Timestamps.minutes(date);
    }
}
