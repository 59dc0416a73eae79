package org.zonewright.assess.risk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects ZCR 5.1 to 5.13 line by line: of a whole assessment each thing that is taken away is missed by its own
/// steps, in words that are true of it, and by no other step.
class DetailStepsTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String WHOLE = """
            zones:
              - id: cell
                function: control
            risk:
              matrix: 4x4
              tolerable: medium
              team: [ M. Berg ]
              assessed-on: 2026-05-12
              sources: [ drawing 4711 ]
              pha-reference: HAZOP 1
              initial: [ { at: site, consequence: stop, estimate: { impacts: { supply: 4 } } } ]
              scenarios:
                - id: s
                  name: Worm
                  at: { zone: cell }
                  threat: TC-09
                  threat-source: TS-02
                  stopped-by: [ SI ]
                  vulnerabilities: [ open port ]
                  consequence: The line stops
                  unmitigated: { likelihood: 4, impacts: { supply: 4 } }
                  countermeasures: [ m ]
                  residual: { likelihood: 1 }
                  level: 3
                  because: known
            measures: [ { id: m, closes: [ { at: { zone: cell }, requirements: [ SR 3.2 ] } ] } ]
            """;

    private static RiskResult assess(String text) {
        PlantReading reading = Documents.read(text);
        return RiskEngine.assess(
                reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), RiskInputs.none(), AT);
    }

    /// What the thirteen steps lack, by the number of the step; one that lacks nothing is left out.
    private static Map<Integer, List<String>> lacking(String text) {
        Map<Integer, List<String>> lacking = new TreeMap<>();
        assess(text).steps().stream()
                .filter(step -> step.id().toString().startsWith("ZCR 5."))
                .filter(step -> !step.missing().isEmpty())
                .forEach(step -> lacking.put(
                        Integer.valueOf(step.id().toString().substring("ZCR 5.".length())),
                        step.missing().stream()
                                .map(gap -> Texts.english().say(gap.text()))
                                .toList()));
        return lacking;
    }

    private static String without(String line) {
        assertThat(WHOLE).contains(line);
        return WHOLE.replace(line, "");
    }

    @Test
    void aWholeAssessmentLacksNothing() {
        assertThat(lacking(WHOLE)).isEmpty();
    }

    @Test
    void whatIsTakenAwayIsMissedByItsOwnStepAlone() {
        Map<String, Map<Integer, List<String>>> cases = new LinkedHashMap<>();
        String threat = "Worm lacks a threat, its source, or what would stop it.";
        cases.put("      threat: TC-09\n", Map.of(1, List.of(threat)));
        cases.put("      threat-source: TS-02\n", Map.of(1, List.of(threat)));
        cases.put("      vulnerabilities: [ open port ]\n", Map.of(2, List.of("Worm names no vulnerability.")));
        cases.put(
                "      consequence: The line stops\n", Map.of(3, List.of("Worm lacks its consequence or an impact.")));
        cases.put(
                "      countermeasures: [ m ]\n",
                Map.of(8, List.of("Worm is above the line and names no countermeasure.")));
        cases.put(
                "      residual: { likelihood: 1 }\n",
                Map.of(
                        9, List.of("Worm is above the line and its likelihood was not estimated again."),
                        10, List.of("Worm is above the line and has no residual risk."),
                        11, List.of("Worm is above the line and its residual risk cannot be held against it."),
                        12, List.of("Worm stays above the line: more countermeasures, or an acceptance that holds.")));
        cases.put("  team: [ M. Berg ]\n", Map.of(13, List.of("Nobody is named who assessed.")));
        cases.put("  assessed-on: 2026-05-12\n", Map.of(13, List.of("The date of the assessment is not said.")));
        cases.put("  sources: [ drawing 4711 ]\n", Map.of(13, List.of("No source is named.")));
        cases.put("  pha-reference: HAZOP 1\n", Map.of(13, List.of("No process hazard analysis is referred to.")));
        cases.forEach(
                (line, lacking) -> assertThat(lacking(without(line))).as(line).isEqualTo(lacking));
    }

    @Test
    void aScenarioWithoutAnEstimateIsNotRatedAndNeverCalledAboveTheLine() {
        Map<Integer, List<String>> lacking = lacking(WHOLE.replace("likelihood: 4, impacts", "impacts"));
        assertThat(lacking.get(4)).containsExactly("Worm has no unmitigated likelihood.");
        assertThat(lacking.get(5)).containsExactly("Worm has no unmitigated risk.");
        assertThat(lacking.get(7)).containsExactly("Worm cannot be held against the tolerable risk.");
        for (int step = 8; step <= 12; step++) {
            assertThat(lacking.get(step))
                    .as("5." + step)
                    .containsExactly("Worm is not rated, so that nobody knows whether it needs a countermeasure.");
        }
        assertThat(lacking.get(3)).isNull();
    }

    @Test
    void aTolerableScenarioNeedsNoCountermeasure() {
        String mild = WHOLE.replace("likelihood: 4, impacts: { supply: 4 }", "likelihood: 1, impacts: { supply: 1 }")
                .replace("      countermeasures: [ m ]\n      residual: { likelihood: 1 }\n      level: 3\n", "");
        assertThat(lacking(mild)).isEmpty();
    }

    @Test
    void everyGapOfAScenarioOpensItsLine() {
        RiskResult result = assess(without("      vulnerabilities: [ open port ]\n"));
        assertThat(result.steps().stream()
                        .filter(step -> step.id().toString().equals("ZCR 5.2"))
                        .flatMap(step -> step.missing().stream())
                        .flatMap(gap -> gap.where().stream())
                        .map(where -> where.display()))
                .containsExactly("plant.yaml:15:7 risk.scenarios[0]");
    }

    @Test
    void aZoneThatNeedsDetailAndHasNoScenarioIsNamed() {
        String more = WHOLE.replace(
                "    function: control\n", "    function: control\n  - { id: ops, function: operations }\n");
        Map<Integer, List<String>> lacking = lacking(more);
        assertThat(lacking)
                .isEqualTo(Map.of(
                        1, List.of("ops has no scenario."),
                        6, List.of("ops has no SL-T that a scenario drives or a person set.")));
        String stated =
                more.replace("function: operations }", "function: operations, target: 2, decision: { because: x } }");
        assertThat(lacking(stated)).isEqualTo(Map.of(1, List.of("ops has no scenario.")));
    }

    @Test
    void aTargetBelowTheRiskOrLoweredWithoutCompensationIsAgainstItsStep() {
        String low = WHOLE.replace(
                "    function: control\n", "    function: control\n    target: 2\n    decision: { because: x }\n");
        assertThat(lacking(low)).containsOnlyKeys(6);
        assertThat(lacking(low).get(6)).singleElement().asString().contains("cell");
        String lowered = WHOLE.replace(
                "    function: control\n",
                "    function: control\n    decision: { lowered: [ { requirement: SI, to: 1, because: old } ] }\n");
        assertThat(lacking(lowered)).containsOnlyKeys(6);
    }

    @Test
    void anUnmitigatedLikelihoodThatCountsAFirewallIsAgainstItsStep() {
        assertThat(lacking(WHOLE.replace(
                        "impacts: { supply: 4 } }\n      counter",
                        "impacts: { supply: 4 }, because: behind the firewall }\n      counter")))
                .containsOnlyKeys(4);
    }
}
