package org.zonewright.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.conformance.ChangeProposals;
import org.zonewright.assess.conformance.Conformance;
import org.zonewright.assess.conformance.Verifier;
import org.zonewright.assess.drawing.DrawingChecks;
import org.zonewright.assess.enforcement.EnforcedConduits;
import org.zonewright.assess.enforcement.Enforcement;
import org.zonewright.assess.levels.TargetRules;
import org.zonewright.assess.observation.Observation;
import org.zonewright.assess.observation.ObservationEngine;
import org.zonewright.assess.observation.Surroundings;
import org.zonewright.assess.partition.Draft;
import org.zonewright.assess.partition.Drafter;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.reach.ReachInput;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.vantage.VantageFinder;
import org.zonewright.base.Text;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.policy.Ruleset;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;

/// Composes the engines in one fixed order: drawing checks, draft, placement, enforcement, conformance, observations,
/// outlook (risk, levels, programmes, laws), reach, vantage. The inventory is resolved before, with the rules that
/// [org.zonewright.assess.identity.DocumentIdentity] reads out of
/// the document. A pure function.
public final class Assessor {
    private Assessor() {}

    /// Judges an inventory by a document; both may be all there is: a document alone is judged with an empty
    /// inventory. `rulesets` are the configurations of firewalls; `risk` is what the risk assessment takes beside
    /// the
    /// document; its findings are set here.
    public static Assessment assess(
            Plant plant,
            SourceMap positions,
            Inventory inventory,
            List<CaptureSummary> captures,
            List<Ruleset> rulesets,
            RiskInputs risk,
            Instant at) {
        List<Finding> findings = new ArrayList<>(DrawingChecks.check(plant, at, positions));
        Draft draft = Drafter.draft(inventory);
        Placement placement = Placer.place(plant, inventory, positions);
        EnforcedConduits enforced = Enforcement.of(plant, inventory, placement, rulesets, positions);
        Conformance conformance = Verifier.verify(plant, inventory, placement, Optional.of(enforced), at, positions);
        findings.addAll(conformance.findings());
        List<Observation> observations = ObservationEngine.observe(
                inventory, Surroundings.of(plant, inventory, placement, conformance), captures);
        Outlook outlook =
                OutlookComposer.compose(plant, positions, inventory, placement, findings, observations, risk, at);
        Acceptances acceptances = new Acceptances(plant.acceptances(), at);
        TargetRules.check(plant, outlook.risk().vectors(), positions).stream()
                .map(acceptances::judge)
                .forEach(findings::add);
        return new Assessment(
                at,
                inventory,
                Optional.of(plant),
                draft,
                Optional.of(placement),
                Optional.of(conformance),
                Optional.of(ChangeProposals.propose(plant, inventory, placement)),
                findings,
                observations,
                Optional.of(outlook),
                Optional.of(Reach.of(new ReachInput(plant, placement, inventory, EnforcedWays.of(plant, enforced)))),
                VantageFinder.find(inventory, captures, plant, placement, conformance),
                statements());
    }

    /// Says what an inventory alone allows to say.
    public static Assessment assess(Inventory inventory, List<CaptureSummary> captures, Instant at) {
        Draft draft = Drafter.draft(inventory);
        return new Assessment(
                at,
                inventory,
                Optional.empty(),
                draft,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                ObservationEngine.observe(inventory, Surroundings.of(draft, inventory), captures),
                Optional.empty(),
                Optional.empty(),
                VantageFinder.find(inventory, captures),
                statements());
    }

    private static List<Text> statements() {
        return List.of(Text.of("assess.statement.sources"), Text.of("assess.statement.no-certification"));
    }
}
