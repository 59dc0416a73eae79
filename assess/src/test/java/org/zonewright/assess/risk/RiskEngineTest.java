package org.zonewright.assess.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.scenario.ThreatProposals;
import org.zonewright.assess.risk.target.Driver;
import org.zonewright.assess.risk.target.SubjectTarget;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.risk.SectorProfile;
import org.zonewright.plant.yaml.RiskFiles;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the way from scenarios to SL-T: impact is a maximum, nothing residual stands without its unmitigated
/// risk, every entry keeps what drives it, and an entry is lowered only where something named makes up for it.
class RiskEngineTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final Subject CELL = Subject.of(new ZoneId("cell"));
    private static final Subject LINK = Subject.of(new ConduitId("link"));
    private static final String PLACES = """
            suc:
              name: Line 2
              essential-functions: [ { id: ef, kind: safety } ]
            zones:
              - { id: cell, function: control%s }
              - { id: ops, function: operations }
            conduits:
              - { id: link, between: [ cell, ops ]%s }
            """;
    private static final String HEAD = "risk:\n  matrix: 4x4\n  tolerable: medium\n  scenarios:\n";

    static RiskResult assess(String text, SectorProfile... profiles) {
        PlantReading reading = Documents.read(text);
        return RiskEngine.assess(
                reading.plant().orElseThrow(),
                reading.positions(),
                Catalogues.shipped(),
                RiskInputs.none().withProfiles(List.of(profiles)),
                AT);
    }

    private static String scenario(String more) {
        return PLACES.formatted("", "") + HEAD + "    - { id: s, at: { zone: cell }, stopped-by: [ SI, UC ], " + more
                + " }\n";
    }

    private static List<String> kinds(RiskResult result) {
        return result.problems().stream().map(problem -> problem.kind().id()).toList();
    }

    private static SubjectTarget target(RiskResult result, Subject subject) {
        return result.targets().entrySet().stream()
                .filter(entry -> entry.getKey().equals(subject))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void theWorstDimensionIsTheImpactAndDrivesTheTarget() {
        RiskResult result =
                assess(scenario("unmitigated: { likelihood: 3, impacts: { safety: 1, financial: 4, supply: 4 } },"
                        + " level: 4, because: no safeguard"));
        ScenarioRisk one = result.scenarios().getFirst();
        assertThat(one.unmitigated()).get().satisfies(at -> {
            assertThat(at.impactLabel()).isEqualTo("Catastrophic");
            assertThat(at.dimensions()).containsExactly("financial", "supply");
            assertThat(at.risk().label()).isEqualTo("critical");
        });
        assertThat(one.state()).isEqualTo(ScenarioRisk.State.TOO_HIGH);
        assertThat(target(result, CELL).vector()).isEqualTo(LevelVector.of(1, 4, 4, 1, 1, 1, 1));
        assertThat(target(result, CELL).at(FoundationalRequirement.SI).driver())
                .isEqualTo(new Driver(Driver.Kind.SCENARIO, "s"));
        assertThat(target(result, CELL).at(FoundationalRequirement.RA).driver().kind())
                .isEqualTo(Driver.Kind.BASELINE);
        assertThat(result.isOpen()).isTrue();
        assertThat(kinds(result)).isEmpty();
    }

    @Test
    void aResidualRiskNeedsItsUnmitigatedOneAndANewLikelihood() {
        assertThat(kinds(assess(scenario("residual: { likelihood: 1 }")))).contains(RiskProblem.RESIDUAL_ALONE.id());
        String given = "unmitigated: { likelihood: 3, impacts: { safety: 4 } }, level: 3, because: x, ";
        assertThat(kinds(assess(scenario(given + "residual: { impacts: { safety: 4 } }"))))
                .containsExactly(RiskProblem.RESIDUAL_LIKELIHOOD.id());
        assertThat(kinds(assess(scenario(given + "residual: { likelihood: 4 }"))))
                .containsExactly(RiskProblem.RESIDUAL_RISES.id());
        RiskResult fine = assess(scenario(given + "residual: { likelihood: 1 }"));
        assertThat(fine.scenarios().getFirst().state()).isEqualTo(ScenarioRisk.State.REDUCED);
        assertThat(fine.isOpen()).isFalse();
    }

    @Test
    void onlyAMeasureThatLimitsTheConsequenceLowersTheImpact() {
        String text =
                scenario("unmitigated: { likelihood: 4, impacts: { safety: 4, supply: 2 } }, level: 3, because: x,"
                        + " countermeasures: [ valve ], residual: { likelihood: 4, impacts: { safety: 1 } }");
        RiskResult kept = assess(text + "measures: [ { id: valve } ]\n");
        assertThat(kinds(kept)).containsExactly(RiskProblem.RESIDUAL_IMPACT.id());
        assertThat(kept.scenarios().getFirst().residual().orElseThrow().impact())
                .isEqualTo(3);
        RiskResult lower = assess(text + "measures: [ { id: valve, state: in-place, limits-consequence: true } ]\n");
        assertThat(kinds(lower)).isEmpty();
        assertThat(lower.scenarios().getFirst().residual().orElseThrow().impact())
                .as("the supply impact was not estimated anew and stays")
                .isEqualTo(1);
        assertThat(kept.scenarios().getFirst().notInPlace()).hasSize(1);
        assertThat(lower.scenarios().getFirst().notInPlace()).isEmpty();
    }

    @Test
    void anUnmitigatedLikelihoodThatCountsAFirewallIsFlagged() {
        String flagged = RiskProblem.UNMITIGATED_COUNTS_MEASURES.id();
        String rest = ", impacts: { safety: 3 } }, level: 2, because: x";
        assertThat(kinds(assess(scenario("unmitigated: { likelihood: 1, because: behind the firewall" + rest))))
                .containsExactly(flagged);
        assertThat(kinds(assess(scenario("unmitigated: { likelihood: 1, because: there is no firewall" + rest))))
                .isEmpty();
        assertThat(kinds(assess(scenario("protection-layers: [ Jump Host ], unmitigated: { likelihood: 1" + rest))))
                .containsExactly(flagged);
        assertThat(kinds(assess(scenario("protection-layers: [ relief valve ], unmitigated: { likelihood: 1" + rest))))
                .isEmpty();
        assertThat(kinds(assess(scenario(
                                "protection-layers: [ port lock ], countermeasures: [ m ], unmitigated: { likelihood: 1"
                                        + rest)
                        + "measures: [ { id: m, name: Port lock } ]\n")))
                .containsExactly(flagged);
    }

    @Test
    void anAcceptanceHoldsUntilItsLastDay() {
        String text = scenario("unmitigated: { likelihood: 4, impacts: { safety: 4 } }, level: 3, because: x");
        String acceptance = "acceptances: [ { id: a, scenarios: [ s ], by: B, because: old, until: %s } ]\n";
        assertThat(assess(text + acceptance.formatted("2026-11-22"))
                        .scenarios()
                        .getFirst()
                        .state())
                .isEqualTo(ScenarioRisk.State.ACCEPTED);
        RiskResult expired = assess(text + acceptance.formatted("2026-11-21"));
        assertThat(expired.scenarios().getFirst().state()).isEqualTo(ScenarioRisk.State.ACCEPTANCE_EXPIRED);
        assertThat(expired.isOpen()).isTrue();
    }

    @Test
    void aRangeLeavesTheChoiceToTheAssessor() {
        String high = "unmitigated: { likelihood: 4, impacts: { safety: 2 } }";
        RiskResult open = assess(scenario(high));
        assertThat(kinds(open)).containsExactly(RiskProblem.LEVEL_CHOICE.id());
        assertThat(target(open, CELL).vector().at(FoundationalRequirement.SI).number())
                .isEqualTo(3);
        RiskResult chosen = assess(scenario(high + ", level: 2, because: one asset alone"));
        assertThat(kinds(chosen)).isEmpty();
        assertThat(target(chosen, CELL).vector().at(FoundationalRequirement.SI).number())
                .isEqualTo(2);
        assertThat(kinds(assess(scenario(high + ", level: 1, because: x"))))
                .containsExactly(RiskProblem.LEVEL_OUTSIDE.id());
        assertThat(kinds(assess(scenario(high + ", level: 2")))).containsExactly(RiskProblem.REASON_MISSING.id());
    }

    @Test
    void eachMethodPrintsItsFormulaItsInputsAndWhoEstimated() {
        String rest = ", assessed-by: M. Berg, assessed-on: 2026-05-12, level: 2, because: x, techniques: [ T0836 ],"
                + " attacker: { resources: team, skill: adept }, at-levels: [ { level: 2, estimate: { likelihood: 1 } } ],"
                + " unmitigated: { likelihood: 5, impacts: { any: 4 } }";
        for (String method : List.of("matrix", "crrf", "consequence", "attacker-profile", "iterative", "manual")) {
            String text = scenario("method: " + method + rest)
                    .replace(
                            "matrix: 4x4\n  tolerable: medium",
                            "matrix: 5x5-product\n" + "  rules: { by-risk: { \"20\": 1-2 } }");
            RiskResult result = assess(text);
            assertThat(result.demands()).as(method).singleElement().satisfies(demand -> {
                assertThat(demand.levels()).as(method).containsKeys(FoundationalRequirement.SI);
                String tree = demand.reason().display(Texts.english());
                assertThat(tree).contains("ethod " + method, "M. Berg", "2026-05-12", "UC SI");
                assertThat(tree.contains("not the standard's own formula")
                                || method.equals("manual")
                                || method.equals("iterative"))
                        .isTrue();
            });
        }
    }

    @Test
    void theIterativeMethodRaisesUntilTheRestIsTolerable() {
        String text = scenario(
                "method: iterative, unmitigated: { likelihood: 4, impacts: { safety: 3 } },"
                        + " at-levels: [ { level: 1, estimate: { likelihood: 3 } }, { level: 3, estimate: { likelihood: 2 } } ]");
        assertThat(target(assess(text), CELL)
                        .vector()
                        .at(FoundationalRequirement.UC)
                        .number())
                .isEqualTo(3);
        RiskResult never =
                assess(text.replace("level: 3, estimate: { likelihood: 2", "level: 3, estimate: { likelihood: 3"));
        assertThat(never.demands().getFirst().reduceByOtherMeans()).isTrue();
        assertThat(target(never, CELL).vector().at(FoundationalRequirement.UC).number())
                .isEqualTo(4);
        assertThat(kinds(assess(scenario("method: iterative, unmitigated: { likelihood: 4, impacts: { safety: 3 } }"))))
                .containsExactly(RiskProblem.METHOD_LACKS.id());
    }

    @Test
    void aRequirementThatNoTechniqueLeadsToIsRaisedToTheBaseline() {
        String text = scenario("method: attacker-profile, techniques: [ T0836 ],"
                        + " attacker: { resources: government, skill: adept },"
                        + " unmitigated: { likelihood: 4, impacts: { safety: 3 } }")
                .replace("  scenarios:", "  baseline: 2\n  scenarios:");
        RiskResult result = assess(text);
        assertThat(result.demands().getFirst().requirements())
                .anySatisfy(one -> {
                    assertThat(one.techniques()).isEmpty();
                    assertThat(one.level().number()).isEqualTo(2);
                })
                .anySatisfy(one -> {
                    assertThat(one.techniques()).containsExactly("T0836");
                    assertThat(one.level().number()).isEqualTo(4);
                })
                .allSatisfy(one -> assertThat(one.level().number()).isGreaterThanOrEqualTo(2));
    }

    @Test
    void aConduitIsAskedWhatItsZonesAreAskedAndIsAssessedOnItsOwn() {
        String text =
                scenario("method: manual, level: 3, because: x, unmitigated: { likelihood: 4, impacts: { safety: 4 } }")
                        + "    - { id: t, at: { conduit: link }, stopped-by: [ RA ], method: manual, level: 2, because: x,"
                        + " unmitigated: { likelihood: 4, impacts: { safety: 4 } } }\n";
        SubjectTarget link = target(assess(text), LINK);
        assertThat(link.vector()).isEqualTo(LevelVector.of(1, 3, 3, 1, 1, 1, 2));
        assertThat(link.at(FoundationalRequirement.SI).driver()).isEqualTo(new Driver(Driver.Kind.JOINED_ZONE, "cell"));
        assertThat(link.at(FoundationalRequirement.RA).driver()).isEqualTo(new Driver(Driver.Kind.SCENARIO, "t"));
        RiskResult lowered = assess(text.replace(
                PLACES.formatted("", ""),
                PLACES.formatted("", ", decision: { lowered: [ { requirement: UC, to: 1, because: read only } ] }")));
        assertThat(target(lowered, LINK).vector().at(FoundationalRequirement.UC).number())
                .isEqualTo(1);
        assertThat(kinds(lowered)).isEmpty();
    }

    @Test
    void aLoweredEntryNeedsAnAssessmentAndACompensationThatTakesItOver() {
        String scenario = scenario(
                "method: manual, level: 3, because: x, unmitigated: { likelihood: 4, impacts: { safety: 4 } }");
        String lowered = ", decision: { lowered: [ { requirement: SI, to: 1, because: relays of 1998%s } ] }";
        String measures =
                "measures: [ { id: m, closes: [ { at: { zone: ops }, requirements: [ SR 3.1 ] } ] }, { id: n } ]\n";
        for (String lacking : List.of(
                "", ", assessed-in: [ s ]", ", compensated-by: [ m ]", ", assessed-in: [ s ], compensated-by: [ n ]")) {
            RiskResult refused =
                    assess(scenario.replace(PLACES.formatted("", ""), PLACES.formatted(lowered.formatted(lacking), ""))
                            + measures);
            assertThat(kinds(refused)).as(lacking).containsExactly(RiskProblem.LOWERED_WITHOUT.id());
            assertThat(target(refused, CELL)
                            .vector()
                            .at(FoundationalRequirement.SI)
                            .number())
                    .isEqualTo(3);
        }
        String whole = ", assessed-in: [ s ], compensated-by: [ m ]";
        RiskResult result = assess(
                scenario.replace(PLACES.formatted("", ""), PLACES.formatted(lowered.formatted(whole), "")) + measures);
        assertThat(kinds(result)).isEmpty();
        assertThat(target(result, CELL).vector().at(FoundationalRequirement.SI).number())
                .isEqualTo(1);
        assertThat(target(result, CELL).asked().at(FoundationalRequirement.SI).number())
                .isEqualTo(3);
        SubjectTarget heir = target(result, Subject.of(new ZoneId("ops")));
        assertThat(heir.at(FoundationalRequirement.SI).driver()).isEqualTo(new Driver(Driver.Kind.INHERITED, "cell"));
        assertThat(heir.vector().at(FoundationalRequirement.SI).number()).isEqualTo(3);
    }

    @Test
    void aStatedTargetStandsAndIsToldWhereItIsBelowTheRisk() {
        String text = scenario(
                        "method: manual, level: 3, because: x, unmitigated: { likelihood: 4, impacts: { safety: 4 } }")
                .replace(
                        PLACES.formatted("", ""),
                        PLACES.formatted(", target: \"{2 3 2 2 2 2 2}\", decision: { because: workshop }", ""));
        RiskResult result = assess(text);
        assertThat(target(result, CELL).vector()).isEqualTo(LevelVector.of(2, 3, 2, 2, 2, 2, 2));
        assertThat(kinds(result)).containsExactly(RiskProblem.TARGET_BELOW_RISK.id());
        assertThat(target(result, CELL).at(FoundationalRequirement.UC).driver().kind())
                .isEqualTo(Driver.Kind.SCENARIO);
        assertThat(target(result, CELL).at(FoundationalRequirement.IAC).driver().kind())
                .isEqualTo(Driver.Kind.STATED);
    }

    @Test
    void aSectorProfileGivesTheWholeVectorOrIsAskedFor() {
        String text = PLACES.formatted("", "") + "risk: { method: profile }\n";
        assertThat(kinds(assess(text))).containsOnly(RiskProblem.PROFILE_MISSING.id());
        SectorProfile profile = RiskFiles.readProfile(
                        "p.yaml",
                        "profile: p\nsource: own\nrules: [ { to: zone, function: control, target: \"{3 2 3 1 2 1 2}\" },"
                                + " { to: conduit, target: 2 } ]\n")
                .profile()
                .orElseThrow();
        RiskResult result = assess(text, profile);
        assertThat(target(result, CELL).vector()).isEqualTo(LevelVector.of(3, 2, 3, 1, 2, 1, 2));
        assertThat(target(result, CELL).at(FoundationalRequirement.IAC).reason().display(Texts.english()))
                .contains("Profile p", "source: own");
        assertThat(kinds(result)).containsExactly(RiskProblem.PROFILE_SILENT.id());
    }

    @Test
    void theThreatListProposesByWhatAPlaceIsAndMarksWhatIsTaken() {
        String text = PLACES.formatted(", wireless: true", "")
                + HEAD
                + "    - { id: s, at: { zone: cell }, threat: TC-12, threat-source: TS-99, techniques: [ T9999 ],"
                + " stopped-by: [ SI ], unmitigated: { likelihood: 1, impacts: { any: 1 } } }\n";
        RiskResult result = assess(text);
        assertThat(result.proposals().stream()
                        .filter(one -> one.subject().equals(CELL))
                        .map(one -> one.category() + (one.taken() ? "*" : "")))
                .contains("TC-06", "TC-11", "TC-12*", "TC-01")
                .doesNotContain("TC-03", "TC-12");
        assertThat(result.proposals())
                .isEqualTo(ThreatProposals.proposals(
                        Documents.plant(text), Catalogues.shipped().threats()));
        assertThat(kinds(result)).containsExactly(RiskProblem.UNKNOWN_THREAT.id(), RiskProblem.UNKNOWN_THREAT.id());
    }

    @Test
    void thePictureHoldsEveryScenarioBeforeAndAfter() {
        String given =
                "unmitigated: { likelihood: 3, impacts: { any: 4 } }, residual: { likelihood: 1 }, level: 3, because: x";
        RiskResult result =
                assess(scenario(given) + "    - { id: a, at: { zone: ops }, " + given + ", stopped-by: [ UC ] }\n");
        assertThat(result.picture()).get().satisfies(picture -> {
            assertThat(picture.before()).singleElement().satisfies(dot -> {
                assertThat(dot.likelihood()).isEqualTo(2);
                assertThat(dot.impact()).isEqualTo(3);
                assertThat(dot.scenarios().stream().map(String::valueOf)).containsExactly("a", "s");
            });
            assertThat(picture.after()).singleElement().satisfies(dot -> assertThat(dot.likelihood())
                    .isZero());
            assertThat(picture.cells().getFirst().getFirst().tolerable()).contains(true);
            assertThat(picture.cells().get(3).get(3).tolerable()).contains(false);
        });
    }
}
