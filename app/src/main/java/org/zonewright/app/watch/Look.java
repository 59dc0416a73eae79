package org.zonewright.app.watch;

import java.time.Instant;
import java.util.List;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Problem;
import org.zonewright.facts.Facts;
import org.zonewright.report.watch.WatchEvent;

/// What a look at the network showed: everything that is known by now, and what is new since the look before.
///
/// `facts` and `site` are of everything since watching began. `problems` are those that were not there before,
/// without mere information.
public record Look(Instant at, Facts facts, SiteAssessment site, List<WatchEvent> events, List<Problem> problems) {
    public Look {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /// True if any capture was read at all.
    public boolean isUsable() {
        return facts.contributions().stream()
                .anyMatch(contribution -> contribution.capture().isPresent());
    }
}
