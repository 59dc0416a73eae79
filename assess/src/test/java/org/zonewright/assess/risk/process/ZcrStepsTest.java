package org.zonewright.assess.risk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.base.Text;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.assurance.ProcessStep.State;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the small print of the steps: which places need the detailed assessment, and that each thing that lacks
/// is named at the steps that ask for it and at no others.
class ZcrStepsTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ZONES = """
            zones:
              - { id: cell, function: control }
              - { id: ops, function: operations }
              - { id: office, function: enterprise, in-suc: false }
              - { id: town, function: enterprise, in-suc: false }
            """;
    private static final String CONDUITS = """
            conduits:
              - { id: link, between: [ cell, ops ] }
              - { id: up, between: [ ops, office ] }
              - { id: out, between: [ office, town ] }
            """;
    private static final String SYSTEM = """
            assets: [ { id: plc, zone: cell } ]
            suc:
              name: Line 2
              description: Fills bottles
              perimeter: up to the firewall
              drawings: [ d-1 ]
              access-points: [ { id: usb, kind: usb, zone: cell } ]
              essential-functions: [ { id: ef, kind: control } ]
              operating-environment: hall
              threat-environment: sector report
              policies: [ p-1 ]
              regulations: [ NIS2 ]
            """;

    private static RiskResult assess(String text) {
        PlantReading reading = Documents.read(text);
        RiskInputs inputs = RiskInputs.none().withFindings(List.of());
        return RiskEngine.assess(reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), inputs, AT);
    }

    private static ZcrStep step(RiskResult result, String id) {
        return result.steps().stream()
                .filter(step -> step.id().toString().equals("ZCR " + id))
                .findFirst()
                .orElseThrow();
    }

    /// What a step lacks, as `key` or `key@subject`.
    private static List<String> missing(RiskResult result, String id) {
        return step(result, id).missing().stream()
                .map(gap -> gap.text().key()
                        + gap.subject().map(subject -> "@" + subject.id()).orElse(""))
                .toList();
    }

    private static String initial(String... rows) {
        return "risk: { matrix: 4x4, tolerable: medium, initial: [ " + String.join(", ", rows) + " ] }\n";
    }

    private static String row(String at, int impact) {
        return "{ at: " + at + ", consequence: stop, estimate: { impacts: { supply: " + impact + " } } }";
    }

    private static List<String> needDetail(String... rows) {
        return missing(assess(ZONES + CONDUITS + initial(rows)), "5.1").stream()
                .map(key -> key.replace("risk.zcr.5-1.none@", ""))
                .toList();
    }

    @Test
    void aPlaceNeedsDetailWhereItsOwnInitialRiskOrThatOfItsZonesIsAboveTheLine() {
        String cell = "{ zone: cell }";
        String ops = "{ zone: ops }";
        assertThat(needDetail(row(cell, 1), row(ops, 1))).as("all within").isEmpty();
        assertThat(needDetail(row(cell, 4), row(ops, 1))).containsExactlyInAnyOrder("cell", "link");
        assertThat(needDetail(row(cell, 4), row(ops, 1), row("{ conduit: link }", 1)))
                .as("the estimate of the conduit itself decides")
                .containsExactly("cell");
        assertThat(needDetail(row(cell, 1), row(ops, 1), row("{ conduit: up }", 4)))
                .containsExactly("up");
        assertThat(needDetail(row("site", 1), row(cell, 4)))
                .as("the estimate of the system stands for those without one")
                .containsExactly("cell");
        assertThat(needDetail(row("site", 4), row(cell, 1))).containsExactlyInAnyOrder("ops", "link", "up");
        assertThat(needDetail(row(cell, 1))).containsExactlyInAnyOrder("ops", "link", "up");
        assertThat(needDetail(row(cell, 1), row(cell, 4), row(ops, 1)))
                .as("one estimate above the line is enough")
                .containsExactlyInAnyOrder("cell", "link");
    }

    @Test
    void theInitialRiskAsksForEveryZoneOfTheSystemOrForTheSystem() {
        assertThat(missing(assess(ZONES + CONDUITS + initial(row("{ zone: cell }", 4))), "2.1"))
                .containsExactly("risk.zcr.2-1.zone@ops");
        assertThat(missing(assess(ZONES + CONDUITS + initial(row("site", 4))), "2.1"))
                .isEmpty();
        assertThat(missing(assess(ZONES), "2.1")).containsExactly("risk.zcr.2-1.none");
        String noMatrix = "risk: { initial: [ " + row("site", 1) + ", " + row("{ zone: cell }", 1) + " ] }\n";
        assertThat(missing(assess(ZONES + noMatrix), "2.1"))
                .containsExactly("risk.zcr.2-1.estimate", "risk.zcr.2-1.estimate@cell");
        assertThat(missing(assess(ZONES + noMatrix), "4.1"))
                .containsExactly("risk.zcr.6-8", "risk.zcr.4-1", "risk.zcr.4-1@cell");
        assertThat(missing(assess(ZONES + initial(row("site", 4))), "4.1")).isEmpty();
    }

    @Test
    void thePartitionAsksForZonesOfTheSystemAndForConduitsBetweenTwo() {
        RiskResult outside = assess("zones: [ { id: office, function: enterprise, in-suc: false } ]\n");
        for (int number = 1; number <= 6; number++) {
            assertThat(missing(outside, "3." + number)).containsExactly("risk.zcr.3-1.zones");
        }
        assertThat(missing(assess(ZONES), "3.1")).containsExactly("risk.zcr.3-1.conduits");
        assertThat(missing(assess(ZONES + CONDUITS), "3.1")).isEmpty();
        assertThat(missing(assess("zones: [ { id: cell, function: control } ]\n"), "3.1"))
                .isEmpty();
        assertThat(missing(assess(ZONES), "3.2")).as("the office is outside").isEmpty();
        assertThat(missing(assess(ZONES.replace("function: operations", "function: enterprise")), "3.2"))
                .containsExactly("risk.zcr.3-2");
    }

    @Test
    void aTraitOfAnyZoneConduitOrAssetAnswersItsStep() {
        String assets = "assets: [ { id: plc, zone: cell } ]\n";
        String text = ZONES + CONDUITS + assets;
        Map<String, String> traits =
                Map.of("3.3", "safety-related", "3.4", "temporary", "3.5", "wireless", "3.6", "external-access");
        traits.forEach((step, trait) -> {
            String key = "risk.zcr." + step.replace('.', '-');
            assertThat(missing(assess(text), step)).containsExactly(key);
            for (String holder : List.of("function: control", "between: [ cell, ops ]", "id: plc, zone: cell")) {
                RiskResult marked = assess(text.replace(holder, holder + ", " + trait + ": true"));
                traits.keySet()
                        .forEach(other -> assertThat(missing(marked, other).isEmpty())
                                .as(trait + " at " + holder + " for " + other)
                                .isEqualTo(other.equals(step)));
            }
        });
        String function = "suc: { name: Line, essential-functions: [ { id: ef, kind: %s } ] }\n";
        assertThat(missing(assess(text + function.formatted("safety")), "3.3")).isEmpty();
        assertThat(missing(assess(text + function.formatted("control")), "3.3")).containsExactly("risk.zcr.3-3");
    }

    @Test
    void whatIsNotCheckedIsMissingWhereChecksAreAskedFor() {
        PlantReading reading = Documents.read(ZONES + CONDUITS + SYSTEM);
        RiskResult unchecked = RiskEngine.assess(
                reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), RiskInputs.none(), AT);
        assertThat(missing(unchecked, "3.1")).containsExactly("risk.zcr.3.checks");
        assertThat(missing(unchecked, "6.3")).containsExactly("risk.zcr.3.checks");
        PlantReading empty = Documents.read("suc: { name: Line, drawings: [ d ] }\n");
        RiskResult without = RiskEngine.assess(
                empty.plant().orElseThrow(), empty.positions(), Catalogues.shipped(), RiskInputs.none(), AT);
        assertThat(missing(without, "6.3")).containsExactly("risk.zcr.1-1.assets");
    }

    @Test
    void eachPartOfTheSystemIsAskedForByItsOwnSteps() {
        String whole = ZONES + CONDUITS + SYSTEM;
        List<String> before = gaps(assess(whole));
        Map<String, List<String>> asked = Map.of(
                "description: Fills bottles", List.of("6.2 risk.zcr.6-2"),
                "perimeter: up to the firewall", List.of("1.1 risk.zcr.1-1.perimeter"),
                "drawings: [ d-1 ]", List.of("1.1 risk.zcr.1-1.drawings", "6.3 risk.zcr.1-1.drawings"),
                "essential-functions: [ { id: ef, kind: control } ]", List.of("1.1 risk.zcr.1-1.essential-functions"),
                "operating-environment: hall", List.of("6.5 risk.zcr.6-5"),
                "threat-environment: sector report", List.of("6.6 risk.zcr.6-6"),
                "regulations: [ NIS2 ]", List.of("6.9 risk.zcr.6-9"));
        asked.forEach((line, gaps) -> {
            List<String> more = new ArrayList<>(gaps(assess(whole.replace("  " + line + "\n", ""))));
            before.forEach(more::remove);
            assertThat(more).as(line).containsExactlyElementsOf(gaps);
        });
        assertThat(missing(assess(whole), "1.1")).isEmpty();
        assertThat(step(assess(whole), "6.2").state()).isEqualTo(State.DONE);
    }

    private static List<String> gaps(RiskResult result) {
        List<String> gaps = new ArrayList<>();
        for (ZcrStep step : result.steps()) {
            if (!step.id().toString().equals("ZCR 6.1")) {
                step.missing()
                        .forEach(gap -> gaps.add(step.id().toString().substring(4) + " "
                                + gap.text().key()));
            }
        }
        return gaps;
    }

    @Test
    void theSpecificationIsWholeWhenItsEightStepsAre() {
        RiskResult result = assess(ZONES + CONDUITS + SYSTEM + initial(row("site", 1)));
        ZcrStep whole = step(result, "6.1");
        assertThat(whole.needed()).isEqualTo(8);
        assertThat(whole.missing()).singleElement().satisfies(gap -> {
            assertThat(gap.text().key()).isEqualTo("risk.zcr.6-1");
            assertThat(gap.text().arguments()).contains("ZCR 6.4");
        });
        RiskResult stated = assess(ZONES + CONDUITS + SYSTEM + initial(row("site", 1))
                + "process: [ { requirement: ZCR 6.4, state: not-applicable, because: no zones of our own } ]\n");
        assertThat(step(stated, "6.1").state()).isEqualTo(State.DONE);
    }

    @Test
    void theReasonCountsWhatIsThere() {
        RiskResult result = assess(ZONES + CONDUITS + SYSTEM.replace("  perimeter: up to the firewall\n", ""));
        assertThat(step(result, "1.1").reason().text()).isEqualTo(Text.of("risk.zcr.state.partial", 5, 6, "–", "–"));
        assertThat(step(result, "1.1").reason().sources()).isEmpty();
        assertThat(step(result, "7.1").missing())
                .singleElement()
                .satisfies(gap -> assertThat(gap.text().key()).isEqualTo("risk.zcr.7-1.none"));
    }

    @Test
    void whatPeopleStateCountsLessFreelyThanWhatTheyDeny() {
        String text = ZONES + CONDUITS + SYSTEM;
        String says = "process: [ { requirement: ZCR 6.2, state: %s } ]\n";
        RiskResult less = assess(text + says.formatted("missing, because: the text is old, by: M. Berg"));
        assertThat(step(less, "6.2").state()).isEqualTo(State.MISSING);
        assertThat(step(less, "6.2").reason().text())
                .isEqualTo(Text.of("risk.zcr.state.stated.missing", 2, 2, "the text is old", "M. Berg"));
        assertThat(step(less, "6.2").reason().sources()).hasSize(1);
        RiskResult same = assess(text + says.formatted("done"));
        assertThat(step(same, "6.2").state()).isEqualTo(State.DONE);
        assertThat(step(same, "6.2").reason().text().key()).isEqualTo("risk.zcr.state.done");
        assertThat(step(assess(text + says.formatted("not-applicable")), "6.2").state())
                .as("without a reason nothing is left out")
                .isEqualTo(State.DONE);
    }

    @Test
    void aTargetCountsWhereItIsStatedOrDrivenAndNotAsABaselineAlone() {
        String high = initial(row("site", 4));
        String scenario = high.replace(
                " } ] }\n",
                " } ], scenarios: [ { id: s, at: { zone: ops }, stopped-by: [ SI ], level: 2, because: x,"
                        + " unmitigated: { likelihood: 4, impacts: { supply: 4 } } } ] }\n");
        String stated = ZONES.replace("function: control", "function: control, target: 3");
        assertThat(withoutTarget(ZONES + CONDUITS + high)).containsExactlyInAnyOrder("cell", "ops", "link", "up");
        assertThat(withoutTarget(stated + CONDUITS + high)).containsExactlyInAnyOrder("ops", "link", "up");
        assertThat(withoutTarget(ZONES + CONDUITS + scenario)).containsExactlyInAnyOrder("cell", "link", "up");
        assertThat(withoutTarget(ZONES + CONDUITS + initial(row("site", 1)))).isEmpty();
        assertThat(missing(assess(ZONES + CONDUITS + scenario), "5.6"))
                .containsExactlyInAnyOrder("risk.zcr.5-6@cell", "risk.zcr.5-6@link", "risk.zcr.5-6@up");
    }

    private static List<String> withoutTarget(String text) {
        return step(assess(text), "6.4").missing().stream()
                .filter(gap -> gap.text().key().equals("risk.zcr.6-4.k"))
                .map(Gap::subject)
                .flatMap(Optional::stream)
                .map(Subject::id)
                .toList();
    }
}
