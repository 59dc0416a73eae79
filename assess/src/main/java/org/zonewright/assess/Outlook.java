package org.zonewright.assess;

import java.util.List;
import org.zonewright.assess.coverage.SiteCoverage;
import org.zonewright.assess.levels.Gap;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.risk.RiskResult;

/// How a site of the plant document stands: its risk, its levels against the targets that follow from it, what keeps
/// levels below their targets, and what the evidence is good for. `gaps` are place by place in the document's order.
public record Outlook(RiskResult risk, Levels levels, List<Gap> gaps, SiteCoverage coverage) {
    public Outlook {
        gaps = List.copyOf(gaps);
    }
}
