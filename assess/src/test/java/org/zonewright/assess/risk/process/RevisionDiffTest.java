package org.zonewright.assess.risk.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;

/// Protects a signature: every part that an approval freezes is seen to change, as itself and as nothing else, and
/// what may grow is not taken for a change.
class RevisionDiffTest {
    private static final String TEXT = """
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
            realms: [ { id: works } ]
            assets: [ { id: plc, zone: cell } ]
            zones:
              - { id: cell, function: control, target: 2, owner: Production }
              - { id: ops, function: operations }
            conduits:
              - id: link
                between: [ cell, ops ]
                target: 1
                owner: Telecontrol
                flows: [ { id: f, from: { zone: ops }, to: { zone: cell }, protocol: modbus } ]
            risk:
              matrix: 4x4
              tolerable: medium
              team: [ M. Berg ]
              assessed-on: 2026-05-12
              sources: [ d-1 ]
              pha-reference: HAZOP 1
              baseline: 1
              initial: [ { at: site, consequence: stop } ]
              hazards: [ { id: hz, consequence: fire } ]
              scenarios: [ { id: s, at: { zone: cell }, consequence: trip } ]
            measures: [ { id: m, name: Jump host } ]
            approvals: [ { id: a, revision: C1, by: B, on: 2026-11-02 } ]
            """;

    private static List<String> changes(String before, String now) {
        List<String> words = new ArrayList<>();
        for (Change change : RevisionDiff.changes(Documents.plant(before), Documents.plant(now))) {
            words.add((change.kind().id() + " " + change.what().id() + " " + change.id()).strip());
        }
        return words;
    }

    @Test
    void eachPartThatChangesIsNamedAlone() {
        Map<String, String> changed = Map.ofEntries(
                Map.entry("name: Line 2", "suc"),
                Map.entry("description: Fills", "suc"),
                Map.entry("perimeter: up", "suc"),
                Map.entry("drawings: [ d", "suc"),
                Map.entry("kind: usb", "suc"),
                Map.entry("kind: control }", "suc"),
                Map.entry("id: works", "suc"),
                Map.entry("operating-environment: hall", "surroundings"),
                Map.entry("threat-environment: sector", "surroundings"),
                Map.entry("policies: [ p", "surroundings"),
                Map.entry("regulations: [ NIS2", "surroundings"),
                Map.entry("tolerable: medium", "matrix"),
                Map.entry("team: [ M", "risk-record"),
                Map.entry("2026-05-12", "risk-record"),
                Map.entry("sources: [ d", "risk-record"),
                Map.entry("pha-reference: HAZOP", "risk-record"),
                Map.entry("baseline: 1", "risk-record"),
                Map.entry("consequence: stop", "initial-risk"),
                Map.entry("plc, zone: cell", "asset plc"),
                Map.entry("owner: Production", "zone cell"),
                Map.entry("function: operations", "zone ops"),
                Map.entry("owner: Telecontrol", "conduit link"),
                Map.entry("protocol: modbus", "flow f"),
                Map.entry("target: 2", "target cell"),
                Map.entry("target: 1", "target link"),
                Map.entry("consequence: fire", "hazard hz"),
                Map.entry("consequence: trip", "scenario s"),
                Map.entry("name: Jump", "measure m"));
        Map<String, String> other = Map.of(
                "kind: usb", "kind: console",
                "kind: control }", "kind: view }",
                "tolerable: medium", "tolerable: low",
                "2026-05-12", "2026-05-13",
                "baseline: 1", "baseline: 2",
                "plc, zone: cell", "plc, zone: ops",
                "function: operations", "function: dmz",
                "target: 2", "target: 3",
                "target: 1", "target: 3",
                "id: works", "id: plant");
        changed.forEach((words, what) -> {
            assertThat(TEXT).contains(words);
            String now = TEXT.replace(words, other.getOrDefault(words, words + "x"));
            assertThat(changes(TEXT, now)).as(words).containsExactly("changed " + what);
            assertThat(RevisionDiff.content(Documents.plant(now)))
                    .as(words)
                    .isNotEqualTo(RevisionDiff.content(Documents.plant(TEXT)));
        });
        assertThat(changes(TEXT, TEXT)).isEmpty();
    }

