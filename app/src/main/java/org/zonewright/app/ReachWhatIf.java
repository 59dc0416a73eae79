package org.zonewright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.Assessor;
import org.zonewright.assess.Outlook;
import org.zonewright.assess.reach.WhatIf;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.base.Problem;
import org.zonewright.plant.Plant;

/// A change of the document tried out: what it would do to reach, levels and observed flows.
///
/// The inventory stays as the old document's rules of identity made it. `result` is empty where the changed document
/// could not be read.
public record ReachWhatIf(Optional<WhatIf> result, List<Problem> problems) {
    public ReachWhatIf {
        problems = List.copyOf(problems);
    }

    /// Reads the document after the change and judges it beside the one before.
    public static ReachWhatIf of(SiteAssessment site, Path changed) {
        DocumentFile file = DocumentFile.read(changed);
        Assessment before = site.assessment();
        Optional<Plant> plant = file.reading().plant();
        return new ReachWhatIf(
                plant.flatMap(after -> before.reach()
                        .map(reach -> WhatIf.of(
                                reach,
                                after,
                                document -> document.equals(reach.input().plant())
                                        ? before.outlook().orElseThrow()
                                        : outlook(site, file, document)))),
                file.reading().problems());
    }

    private static Outlook outlook(SiteAssessment site, DocumentFile file, Plant plant) {
        return Assessor.assess(
                        plant,
                        file.reading().positions(),
                        site.assessment().inventory(),
                        site.discovery().captures(),
                        site.facts().rulesets(),
                        RiskInputs.none().withApproved(file.sha256(), Optional.empty()),
                        site.assessment().at())
                .outlook()
                .orElseThrow();
    }
}
