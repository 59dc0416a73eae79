package org.zonewright.assess.risk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.drawing.DrawingChecks;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.ProcessStep.State;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the answer to "how far are we": a step is done only when the document shows it, what lacks is named, and
/// what people state counts with a reason and never over a contradiction.
class ZcrAssessorTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String PLACES = """
            assets:
              - { id: plc, zone: cell, criticality: high, classification: internal, match: { ip: 10.0.0.1 } }
            zones:
              - id: cell
                function: control
                owner: Production
                members: [ { cidr: 10.0.0.0/24 } ]
                specification: { physical-boundary: hall 2, physical-access-points: [ usb ], assumptions: [ guarded site ] }
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
    private static final String RISK = """
            risk:
              matrix: 4x4
              tolerable: medium
              team: [ M. Berg ]
              assessed-on: 2026-05-12
              sources: [ d-1 ]
              pha-reference: HAZOP 1
              initial: [ { at: site, consequence: stop, estimate: { impacts: { supply: %d } } } ]
            """;
    private static final String SCENARIO = """
              scenarios:
                - id: s
                  at: { zone: cell }
                  threat: TC-12
                  threat-source: TS-09
                  stopped-by: [ SI ]
                  vulnerabilities: [ open port ]
                  consequence: stop
                  unmitigated: { likelihood: 4, impacts: { supply: 3 } }
                  countermeasures: [ m ]
                  residual: { likelihood: 1 }
                  level: 3
                  because: known
            measures: [ { id: m } ]
            """;

    private static RiskResult assess(String text) {
        PlantReading reading = Documents.read(text);
        Plant plant = reading.plant().orElseThrow();
        return RiskEngine.assess(
                plant,
                reading.positions(),
                Catalogues.shipped(),
                RiskInputs.none().withFindings(DrawingChecks.check(plant, AT, reading.positions())),
                AT);
    }

    private static ZcrStep step(RiskResult result, String id) {
        return result.steps().stream()
                .filter(step -> step.id().toString().equals("ZCR " + id))
                .findFirst()
                .orElseThrow();
    }

    private static State state(RiskResult result, String id) {
        return step(result, id).state();
    }

    @Test
    void anEmptyDocumentHasEveryStepMissing() {
        RiskResult result = assess("");
        assertThat(result.steps()).hasSize(32).allSatisfy(step -> {
            assertThat(step.state()).as(step.id().toString()).isEqualTo(State.MISSING);
        });
        assertThat(step(result, "1.1").missing()).hasSize(6);
    }

    @Test
    void aWholeAssessmentIsDoneStepByStep() {
        RiskResult result = assess(PLACES + RISK.formatted(4) + SCENARIO);
        List<String> open = result.steps().stream()
                .filter(step -> step.state() != State.DONE)
                .map(step -> step.id() + " " + step.state())
                .toList();
        // One zone without a conduit: no flow and no connection; nothing is marked for 3.3 to 3.6; nobody approved.
        assertThat(open)
                .containsExactly(
                        "ZCR 3.3 PARTIAL",
                        "ZCR 3.4 PARTIAL",
                        "ZCR 3.5 PARTIAL",
                        "ZCR 3.6 PARTIAL",
                        "ZCR 6.1 PARTIAL",
                        "ZCR 6.4 PARTIAL",
                        "ZCR 7.1 MISSING");
        assertThat(step(result, "6.4").missing().stream().map(gap -> gap.text().key()))
                .containsExactly("risk.zcr.6-4.f", "risk.zcr.6-4.h", "risk.zcr.6-4.i");
    }

    @Test
    void aTolerableInitialRiskSkipsTheDetailedAssessment() {
        RiskResult result = assess(PLACES + RISK.formatted(1));
        for (int number = 1; number <= 13; number++) {
            assertThat(state(result, "5." + number)).isEqualTo(State.NOT_APPLICABLE);
        }
        assertThat(state(result, "4.1")).isEqualTo(State.DONE);
        assertThat(state(assess(PLACES + RISK.formatted(4)), "5.1")).isEqualTo(State.MISSING);
    }

    @Test
    void aScenarioThatLacksSomethingLeavesItsStepsOpen() {
        String text = PLACES + RISK.formatted(4);
        assertThat(state(assess(text + SCENARIO.replace("      vulnerabilities: [ open port ]\n", "")), "5.2"))
                .isEqualTo(State.MISSING);
        RiskResult noResidual = assess(text + SCENARIO.replace("      residual: { likelihood: 1 }\n", ""));
        assertThat(List.of("5.9", "5.10", "5.11", "5.12"))
                .allSatisfy(id -> assertThat(state(noResidual, id)).isEqualTo(State.MISSING));
        assertThat(state(assess(text + SCENARIO.replace("      countermeasures: [ m ]\n", "")), "5.8"))
                .isEqualTo(State.MISSING);
        assertThat(state(
                        assess(text + SCENARIO.replace("supply: 3 } }", "supply: 3 }, because: behind the firewall }")),
                        "5.4"))
                .isEqualTo(State.PARTIAL);
    }

    @Test
    void aStatementCountsWithAReasonAndNeverOverAContradiction() {
        String text = PLACES + RISK.formatted(4) + SCENARIO;
        String none = "process: [ { requirement: ZCR 3.5, state: not-applicable%s } ]\n";
        ZcrStep stated = step(assess(text + none.formatted(", because: no radio")), "3.5");
        assertThat(stated.state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(stated.missing()).isEmpty();
        assertThat(state(assess(text + none.formatted("")), "3.5")).isEqualTo(State.PARTIAL);
        String done = "process: [ { requirement: ZCR 3.4, state: done%s } ]\n";
        assertThat(state(assess(text + done.formatted(", because: walked the plant")), "3.4"))
                .isEqualTo(State.DONE);
        assertThat(state(assess(text + done.formatted("")), "3.4")).isEqualTo(State.PARTIAL);
        String shared = text.replace("match: { ip: 10.0.0.1 }", "temporary: true, match: { ip: 10.0.0.1 }");
        RiskResult contradicted = assess(shared + done.formatted(", because: x"));
        assertThat(state(contradicted, "3.4")).isEqualTo(State.PARTIAL);
        String less = "process: [ { requirement: ZCR 1.1, state: partial } ]\n";
        assertThat(state(assess(text + less), "1.1")).isEqualTo(State.PARTIAL);
    }

    @Test
    void anApprovalHoldsUntilSomethingItFroze() {
        String text = PLACES + RISK.formatted(4) + SCENARIO;
        Plant approved = Documents.plant(text);
        String approval = "approvals: [ { id: a, revision: C2, by: B, on: 2026-11-02, sha256: \""
                + RevisionDiff.content(approved) + "\" } ]\n";
        RiskResult holds = assess(text + approval);
        assertThat(holds.approval().state()).isEqualTo(ApprovalOutcome.State.HOLDS);
        assertThat(state(holds, "7.1")).isEqualTo(State.DONE);
        RiskResult grown = assess(
                text + approval
                        + "evidence: [ { id: e, requirements: [ SR 1.1 ], at: { zone: cell }, state: met, method: test, date: 2026-03-04 } ]\n");
        assertThat(grown.approval().state()).isEqualTo(ApprovalOutcome.State.HOLDS);
        RiskResult changed = assess((text + approval).replace("owner: Production", "owner: Maintenance"));
        assertThat(changed.approval().state()).isEqualTo(ApprovalOutcome.State.CHANGED);
        assertThat(state(changed, "7.1")).isEqualTo(State.PARTIAL);
        RiskResult silent = assess(text + "approvals: [ { id: a, revision: C2, by: B, on: 2026-11-02 } ]\n");
        assertThat(silent.approval().state()).isEqualTo(ApprovalOutcome.State.NOT_KNOWN);
    }

    @Test
    void aChangeNamesTheStepsThatItInvalidates() {
        String text = PLACES + RISK.formatted(4) + SCENARIO;
        Plant before = Documents.plant(text);
        assertThat(RevisionDiff.changes(before, before)).isEmpty();
        Plant moved = Documents.plant(text.replace("zone: cell, criticality", "criticality")
                .replace("tolerable: medium", "tolerable: low")
                .replace("owner: Production", "owner: Production\n    target: 2")
                .replace("residual: { likelihood: 1 }", "residual: { likelihood: 2 }"));
        List<Change> changes = RevisionDiff.changes(before, moved);
        assertThat(changes.stream()
                        .map(change -> change.kind().id() + " " + change.what().id() + " " + change.id()))
                .containsExactly("changed matrix ", "changed asset plc", "changed target cell", "changed scenario s");
        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(change.redo().stream().map(String::valueOf)).contains("ZCR 7.1"));
        assertThat(changes.get(2).redo().stream().map(String::valueOf)).contains("ZCR 5.6", "ZCR 6.4");
        Plant added = Documents.plant(text.replace("zones:\n", "zones:\n  - { id: new, function: control }\n"));
        assertThat(RevisionDiff.changes(before, added)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.ADDED);
            assertThat(change.id()).isEqualTo("new");
        });
        assertThat(RevisionDiff.hold(moved, SourceMap.nowhere(), Optional.empty(), Optional.of(before))
                        .state())
                .isEqualTo(ApprovalOutcome.State.NONE);
    }
}
