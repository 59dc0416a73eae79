package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Sites.CELL;
import static org.zonewright.assess.levels.Sites.sr;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.RequirementState;
import org.zonewright.plant.id.EvidenceId;

/// Protects what is taken over from somebody else: it holds only with the check of island mode and with proofs that
/// are valid today, say that it holds, and are about the requirement at the provider.
class InheritanceTest {
    private static final String PLACES = """
            zones:
              - { id: cell, function: control }
              - { id: office, function: operations }
              - { id: far, function: enterprise, in-suc: false }
            services: [ { id: sp-1, provider: Integrator, kind: maintenance } ]
            """;
    private static final String PROOF = "{ id: own, requirements: [ SR 5.4 ], at: { zone: office }, state: met, method:"
            + " test, date: 2026-11-01 }";
    private static final String ISLAND =
            "{ id: island, requirements: [ SR 7.5 ], at: { zone: cell }, state: met, method:"
                    + " test, date: 2026-11-01 }";

    private static String heir(String provider) {
        return "{ id: heir, requirements: [ SR 5.4 ], at: { zone: cell }, state: inherited, method: examination, date:"
                + " 2026-11-01, because: x, approved-by: B, inherited-from: { " + provider + " } }";
    }

    private static final String BY = "by: { zone: office }, proven-by: [ own ], island-mode: island";

    private static Verdict.Side side(String... evidence) {
        return levels(evidence).verdict(CELL, sr("SR 5.4")).orElseThrow().achieved();
    }

    private static Levels levels(String... evidence) {
        return Sites.levels(Documents.plant(PLACES + "evidence: [ " + String.join(", ", evidence) + " ]\n"));
    }

    private static void falls(String... evidence) {
        Verdict.Side side = side(evidence);
        assertThat(side.state()).as(String.join("\n", evidence)).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(side.rule()).isEqualTo(Rule.PROVIDER);
        assertThat(side.evidence()).contains(new EvidenceId("heir"));
    }

    @Test
    void everyLinkOfTheChainIsNeeded() {
        Verdict.Side whole = side(PROOF, ISLAND, heir(BY));
        assertThat(whole.state()).isEqualTo(RequirementState.INHERITED);
        assertThat(whole.evidence()).contains(new EvidenceId("heir"));
        falls(PROOF, ISLAND, heir("by: { zone: office }, island-mode: island"));
        falls(PROOF, ISLAND, heir("by: { zone: office }, proven-by: [ own ]"));
        falls(PROOF.replace("zone: office", "zone: cell").replace("SR 5.4", "SR 7.5"), ISLAND, heir(BY));
        falls(PROOF.replace("SR 5.4", "SR 5.3"), ISLAND, heir(BY));
    }

    @Test
    void aProofOrIslandCheckThatIsOldOrSaysOtherwiseProvesNothing() {
        for (String bad : List.of(
                PROOF.replace("2026-11-01", "2026-11-23"),
                PROOF.replace("state: met", "state: not-met"),
                PROOF.replace("state: met", "state: partial"),
                PROOF.replace("2026-11-01 }", "2026-11-01, valid-until: 2026-11-21 }"))) {
            assertThat(side(bad, ISLAND, heir(BY)).state()).as(bad).isEqualTo(RequirementState.NO_EVIDENCE);
            falls(PROOF, bad.replace("id: own", "id: island").replace("SR 5.4", "SR 7.5"), heir(BY));
        }
        String lastDay = PROOF.replace("2026-11-01 }", "2026-11-01, valid-until: 2026-11-22 }");
        assertThat(side(lastDay, ISLAND, heir(BY)).state()).isEqualTo(RequirementState.INHERITED);
        String both = BY.replace("[ own ]", "[ own, more ]");
        String more = PROOF.replace("id: own", "id: more");
        assertThat(side(PROOF, more, ISLAND, heir(both)).state()).isEqualTo(RequirementState.INHERITED);
        falls(PROOF, more.replace("2026-11-01 }", "2025-11-01, valid-until: 2026-01-01 }"), ISLAND, heir(both));
    }

    @Test
    void aProviderOutsideNeedsTheIslandCheckAloneAndOneInTheDocumentItsProof() {
        String outside = heir("outside: group directory, island-mode: island");
        assertThat(side(ISLAND, outside).state()).isEqualTo(RequirementState.INHERITED);
        falls(outside.replace(", island-mode: island", ""));
        String service = "by: { service: sp-1 }, proven-by: [ own ], island-mode: island";
        String proof = PROOF.replace("zone: office", "service: sp-1");
        Levels levels = levels(proof, ISLAND, heir(service));
        assertThat(levels.verdict(CELL, sr("SR 5.4")).orElseThrow().achieved().state())
                .isEqualTo(RequirementState.INHERITED);
        assertThat(levels.assumptions())
                .containsExactly(new Assumption(CELL, "sp-1", new EvidenceId("heir"), List.of(sr("SR 5.4"))));
        falls(PROOF, ISLAND, heir(service));
        Levels far = levels(PROOF.replace("office", "far"), ISLAND, heir(BY.replace("office", "far")));
        assertThat(far.assumptions().stream().map(Assumption::provider)).containsExactly("far");
        assertThat(levels(PROOF, ISLAND, heir(BY)).assumptions()).isEmpty();
    }

    @Test
    void whatIsNotApprovedIsInheritedFromNobody() {
        for (String lacking : List.of(", because: x", ", approved-by: B")) {
            Verdict.Side side = side(PROOF, ISLAND, heir(BY).replace(lacking, ""));
            assertThat(side.state()).isEqualTo(RequirementState.NO_EVIDENCE);
            assertThat(side.rule()).isEqualTo(Rule.UNPROVEN);
        }
    }

