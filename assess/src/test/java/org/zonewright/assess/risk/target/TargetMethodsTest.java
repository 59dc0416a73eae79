package org.zonewright.assess.risk.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.assess.risk.matrix.Side;
import org.zonewright.base.Text;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.risk.LevelRange;
import org.zonewright.plant.risk.Scenario.Resources;
import org.zonewright.plant.risk.Scenario.Skill;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the formulas from risk to SL-T at their edges, and what a zone or conduit ends up with: the borders of
/// each step, what a method lacks, floors, what a conduit takes from the zones it joins.
class TargetMethodsTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String PLACES = """
            suc: { name: Line, essential-functions: [ { id: trip, kind: safety }, { id: run, kind: control } ] }
            assets: [ { id: plc, zone: cell }, { id: hmi, zone: ops } ]
            zones:
              - { id: cell, function: control%s }
              - { id: ops, function: operations, target: "{2 1 1 3 1 4 1}",
                  decision: { because: workshop } }
              - { id: lab, function: operations, target: "{1 1 1 4 2 1 4}",
                  decision: { because: workshop } }
              - { id: office, function: enterprise, in-suc: false }
            conduits:
              - { id: link, between: [ cell, ops, lab, office ]%s }
            """;

    private static RiskResult assess(String text) {
        PlantReading reading = Documents.read(text);
        return RiskEngine.assess(
                reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), RiskInputs.none(), AT);
    }

    private static RiskResult assess(String risk, String scenario) {
        return assess(PLACES.formatted("", "") + "risk:\n  " + risk + "\n  scenarios: [ { id: s, at: { zone: cell },"
                + " stopped-by: [ SI ], " + scenario + " } ]\n");
    }

    private static List<String> kinds(RiskResult result) {
        return result.problems().stream().map(problem -> problem.kind().id()).toList();
    }

    private static SubjectTarget target(RiskResult result, String id) {
        return result.targets().entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(id))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Integer> asked(RiskResult result) {
        return Optional.ofNullable(result.demands().getFirst().levels().get(FoundationalRequirement.SI))
                .map(SecurityLevel::number);
    }

    private static RiskResult crrf(String tolerable, String rules, int likelihood, int impact) {
        return assess(
                "{ matrix: 5x5-product, method: crrf, tolerable: \"" + tolerable + "\", rules: { crrf: { " + rules
                        + " } },",
                likelihood,
                impact);
    }

    private static RiskResult assess(String head, int likelihood, int impact) {
        return assess(PLACES.formatted("", "") + "risk: " + head
                + " scenarios: [ { id: s, at: { zone: cell }, stopped-by: [ SI ], unmitigated: { likelihood: "
                + likelihood + ", impacts: { any: " + impact + " } } } ] }\n");
    }

    @Test
    void theRiskReductionFactorIsRoundedUpToTheNextLevel() {
        String plain = "scale: linear, subtract: 0";
        assertThat(asked(crrf("5", plain + ", when-tolerable: 0", 5, 1)))
                .as("5 / 5")
                .contains(0);
        assertThat(asked(crrf("5", plain + ", when-tolerable: 1", 5, 1))).contains(1);
        assertThat(asked(crrf("5", plain, 2, 3))).as("6 / 5").contains(2);
        assertThat(asked(crrf("5", plain, 2, 5))).as("10 / 5").contains(2);
        assertThat(asked(crrf("5", plain, 3, 4))).as("12 / 5").contains(3);
        assertThat(asked(crrf("5", plain, 3, 5))).as("15 / 5").contains(3);
        RiskResult four = crrf("5", plain, 4, 5);
        assertThat(asked(four)).as("20 / 5").contains(4);
        assertThat(four.demands().getFirst().reduceByOtherMeans()).isFalse();
        RiskResult beyond = crrf("5", plain, 5, 5);
        assertThat(asked(beyond)).as("25 / 5").contains(4);
        assertThat(beyond.demands().getFirst().reduceByOtherMeans()).isTrue();
    }

    @Test
    void whatIsTakenOffTheFactorMovesEveryBorder() {
        String half = "scale: linear, subtract: 0.5";
        assertThat(asked(crrf("2", half, 3, 1))).as("1.5 - 0.5").contains(1);
        assertThat(asked(crrf("2", half, 4, 1))).as("2 - 0.5").contains(2);
        assertThat(asked(crrf("2", half, 5, 1))).as("2.5 - 0.5").contains(2);
        assertThat(asked(crrf("2", half, 3, 2))).as("3 - 0.5").contains(3);
    }

    @Test
    void theLogarithmicFactorCountsDecades() {
        assertThat(asked(crrf("1", "scale: log10", 5, 2))).as("10 / 1").contains(1);
        assertThat(asked(crrf("1", "scale: log10", 4, 3))).as("12 / 1").contains(2);
        assertThat(crrf("1", "scale: log10", 4, 3).demands().getFirst().reduceByOtherMeans())
                .isFalse();
    }

    @Test
    void theFactorNeedsNumbersALineAndAnEstimate() {
        RiskResult words = assess("{ matrix: 4x4, method: crrf, tolerable: medium,", 4, 4);
        assertThat(kinds(words)).containsExactly(RiskProblem.METHOD_LACKS.id());
        assertThat(inputs(words)).isEqualTo(Text.of("risk.method.lacks", "a matrix of numbers"));
        String steps = "{ steps: [ { label: A }, { label: B }, { label: C } ] }";
        RiskResult noLine = assess(
                "{ matrix: own, matrices: [ { id: own, likelihood: " + steps + ", impact: " + steps
                        + ", cells: [ [ 1, 2, 3 ], [ 2, 4, 6 ], [ 3, 6, 9 ] ] } ], method: crrf,",
                3,
                3);
        assertThat(inputs(noLine)).isEqualTo(Text.of("risk.method.lacks", "risk.tolerable"));
        RiskResult none = assess(PLACES.formatted("", "")
                + "risk: { matrix: 5x5-product, method: crrf, tolerable: \"5\", scenarios: [ { id: s, at: { zone:"
                + " cell }, stopped-by: [ SI ] } ] }\n");
        assertThat(inputs(none)).isEqualTo(Text.of("risk.method.lacks", "unmitigated"));
        assertThat(asked(none)).isEmpty();
    }

    /// What the method printed of its inputs: the second line beneath the headline.
    private static Text inputs(RiskResult result) {
        return result.demands().getFirst().reason().because().get(1).text();
    }

    @Test
    void theConsequenceCountsFromTheWorstStepAndSafetyAsksForFour() {
        List<Integer> usual = List.of(1, 1, 2, 3);
        for (int impact = 1; impact <= 4; impact++) {
            assertThat(asked(assess("{ matrix: 4x4, method: consequence,", 1, impact)))
                    .as("impact " + impact)
                    .contains(usual.get(impact - 1));
        }
        String scenario = "method: consequence, affects: [ %s ], unmitigated: { likelihood: 1, impacts: { any: 4 } }";
        assertThat(asked(assess("matrix: 4x4", scenario.formatted("trip")))).contains(4);
        assertThat(asked(assess("matrix: 4x4", scenario.formatted("run")))).contains(3);
        String set = "{ matrix: 4x4, method: consequence, rules: { by-consequence: { \"4\": 2, Negligible: 4 } },";
        assertThat(asked(assess(set, 1, 4))).contains(2);
        assertThat(asked(assess(set, 1, 3)))
                .as("a step that is not set keeps ours")
                .contains(2);
        assertThat(inputs(assess(PLACES.formatted("", "") + "risk: { method: consequence, matrix: 4x4, scenarios: [ {"
                        + " id: s, at: { zone: cell }, stopped-by: [ SI ] } ] }\n")))
                .isEqualTo(Text.of("risk.method.lacks", "unmitigated.impacts"));
    }

    @Test
    void aStepOfAnAxisIsSetByItsLabelOrItsNumber() {
        Side axis = new Side(List.of("Small", "Big"), false);
        Map<String, LevelRange> set = Map.of("small", LevelRange.of(SecurityLevel.SL3));
        assertThat(ConsequenceTable.range(axis, set, false, 0)).isEqualTo(LevelRange.of(SecurityLevel.SL3));
        assertThat(ConsequenceTable.range(axis, set, true, 1)).isEqualTo(LevelRange.of(SecurityLevel.SL4));
    }

    @Test
    void theAttackerTableHoldsThePublishedLevels() {
        List<List<Integer>> published = List.of(
                List.of(0, 1, 1, 2),
                List.of(1, 1, 1, 2),
                List.of(1, 1, 2, 2),
                List.of(2, 2, 3, 3),
                List.of(2, 3, 3, 3),
                List.of(2, 3, 3, 4));
        Map<Resources, Map<Skill, SecurityLevel>> all = AttackerTable.all();
        assertThat(all.keySet()).containsExactly(Resources.values());
        List<List<Integer>> held = all.values().stream()
                .map(row -> row.values().stream().map(SecurityLevel::number).toList())
                .toList();
        assertThat(held).isEqualTo(published);
        assertThat(all.values()).allSatisfy(row -> assertThat(row.keySet()).containsExactly(Skill.values()));
    }

    @Test
    void theAttackerProfileNeedsAnAttackerAndTechniquesOrACategory() {
        String head = "matrix: 4x4";
        String attacker = "method: attacker-profile, attacker: { resources: team, skill: adept }";
        assertThat(inputs(assess(head, "method: attacker-profile, techniques: [ T0836 ]")))
                .isEqualTo(Text.of("risk.method.lacks", "attacker"));
        assertThat(inputs(assess(head, attacker))).isEqualTo(Text.of("risk.method.lacks", "techniques"));
        RiskResult byCategory = assess(head, attacker + ", threat: TC-12");
        List<String> techniques = Catalogues.shipped().threats().categories().stream()
                .filter(category -> category.id().equals("TC-12"))
                .findFirst()
                .orElseThrow()
                .techniques()
                .stream()
                .sorted()
                .toList();
        assertThat(techniques).isNotEmpty();
        assertThat(inputs(byCategory).arguments()).contains(String.join(" ", techniques), "team", "adept", "3");
        RiskResult named = assess(head, attacker + ", techniques: [ T0855, T0836, T0855 ]");
        assertThat(inputs(named).arguments()).contains("T0836 T0855");
        assertThat(named.demands().getFirst().requirements())
                .hasSameSizeAs(Catalogues.shipped().systems().of(FoundationalRequirement.SI))
                .allSatisfy(one -> assertThat(one.level().number())
                        .isEqualTo(one.techniques().isEmpty() ? 1 : 3));
        long mapped = named.demands().getFirst().requirements().stream()
                .filter(one -> !one.techniques().isEmpty())
                .count();
        long rest = named.demands().getFirst().requirements().size() - mapped;
        assertThat(inputs(named).arguments()).endsWith("" + mapped, "" + rest);
        assertThat(asked(named)).contains(3);
    }

    @Test
    void theManualAndTheIterativeMethodSayWhatTheyLack() {
        String rated = "unmitigated: { likelihood: 4, impacts: { any: 4 } }";
        RiskResult manual = assess("matrix: 4x4", "method: manual, " + rated);
        assertThat(inputs(manual)).isEqualTo(Text.of("risk.method.lacks", "level"));
        RiskResult noReason = assess("matrix: 4x4", "method: manual, level: 2, " + rated);
        assertThat(kinds(noReason)).containsExactly(RiskProblem.REASON_MISSING.id());
        assertThat(asked(noReason)).contains(2);
        assertThat(inputs(assess("matrix: 4x4", "method: iterative, " + rated)))
                .isEqualTo(Text.of("risk.method.lacks", "risk.tolerable"));
        assertThat(inputs(assess("matrix: 4x4\n  tolerable: medium", "method: iterative")))
                .isEqualTo(Text.of("risk.method.lacks", "unmitigated"));
        RiskResult within = assess(
                "matrix: 4x4\n  tolerable: medium",
                "method: iterative, unmitigated: { likelihood: 1, impacts: { any: 1 } }");
        assertThat(asked(within)).as("tolerable as it is").contains(0);
    }

    @Test
    void theMatrixMethodNeedsAnEstimateAndARowForTheLevel() {
        assertThat(inputs(assess("{ matrix: 4x4,", 1, 1)).key()).isEqualTo("risk.method.matrix.inputs");
        assertThat(inputs(assess(PLACES.formatted("", "")
                        + "risk: { matrix: 4x4, scenarios: [ { id: s, at: { zone: cell }, stopped-by: [ SI ] } ] }\n")))
                .isEqualTo(Text.of("risk.method.lacks", "unmitigated"));
        assertThat(inputs(assess("{ matrix: 5x5-product,", 5, 5)))
                .isEqualTo(Text.of("risk.method.lacks", "rules.by-risk.25"));
        assertThat(kinds(assess(PLACES.formatted("", "")
                        + "risk: { matrix: 4x4, scenarios: [ { id: s, at: { zone: cell }, unmitigated: {"
                        + " likelihood: 1, impacts: { any: 1 } } } ] }\n")))
                .as("nothing that would stop it is named")
                .containsExactly(RiskProblem.METHOD_LACKS.id());
    }

    @Test
    void theMethodOfTheScenarioComesBeforeThatOfTheZoneAndOfTheRisk() {
        String zone = PLACES.formatted(", decision: { method: consequence }", "");
        String scenario = "scenarios: [ { id: s, at: { zone: cell }, stopped-by: [ SI ], level: 2, because: x%s,"
                + " unmitigated: { likelihood: 1, impacts: { any: 1 } } } ] }\n";
        String risk = "risk: { matrix: 4x4, method: manual, ";
        assertThat(method(zone + risk + scenario.formatted(", method: matrix"))).isEqualTo("matrix");
        assertThat(method(zone + risk + scenario.formatted(""))).isEqualTo("consequence");
        assertThat(method(PLACES.formatted("", "") + risk + scenario.formatted("")))
                .isEqualTo("manual");
        assertThat(method(PLACES.formatted("", "") + "risk: { matrix: 4x4, " + scenario.formatted("")))
                .isEqualTo("matrix");
    }

    private static String method(String text) {
        return assess(text).demands().getFirst().method().word();
    }

    @Test
    void aFloorRaisesWhatIsDerivedAndABaselineStandsForAll() {
        RiskResult plain = assess(PLACES.formatted("", ""));
        assertThat(target(plain, "cell").vector()).isEqualTo(LevelVector.same(SecurityLevel.SL1));
        RiskResult floor = assess(PLACES.formatted(", decision: { floor: \"{3 1 0 0 0 0 2}\" }", ""));
        assertThat(target(floor, "cell").vector()).isEqualTo(LevelVector.of(3, 1, 1, 1, 1, 1, 2));
        assertThat(target(floor, "cell")
                        .at(FoundationalRequirement.IAC)
                        .driver()
                        .kind())
                .isEqualTo(Driver.Kind.FLOOR);
        assertThat(target(floor, "cell")
                        .at(FoundationalRequirement.IAC)
                        .reason()
                        .sources())
                .hasSize(1);
        RiskResult none = assess(PLACES.formatted("", "") + "risk: { baseline: 0 }\n");
        assertThat(target(none, "cell").vector()).isEqualTo(LevelVector.ZERO);
        assertThat(plain.targets().keySet().stream().map(Subject::id)).doesNotContain("office");
    }

    @Test
    void aConduitTakesTheMostOfItsZonesAndConfidentialityFromThoseWhoseDataItCarries() {
        RiskResult open = assess(PLACES.formatted("", ""));
        assertThat(target(open, "link").vector())
                .as("without flows all zones count; TRE and RA are its own")
                .isEqualTo(LevelVector.of(2, 1, 1, 4, 2, 1, 1));
        String flows = ", flows: [ { id: f, from: %s, to: %s, protocol: modbus } ]";
        String cell = "{ zone: cell }";
        assertThat(carried(flows.formatted(cell, "{ zone: ops }"))).isEqualTo(3);
        assertThat(carried(flows.formatted("{ asset: plc }", "{ asset: hmi }"))).isEqualTo(3);
        assertThat(carried(flows.formatted(cell, "{ zone: office }"))).isEqualTo(1);
        assertThat(carried(flows.formatted(cell, "{ zone: lab }"))).isEqualTo(4);
        assertThat(carried(flows.formatted(cell, "any")))
                .as("an open end may be any zone")
                .isEqualTo(4);
        assertThat(carried(flows.formatted("any", cell))).isEqualTo(4);
        assertThat(target(open, "link").at(FoundationalRequirement.DC).driver())
                .isEqualTo(new Driver(Driver.Kind.JOINED_ZONE, "lab"));
    }

    private static int carried(String flows) {
        return target(assess(PLACES.formatted("", flows)), "link")
                .vector()
                .at(FoundationalRequirement.DC)
                .number();
    }

    @Test
    void aMeasureThatIsGoneLowersNothingAndItsPlaceTakesOverTheRest() {
        String zone = PLACES.formatted(
                ", decision: { lowered: [ { requirement: SI, to: 1, because: old relays, assessed-in: [ s ],"
                        + " compensated-by: [ m ] } ] }",
                "");
        String risk = "risk: { matrix: 4x4, scenarios: [ { id: s, at: { zone: cell }, stopped-by: [ SI ], method:"
                + " manual, level: 3, because: x, unmitigated: { likelihood: 4, impacts: { any: 4 } } } ] }\n";
        String measure =
                "measures: [ { id: m, state: %s, closes: [ { at: { conduit: link }, requirements: [ SR 3.1 ] } ] } ]\n";
        for (String gone : List.of("rejected", "retired")) {
            RiskResult refused = assess(zone + risk + measure.formatted(gone));
            assertThat(kinds(refused)).contains(RiskProblem.LOWERED_WITHOUT.id());
            assertThat(si(refused, "cell")).isEqualTo(3);
        }
        RiskResult lowered = assess(zone + risk + measure.formatted("approved"));
        assertThat(si(lowered, "cell")).isEqualTo(1);
        assertThat(si(lowered, "link")).isEqualTo(3);
        assertThat(target(lowered, "link").at(FoundationalRequirement.SI).driver())
                .isEqualTo(new Driver(Driver.Kind.INHERITED, "cell"));
        assertThat(target(lowered, "cell").at(FoundationalRequirement.SI).driver())
                .isEqualTo(new Driver(Driver.Kind.LOWERED, "s"));
        assertThat(target(lowered, "cell").lowered()).singleElement().satisfies(entry -> {
            assertThat(entry.asked()).isEqualTo(SecurityLevel.SL3);
            assertThat(entry.to()).isEqualTo(SecurityLevel.SL1);
            assertThat(entry.inheritedBy().stream().map(Subject::id)).containsExactly("link");
        });
        RiskResult itself = assess(zone + risk + measure.formatted("approved").replace("conduit: link", "zone: cell"));
        assertThat(kinds(itself))
                .as("a measure at the zone itself hands nothing over")
                .contains(RiskProblem.LOWERED_WITHOUT.id());
        RiskResult elsewhere =
                assess(zone + risk.replace("at: { zone: cell }", "at: { zone: lab }") + measure.formatted("approved"));
        assertThat(si(elsewhere, "cell")).as("nothing is asked above the wish").isEqualTo(1);
    }

    private static int si(RiskResult result, String id) {
        return target(result, id).vector().at(FoundationalRequirement.SI).number();
    }

    @Test
    void aStatedTargetThatIsNotWhatWasAskedNeedsAReason() {
        assertThat(kinds(assess(PLACES.formatted(", target: 2, decision: { because: workshop }", ""))))
                .doesNotContain(RiskProblem.REASON_MISSING.id());
        List<String> without = kinds(assess("zones: [ { id: cell, function: control, target: 2 } ]\n"));
        assertThat(without).containsExactly(RiskProblem.REASON_MISSING.id());
        assertThat(kinds(assess("zones: [ { id: cell, function: control, target: 1 } ]\n")))
                .as("the same as what is asked")
                .isEmpty();
    }
}
