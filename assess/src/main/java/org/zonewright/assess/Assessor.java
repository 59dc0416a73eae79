package org.zonewright.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.conformance.ChangeProposals;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.conformance.Verifier;
import org.zonewright.assess.drawing.DrawingChecks;
import org.zonewright.assess.indication.Indicator;
import org.zonewright.assess.partition.Draft;
import org.zonewright.assess.partition.Drafter;
import org.zonewright.assess.partition.ProposedZone;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.assess.vantage.VantageFinder;
import org.zonewright.base.Text;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.Zone;

/// Composes the engines in one fixed order: drawing checks, draft, placement, conformance, indications, vantage. The
/// inventory is resolved before, with the rules that [org.zonewright.assess.identity.DocumentIdentity] reads out of
/// the document. A pure function.
public final class Assessor {
    private Assessor() {}

    /// Judges an inventory by a document; both may be all there is: a document alone is judged with an empty
    /// inventory.
    public static Assessment assess(
            Plant plant, SourceMap positions, Inventory inventory, List<CaptureSummary> captures, Instant at) {
        List<Finding> findings = new ArrayList<>(DrawingChecks.check(plant, at, positions));
        Draft draft = Drafter.draft(inventory);
        Placement placement = Placer.place(plant, inventory, positions);
        Conformance conformance = Verifier.verify(plant, inventory, placement, at, positions);
        findings.addAll(conformance.findings());
        return new Assessment(
                at,
                inventory,
                Optional.of(plant),
                draft,
                Optional.of(placement),
                Optional.of(conformance),
                Optional.of(ChangeProposals.propose(plant, inventory, placement)),
                findings,
                Indicator.indicate(inventory, asset -> zoneInSuc(plant, placement, asset)),
                VantageFinder.find(inventory, captures, plant, placement, conformance),
                statements());
    }

    /// Says what an inventory alone allows to say.
    public static Assessment assess(Inventory inventory, List<CaptureSummary> captures, Instant at) {
        Draft draft = Drafter.draft(inventory);
        Map<String, String> zones = new HashMap<>();
        draft.zones().stream().filter(ProposedZone::inSuc).forEach(zone -> zone.assets()
                .forEach(asset -> zones.put(asset, zone.id())));
        return new Assessment(
                at,
                inventory,
                Optional.empty(),
                draft,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Indicator.indicate(inventory, asset -> Optional.ofNullable(zones.get(asset))),
                VantageFinder.find(inventory, captures),
                statements());
    }

    private static Optional<String> zoneInSuc(Plant plant, Placement placement, String asset) {
        String shown = placement.views().getOrDefault(asset, asset);
        return placement
                .of(shown)
                .map(PlacedAsset::place)
                .flatMap(Place::inZone)
                .flatMap(plant::zone)
                .filter(Zone::inSuc)
                .map(zone -> zone.id().value());
    }

    private static List<Text> statements() {
        return List.of(Text.of("assess.statement.sources"), Text.of("assess.statement.no-certification"));
    }
}