    @Test
    void ofWhatHoldsMetIsSaidBeforeInheritedAndInheritedBeforeNotApplicable() {
        String row = "{ id: %s, requirements: [ SR 1.6 ], at: { zone: cell }, state: %s, method: test, date: %s,"
                + " because: x, approved-by: B, inherited-from: { outside: group, island-mode: island } }";
        String plain = row.substring(0, row.indexOf(", inherited-from")) + " }";
        String met = plain.formatted("m", "met", "2026-10-01");
        String none = plain.formatted("n", "not-applicable", "2026-11-10");
        String inherited = row.formatted("i", "inherited", "2026-11-05");
        assertThat(which(met, none, inherited, ISLAND)).isEqualTo("m");
        assertThat(which(none, inherited, met, ISLAND)).isEqualTo("m");
        assertThat(which(none, inherited, ISLAND)).isEqualTo("i");
        assertThat(which(inherited, none, ISLAND)).isEqualTo("i");
        assertThat(which(none, ISLAND)).isEqualTo("n");
        String later = plain.formatted("l", "met", "2026-10-02");
        assertThat(which(met, later)).as("of two the later").isEqualTo("l");
        assertThat(which(later, met)).isEqualTo("l");
        String same = plain.formatted("a", "met", "2026-10-01");
        assertThat(which(met, same)).as("of one day the smaller id").isEqualTo("a");
        assertThat(which(same, met)).isEqualTo("a");
        String weaker = same.replace("method: test", "method: interview");
        assertThat(which(weaker, met)).as("of one day the stronger method").isEqualTo("m");
    }

    private static String which(String... evidence) {
        return levels(evidence)
                .verdict(CELL, sr("SR 1.6"))
                .orElseThrow()
                .achieved()
                .evidence()
                .orElseThrow()
                .value();
    }

    @Test
    void aCompensationHoldsOverAnOlderFailureAndBesideWhatIsMetAndYieldsToANewerFailure() {
        String measures = "measures: [ { id: m, state: in-place } ]\n";
        String row = "{ id: %s, requirements: [ SR 5.4 ], at: { zone: cell }, state: %s, method: test, date: %s }";
        String compensated = row.replace(" }", ", because: x, approved-by: B, compensated-by: [ m ] }")
                .replace("{ zone: cell, because: x, approved-by: B, compensated-by: [ m ] }", "{ zone: cell }")
                .formatted("c", "compensated", "2026-11-05");
        assertThat(state(measures, compensated)).isEqualTo(RequirementState.COMPENSATED);
        assertThat(state(measures, compensated, row.formatted("f", "not-met", "2026-11-05")))
                .as("of one day the compensation")
                .isEqualTo(RequirementState.COMPENSATED);
        assertThat(state(measures, compensated, row.formatted("f", "not-met", "2026-11-06")))
                .isEqualTo(RequirementState.NOT_MET);
        assertThat(state(measures, compensated, row.formatted("f", "partial", "2026-11-06")))
                .isEqualTo(RequirementState.PARTIAL);
        assertThat(state(measures, compensated, row.formatted("m", "met", "2026-11-01")))
                .as("it stands beside what is met")
                .isEqualTo(RequirementState.COMPENSATED);
        assertThat(state("measures: [ { id: m, state: approved } ]\n", compensated))
                .isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(state(measures, compensated.replace(" [ m ] }", " [ m ], valid-until: 2026-11-21 }")))
                .isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(state(
                        measures,
                        compensated,
                        row.formatted("f", "not-met", "2026-11-05").replace("test", "interview")))
                .isEqualTo(RequirementState.COMPENSATED);
    }

    private static RequirementState state(String measures, String... evidence) {
        return Sites.levels(Documents.plant(PLACES + measures + "evidence: [ " + String.join(", ", evidence) + " ]\n"))
                .verdict(CELL, sr("SR 5.4"))
                .orElseThrow()
                .achieved()
                .state();
    }

    @Test
    void anAssetMayBeTheProviderOfWhatItHolds() {
        String asset = PLACES + "assets: [ { id: server, zone: office, type: host }, { id: spare, type: host } ]\n";
        String proof =
                "{ id: own, requirements: [ SR 1.1 ], at: { asset: %s }, state: %s, method: test, date: 2026-11-01 }";
        String heir = heir("by: { asset: %s }, proven-by: [ own ], island-mode: island")
                .replace("SR 5.4", "SR 1.1");
        String rows = "evidence: [ " + proof + ", " + ISLAND + ", " + heir + " ]\n";
        assertThat(atCell(asset + rows.formatted("server", "met", "server"))).isEqualTo(RequirementState.INHERITED);
        String failed = rows.formatted("server", "met", "server")
                .replace(
                        " ]\n",
                        ", "
                                + proof.replace("own", "f")
                                        .replace("2026-11-01", "2026-11-02")
                                        .formatted("server", "not-met")
                                + " ]\n");
        assertThat(atCell(asset + failed)).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(atCell(asset + rows.formatted("spare", "met", "spare")))
                .as("an asset of no zone is judged by its proof")
                .isEqualTo(RequirementState.INHERITED);
    }

    private static RequirementState atCell(String text) {
        return Sites.levels(Documents.plant(text))
                .verdict(CELL, sr("SR 1.1"))
                .orElseThrow()
                .achieved()
                .state();
    }
}