    @Test
    void whatComesAndGoesIsAddedAndRemoved() {
        String more = TEXT.replace("measures: [ ", "measures: [ { id: n }, ")
                .replace("assets: [ ", "assets: [ { id: hmi }, ");
        assertThat(changes(TEXT, more)).containsExactly("added asset hmi", "added measure n");
        assertThat(changes(more, TEXT)).containsExactly("removed asset hmi", "removed measure n");
        String bare = TEXT.substring(TEXT.indexOf("realms:"))
                .replaceFirst("(?s)risk:.*", "")
                .replace(", target: 2", "");
        assertThat(changes(TEXT, bare))
                .containsExactly(
                        "removed suc",
                        "removed surroundings",
                        "removed matrix",
                        "removed initial-risk",
                        "changed target cell",
                        "removed scenario s",
                        "removed hazard hz",
                        "removed measure m",
                        "removed risk-record");
        assertThat(changes(bare, TEXT)).contains("added suc", "added matrix", "added risk-record", "added hazard hz");
    }

    private static ApprovalOutcome hold(String text, Optional<String> file, Optional<String> approved) {
        return RevisionDiff.hold(Documents.plant(text), SourceMap.nowhere(), file, approved.map(Documents::plant));
    }

    @Test
    void theLastApprovalDecidesByItsDigestOrByTheApprovedDocument() {
        String content = RevisionDiff.content(Documents.plant(TEXT));
        assertThat(content).matches("[0-9a-f]{64}");
        String signed = TEXT.replace("on: 2026-11-02", "on: 2026-11-02, sha256: \"%s\"");
        String other = "0".repeat(64);
        assertThat(hold(TEXT, Optional.empty(), Optional.empty()).state()).isEqualTo(ApprovalOutcome.State.NOT_KNOWN);
        assertThat(hold(signed.formatted(content), Optional.empty(), Optional.empty())
                        .state())
                .isEqualTo(ApprovalOutcome.State.HOLDS);
        assertThat(hold(signed.formatted(other), Optional.empty(), Optional.empty())
                        .state())
                .isEqualTo(ApprovalOutcome.State.CHANGED);
        assertThat(hold(signed.formatted(other), Optional.of(other), Optional.empty())
                        .state())
                .as("the digest may be that of the file")
                .isEqualTo(ApprovalOutcome.State.HOLDS);
        ApprovalOutcome changed = hold(
                signed.formatted(content),
                Optional.empty(),
                Optional.of(TEXT.replace("owner: Production", "owner: Maintenance")));
        assertThat(changed.state()).as("the approved document itself wins").isEqualTo(ApprovalOutcome.State.CHANGED);
        assertThat(changed.changes()).hasSize(1);
        assertThat(changed.content()).contains(content);
        assertThat(hold(TEXT, Optional.empty(), Optional.of(TEXT)).state()).isEqualTo(ApprovalOutcome.State.HOLDS);
        assertThat(hold("", Optional.empty(), Optional.empty()).state()).isEqualTo(ApprovalOutcome.State.NONE);
    }

    @Test
    void ofTwoApprovalsTheLaterDayCountsAndOnOneDayTheLaterLine() {
        String two = TEXT.replace("approvals: [ ", "approvals: [ { id: b, revision: C2, by: B, on: 2026-11-%s }, ");
        assertThat(approval(two.formatted("03"))).isEqualTo("b");
        assertThat(approval(two.formatted("01"))).isEqualTo("a");
        assertThat(approval(two.formatted("02"))).isEqualTo("a");
        Plant grown = Documents.plant(two.formatted("03"));
        assertThat(RevisionDiff.content(grown)).isEqualTo(RevisionDiff.content(Documents.plant(TEXT)));
    }

    private static String approval(String text) {
        return hold(text, Optional.empty(), Optional.empty())
                .approval()
                .orElseThrow()
                .value();
    }
}
