package org.zonewright.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.FlowId;
import org.zonewright.plant.id.ZoneId;

/// Protects who may silence a finding: an acceptance covers what it names and nothing more, and not after its last
/// day.
class AcceptancesTest {
    private static final Finding FLOW = finding(
            FindingKind.FLOW_NOT_APPROVED,
            "f-1",
            List.of(Subject.of(new FlowId("f-1")), Subject.of(new ConduitId("c"))));
    private static final Finding PAIR = finding(
            FindingKind.UNDECLARED_FLOW,
            "office>cell",
            List.of(
                    Subject.of(new ZoneId("office")),
                    Subject.of(new ZoneId("cell")),
                    Subject.of(new AssetId("lt")),
                    Subject.of(new AssetId("plc"))));

    private static Finding finding(FindingKind kind, String key, List<Subject> subjects) {
        return Finding.of(
                kind,
                new Finding.About(key, List.of(key), subjects),
                Reason.of(Text.of("test")),
                Consequence.NONE,
                List.of());
    }

    private static Finding judged(Finding finding, String acceptance) {
        return judged(finding, acceptance, Scene.AT);
    }

    private static Finding judged(Finding finding, String acceptance, Instant at) {
        // The flow and assets of the acceptance must be in the document: references may not dangle.
        String document = """
                assets: [ { id: lt, zone: office }, { id: plc, zone: cell } ]
                zones: [ { id: office, function: enterprise }, { id: cell, function: control } ]
                conduits:
                  - { id: c, between: [ office, cell ], flows: [ { id: f-1, from: { asset: lt }, to: { asset: plc } } ] }
                acceptances:
                  - { id: acc, by: head, because: known, %s }
                """.formatted(acceptance);
        return new Acceptances(Documents.plant(document).acceptances(), at).judge(finding);
    }

    @Test
    void aKindWithItemsCoversTheFlowsItNames() {
        Finding accepted = judged(FLOW, "finding: flow-not-approved, items: [ f-1 ]");
        assertThat(accepted.state()).isEqualTo(Finding.State.ACCEPTED);
        assertThat(accepted.counts()).isFalse();
        assertThat(judged(FLOW, "finding: flow-not-approved, items: [ plc ]").state())
                .isEqualTo(Finding.State.NEW);
    }

    @Test
    void aWholeKeyCoversOneFinding() {
        assertThat(judged(PAIR, "finding: \"undeclared-flow:office>cell\"").state())
                .isEqualTo(Finding.State.ACCEPTED);
        assertThat(judged(PAIR, "finding: \"undeclared-flow:office>dmz\"").state())
                .isEqualTo(Finding.State.NEW);
    }

    @Test
    void itemsMustNameEveryAssetOfAFinding() {
        String key = "finding: \"undeclared-flow:office>cell\", items: ";
        assertThat(judged(PAIR, key + "[ lt ]").state()).isEqualTo(Finding.State.NEW);
        assertThat(judged(PAIR, key + "[ lt, plc ]").state()).isEqualTo(Finding.State.ACCEPTED);
    }

    @Test
    void aStationThatTheDocumentDoesNotNameNeedsTheWholeKey() {
        Finding unknown =
                finding(FindingKind.UNKNOWN_ASSET, "plant/10.0.0.9", List.of(Subject.observed("plant/10.0.0.9")));
        assertThat(judged(unknown, "finding: unknown-asset, items: [ plc ]").state())
                .isEqualTo(Finding.State.NEW);
        assertThat(judged(unknown, "finding: \"unknown-asset:plant/10.0.0.9\"").state())
                .isEqualTo(Finding.State.ACCEPTED);
    }

    @Test
    void anAcceptanceHoldsUntilTheEndOfItsLastDayAndCountsAgainAfterwards() {
        String until = "finding: flow-not-approved, until: 2026-11-09";
        assertThat(judged(FLOW, until, Instant.parse("2026-11-09T23:59:59Z")).state())
                .isEqualTo(Finding.State.ACCEPTED);
        Finding late = judged(FLOW, until, Instant.parse("2026-11-10T00:00:00Z"));
        assertThat(late.state()).isEqualTo(Finding.State.ACCEPTANCE_EXPIRED);
        assertThat(late.counts()).isTrue();
        assertThat(late.acceptance()).isPresent();
    }

    @Test
    void anotherKindIsNotCovered() {
        assertThat(judged(PAIR, "finding: flow-not-approved").state()).isEqualTo(Finding.State.NEW);
    }
}
