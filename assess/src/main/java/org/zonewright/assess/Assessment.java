package org.zonewright.assess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.conformance.DocumentChanges;
import org.zonewright.assess.observation.Observation;
import org.zonewright.assess.partition.Draft;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.vantage.Vantage;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;

/// All conclusions about one site at one time.
///
/// `plant`, `placement`, `conformance` and `changes` (what the facts would change in the document) are empty where
/// there is no document, and so are `outlook` and `reach`. `findings` are all findings, of the drawing and of the
/// traffic, in the order of reports. `observations` name zones of the document, or of the draft where there is none.
/// `statements` must stand in every report.
public record Assessment(
        Instant at,
        Inventory inventory,
        Optional<Plant> plant,
        Draft draft,
        Optional<Placement> placement,
        Optional<Conformance> conformance,
        Optional<DocumentChanges> changes,
        List<Finding> findings,
        List<Observation> observations,
        Optional<Outlook> outlook,
        Optional<Reach> reach,
        Vantage vantage,
        List<Text> statements) {
    public Assessment {
        findings = findings.stream().sorted(Finding.ORDER).toList();
        observations = List.copyOf(observations);
        statements = List.copyOf(statements);
    }

    /// True if a finding is new or its acceptance expired: the run ends with exit 1.
    public boolean hasOpenFindings() {
        return findings.stream().anyMatch(Finding::counts);
    }
}
