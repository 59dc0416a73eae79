package org.zonewright.assess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.conformance.Verifier;
import org.zonewright.assess.partition.Draft;
import org.zonewright.assess.partition.Drafter;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;

/// Composes the engines in one fixed order: draft, placement, conformance. The inventory is resolved before, with the
/// rules that [org.zonewright.assess.identity.DocumentIdentity] reads out of the document. A pure function.
public final class Assessor {
    private Assessor() {}

    /// Judges an inventory by a document.
    public static Assessment assess(Plant plant, SourceMap positions, Inventory inventory, Instant at) {
        Draft draft = Drafter.draft(inventory);
        Placement placement = Placer.place(plant, inventory, positions);
        Conformance conformance = Verifier.verify(plant, inventory, placement, at, positions);
        return new Assessment(
                at,
                inventory,
                Optional.of(plant),
                draft,
                Optional.of(placement),
                Optional.of(conformance),
                conformance.findings(),
                statements());
    }

    /// Says what an inventory alone allows to say.
    public static Assessment assess(Inventory inventory, Instant at) {
        return new Assessment(
                at,
                inventory,
                Optional.empty(),
                Drafter.draft(inventory),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                statements());
    }

    private static List<Text> statements() {
        return List.of(Text.of("assess.statement.sources"), Text.of("assess.statement.no-certification"));
    }
}
