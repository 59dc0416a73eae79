package org.zonewright.assess.risk.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SourceMap;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects where a scenario lands in the matrix and what is said of it: estimates that the matrix does not know,
/// what a residual risk may lower, which measures and acceptances count, and which threats a place is asked about.
class ScenarioRaterTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ZONES = """
            zones:
              - { id: cell, function: control }
              - { id: ops, function: operations }
              - { id: office, function: enterprise, in-suc: false }
            """;

    private static RiskResult assess(String text) {
        PlantReading reading = Documents.read(text);
        return RiskEngine.assess(
                reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), RiskInputs.none(), AT);
    }

    private static RiskResult scenario(String words, String more) {
        return assess(ZONES + "risk:\n  matrix: 4x4\n  tolerable: medium\n  scenarios:\n    - { id: s, level: 3,"
                + " because: x, stopped-by: [ SI ], " + words + " }\n" + more);
    }

    private static List<String> kinds(RiskResult result) {
        return result.problems().stream().map(problem -> problem.kind().id()).toList();
    }

    private static final String CELL = "at: { zone: cell }, ";
    private static final String HIGH = CELL + "unmitigated: { likelihood: 4, impacts: { safety: 4 } }";

    @Test
    void anEstimateThatTheMatrixDoesNotKnowIsNamedAndPlacesNothing() {
        RiskResult unknown = scenario(CELL + "unmitigated: { likelihood: 9, impacts: { safety: 4 } }", "");
        assertThat(kinds(unknown)).contains(RiskProblem.UNKNOWN_STEP.id());
        assertThat(unknown.scenarios().getFirst().state()).isEqualTo(ScenarioRisk.State.UNKNOWN);
        RiskResult one = scenario(CELL + "unmitigated: { likelihood: 4, impacts: { safety: 9, supply: 2 } }", "");
        assertThat(one.scenarios().getFirst().impacts()).containsExactly(Map.entry("supply", 1));
        assertThat(one.scenarios().getFirst().unmitigated().orElseThrow().impact())
                .isEqualTo(1);
        assertThat(kinds(scenario("at: site, unmitigated: { likelihood: 1, impacts: { safety: 1 } }", "")))
                .contains(RiskProblem.SCENARIO_PLACE.id());
        String initial = "risk: { matrix: 4x4, tolerable: medium, initial: [ { at: { zone: cell }, consequence: stop,"
                + " estimate: { %s } } ] }\n";
        assertThat(kinds(assess(ZONES + initial.formatted("impacts: { supply: 9 }"))))
                .containsExactly(RiskProblem.UNKNOWN_STEP.id());
        RiskResult likely = assess(ZONES + initial.formatted("likelihood: 9, impacts: { supply: 1 }"));
        assertThat(kinds(likely)).containsExactly(RiskProblem.UNKNOWN_STEP.id());
        assertThat(likely.initial().getFirst().position()).isEmpty();
        RiskResult fine = assess(ZONES + initial.formatted("likelihood: 1, impacts: { supply: 4 }"));
        assertThat(fine.initial().getFirst().position().orElseThrow().likelihood())
                .isZero();
        RiskResult worst = assess(ZONES + initial.formatted("impacts: { supply: 4 }"));
        assertThat(worst.initial().getFirst().position().orElseThrow().likelihood())
                .as("taken as certain")
                .isEqualTo(3);
        assertThat(worst.initial().getFirst().tolerable()).contains(false);
        assertThat(worst.initial().getFirst().reason().text().key()).isEqualTo("risk.initial.above");
        assertThat(worst.initial().getFirst().subject().orElseThrow().id()).isEqualTo("cell");
    }

    @Test
    void aResidualLikelihoodMayStayAndMustNotRise() {
        RiskResult same = scenario(HIGH + ", residual: { likelihood: 4 }", "");
        assertThat(kinds(same)).isEmpty();
        assertThat(same.scenarios().getFirst().residual()).isPresent();
        assertThat(same.scenarios().getFirst().state()).isEqualTo(ScenarioRisk.State.TOO_HIGH);
        String half = CELL + "unmitigated: { likelihood: 4 }, residual: { likelihood: 1 }";
        assertThat(kinds(scenario(half, ""))).contains(RiskProblem.RESIDUAL_ALONE.id());
        RiskResult fewer = scenario(
                CELL + "unmitigated: { likelihood: 1, impacts: { safety: 1 } }, residual: { likelihood: 1 }", "");
        assertThat(fewer.scenarios().getFirst().state()).isEqualTo(ScenarioRisk.State.TOLERABLE);
    }

    @Test
    void aMeasureThatWasRejectedOrRetiredLimitsNoConsequence() {
        String words = HIGH + ", countermeasures: [ m ], residual: { likelihood: 4, impacts: { safety: 1 } }";
        for (String gone : List.of("rejected", "retired")) {
            assertThat(kinds(scenario(
                            words, "measures: [ { id: m, state: " + gone + ", limits-consequence: true } ]\n")))
                    .containsExactly(RiskProblem.RESIDUAL_IMPACT.id());
        }
        assertThat(kinds(scenario(words, "measures: [ { id: m, state: approved, limits-consequence: true } ]\n")))
                .isEmpty();
        String worse = CELL + "unmitigated: { likelihood: 4, impacts: { safety: 2 } }, residual: { likelihood: 1,"
                + " impacts: { safety: 3 } }";
        assertThat(scenario(worse, "")
                        .scenarios()
                        .getFirst()
                        .residual()
                        .orElseThrow()
                        .impact())
                .as("an impact may be estimated higher")
                .isEqualTo(2);
    }

    @Test
    void anAcceptanceThatHoldsIsTakenBeforeOneThatHasEnded() {
        String acceptances = "acceptances: [ { id: old, scenarios: [ s ], by: B, because: x, until: 2026-01-01 }, { id:"
                + " new, scenarios: [ s ], by: B, because: x%s } ]\n";
        ScenarioRisk open =
                scenario(HIGH, acceptances.formatted("")).scenarios().getFirst();
        assertThat(open.state()).isEqualTo(ScenarioRisk.State.ACCEPTED);
        assertThat(open.acceptance().orElseThrow().value()).isEqualTo("new");
        ScenarioRisk ended = scenario(HIGH, acceptances.formatted(", until: 2026-02-01"))
                .scenarios()
                .getFirst();
        assertThat(ended.state()).isEqualTo(ScenarioRisk.State.ACCEPTANCE_EXPIRED);
        assertThat(ended.acceptance().orElseThrow().value()).isEqualTo("old");
        ScenarioRisk reduced = scenario(HIGH + ", residual: { likelihood: 1 }", acceptances.formatted(""))
                .scenarios()
                .getFirst();
        assertThat(reduced.acceptance()).as("an acceptance that nobody needs").isEmpty();
        assertThat(reduced.reason().because().stream().map(one -> one.text().key()))
                .containsExactly("risk.scenario.unmitigated", "risk.scenario.residual");
    }

    @Test
    void aMeasureThatIsCountedAlreadyIsFoundByIdAndByName() {
        String words =
                CELL + "countermeasures: [ m ], unmitigated: { likelihood: 3, impacts: { any: 4 }, because: %s }";
        String measures = "measures: [ { id: m, name: Port lock%s } ]\n";
        String flagged = RiskProblem.UNMITIGATED_COUNTS_MEASURES.id();
        assertThat(kinds(scenario(words.formatted("the port   LOCK holds"), measures.formatted(""))))
                .containsExactly(flagged);
        assertThat(kinds(scenario(words.formatted("thanks to m"), measures.formatted(""))))
                .containsExactly(flagged);
        assertThat(kinds(scenario(words.formatted("the portlocks hold"), measures.formatted(""))))
                .isEmpty();
        assertThat(kinds(scenario(
                        words.formatted("the port lock holds"), measures.formatted(", limits-consequence: true"))))
                .isEmpty();
        assertThat(kinds(scenario(words.formatted("lacks a firewall"), measures.formatted(""))))
                .isEmpty();
    }

    @Test
    void aThreatOrTechniqueThatTheListDoesNotHaveIsNamed() {
        String words = "at: { zone: cell }, threat: %s, threat-source: %s, techniques: [ %s ]";
        String unknown = RiskProblem.UNKNOWN_THREAT.id();
        assertThat(kinds(scenario(words.formatted("TC-12", "TS-09", "T0836"), "")))
                .doesNotContain(unknown);
        assertThat(kinds(scenario(words.formatted("TC-99", "TS-09", "T0836"), "")))
                .containsOnlyOnce(unknown);
        assertThat(kinds(scenario(words.formatted("TC-12", "TS-99", "T0836"), "")))
                .containsOnlyOnce(unknown);
        assertThat(kinds(scenario(words.formatted("TC-12", "TS-09", "T9999"), "")))
                .containsOnlyOnce(unknown);
        assertThat(kinds(scenario(words.formatted("own words", "a neighbour", "T0836"), "")))
                .doesNotContain(unknown);
        PlantReading reading = Documents.read("risk: { scenarios: [ { id: s, at: site, threat: TC-99 } ] }\n");
        assertThat(ThreatCheck.check(
                                reading.plant().orElseThrow().risk().orElseThrow(),
                                Catalogues.shipped().threats(),
                                Catalogues.shipped().attack(),
                                SourceMap.nowhere())
                        .getFirst()
                        .where())
                .isEqualTo(new SourceRef.InDocument("", 0, 0, "risk.scenarios[s]"));
    }

    private static List<String> threats(String text, String place) {
        List<String> ids = new ArrayList<>();
        ThreatProposals.proposals(Documents.plant(text), Catalogues.shipped().threats()).stream()
                .filter(one -> one.subject().id().equals(place))
                .forEach(one -> ids.add(one.category()));
        return ids;
    }

    private static List<String> of(ThreatCause... causes) {
        TreeSet<String> ids = new TreeSet<>();
        List.of(causes).forEach(cause -> ids.addAll(cause.categories()));
        return List.copyOf(ids);
    }

    @Test
    void aZoneIsAskedAboutWhatItIsThereForAndWhatIsInIt() {
        String zone = "zones: [ { id: z, function: %s } ]\n";
        assertThat(threats(zone.formatted("control"), "z")).isEqualTo(of(ThreatCause.ZONE, ThreatCause.CONTROL));
        assertThat(threats(zone.formatted("operations"), "z")).isEqualTo(of(ThreatCause.ZONE, ThreatCause.OPERATIONS));
        assertThat(threats(zone.formatted("dmz"), "z")).isEqualTo(of(ThreatCause.ZONE, ThreatCause.DMZ));
        assertThat(threats(zone.formatted("control, in-suc: false"), "z")).isEmpty();
        Map<String, ThreatCause> traits = new LinkedHashMap<>();
        traits.put("safety-related", ThreatCause.SAFETY);
        traits.put("temporary", ThreatCause.TEMPORARY);
        traits.put("wireless", ThreatCause.WIRELESS);
        traits.put("external-access", ThreatCause.EXTERNAL);
        traits.forEach((trait, cause) -> assertThat(threats(zone.formatted("dmz, " + trait + ": true"), "z"))
                .as(trait)
                .isEqualTo(of(ThreatCause.ZONE, ThreatCause.DMZ, cause)));
        Map<String, ThreatCause> points = Map.of(
                "vpn", ThreatCause.EXTERNAL,
                "wireless", ThreatCause.WIRELESS,
                "usb", ThreatCause.TEMPORARY,
                "console", ThreatCause.PHYSICAL,
                "network", ThreatCause.TRAFFIC);
        points.forEach((kind, cause) -> assertThat(threats(
                        zone.formatted("dmz") + "suc: { name: S, access-points: [ { id: p, kind: " + kind
                                + ", zone: z } ] }\n",
                        "z"))
                .as(kind)
                .isEqualTo(of(ThreatCause.ZONE, ThreatCause.DMZ, cause)));
    }

    @Test
    void aConduitIsAskedAboutItsKindAndWhomItJoins() {
        String conduit = ZONES + "conduits: [ { id: c, between: [ cell, %s ], kind: %s } ]\n";
        Map<String, List<String>> kinds = Map.of(
                "network", of(ThreatCause.TRAFFIC),
                "serial", of(ThreatCause.TRAFFIC),
                "wireless", of(ThreatCause.TRAFFIC, ThreatCause.WIRELESS),
                "dial-up", of(ThreatCause.TRAFFIC, ThreatCause.EXTERNAL),
                "hardwired", of(ThreatCause.PHYSICAL),
                "removable-media", of(ThreatCause.TEMPORARY),
                "manual-transfer", of(ThreatCause.TEMPORARY));
        kinds.forEach((kind, ids) -> assertThat(threats(conduit.formatted("ops", kind), "c"))
                .as(kind)
                .isEqualTo(ids));
        assertThat(threats(conduit.formatted("office", "serial"), "c"))
                .isEqualTo(of(ThreatCause.TRAFFIC, ThreatCause.BUSINESS));
        String net = conduit.replace("enterprise", "external").formatted("office", "serial");
        assertThat(threats(net, "c")).isEqualTo(of(ThreatCause.TRAFFIC, ThreatCause.EXTERNAL));
        String outside = ZONES.replace("operations }", "operations, in-suc: false }");
        assertThat(threats(outside + "conduits: [ { id: c, between: [ ops, office ] } ]\n", "c"))
                .isEmpty();
    }

    @Test
    void aProposalStartsAtTheHighestLevelOfItsSources() {
        var threats = Catalogues.shipped().threats();
        List<ThreatProposal> all = ThreatProposals.proposals(Documents.plant(ZONES), threats);
        assertThat(all).isNotEmpty().allSatisfy(one -> {
            int highest = threats.sources().stream()
                    .filter(source -> one.sources().contains(source.id()))
                    .mapToInt(source -> source.startLevel().number())
                    .max()
                    .orElse(1);
            assertThat(one.startLevel().number()).as(one.category()).isEqualTo(highest);
            assertThat(one.reason().because()).isNotEmpty();
            assertThat(one.taken()).isFalse();
        });
        assertThat(Optional.of(all.getFirst().subject().id())).contains("cell");
    }
}
