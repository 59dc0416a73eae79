package org.zonewright.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `risk` and `risk import` promise to people and scripts: results on one stream and messages on the other, exit
/// 1 for what is open or wrong, and lines of a hazard study that a plant document takes as they are.
class RiskVerbTest {
    private static final String DAY = "2026-11-22";
    private static final String HEAD = """
            zonewright: 1
            site: { id: works }
            zones: [ { id: cell, function: control } ]
            """;
    private static final String RISK = """
            risk:
              matrix: 4x4
              tolerable: medium
              scenarios:
                - { id: s, name: Worm, at: { zone: cell }, stopped-by: [ SI ], method: manual, level: 2, because: x,
                    unmitigated: { likelihood: 4, impacts: { safety: 4 } }%s }
            """;
    private static final String OPEN = HEAD + RISK.formatted("");
    private static final String REDUCED = HEAD + RISK.formatted(", residual: { likelihood: 1 }");

    @TempDir
    private Path folder = Path.of("");

    private Program.Run run(String... arguments) throws IOException, InterruptedException {
        return Program.in(folder, arguments);
    }

    private Program.Run risk(String document, String... more) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("plant.yaml"), document);
        return run(Program.words(more, "risk", "plant.yaml", "--at", DAY));
    }

    @Test
    void aRiskThatNobodyAnswersForEndsWithOneAndAnAcceptanceThatHoldsWithZero()
            throws IOException, InterruptedException {
        Program.Run open = risk(OPEN);
        assertThat(open.exit()).isEqualTo(1);
        assertThat(open.out()).contains("s at cell: Worm — unmitigated critical, residual ?: ABOVE THE LINE");
        assertThat(open.err()).isEmpty();
        assertThat(risk(REDUCED).exit()).isZero();
        String accepted = OPEN + "acceptances: [ { id: a, scenarios: [ s ], by: B, because: x, until: %s } ]\n";
        assertThat(risk(accepted.formatted(DAY)).exit()).isZero();
        Program.Run late = risk(accepted.formatted("2026-11-21"));
        assertThat(late.exit()).isEqualTo(1);
        assertThat(late.out()).contains("acceptance expired");
    }

    @Test
    void anInputThatIsWrongEndsWithOneAndOneThatIsUnusableWithTwo() throws IOException, InterruptedException {
        Program.Run wrong = risk(REDUCED.replace("function: control", "function: nonsense"));
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("plant.unknown-word");
        for (String option : List.of("--approved", "--profile")) {
            Program.Run gone = risk(REDUCED, option, "gone.yaml");
            assertThat(gone.exit()).as(option).isEqualTo(1);
            assertThat(gone.err()).contains("input.unreadable", "gone.yaml");
            assertThat(gone.out()).as("the rest is still told").contains("Targets ");
        }
        Program.Run nothing = run("risk", "gone.yaml", "--at", DAY);
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).contains("input.unreadable", "gone.yaml");
    }

    @Test
    void jsonAndTextSayTheSameAndTwoRunsGiveTheSameBytes() throws IOException, InterruptedException {
        Program.Run json = risk(OPEN, "--format", "json");
        assertThat(json.exit()).isEqualTo(1);
        Json result = Json.read(json.out());
        assertThat(result.at("format").text()).isEqualTo("zonewright/risk/1");
        assertThat(result.list("scenarios"))
                .singleElement()
                .satisfies(scenario -> assertThat(scenario.at("state").text()).isEqualTo("too-high"));
        assertThat(risk(OPEN, "--format", "json").out()).isEqualTo(json.out());
        assertThat(risk(OPEN).out()).isEqualTo(risk(OPEN).out());
        assertThat(risk(OPEN, "--all").out())
                .contains("Threats of the list that no scenario names yet:", "What each scenario asks for:");
    }

    @Test
    void theDigestOfAnApprovalHoldsUntilSomethingThatItFreezesChanges() throws IOException, InterruptedException {
        Program.Run digest = risk(REDUCED, "--digest");
        assertThat(digest.exit()).isZero();
        assertThat(digest.out()).matches("[0-9a-f]{64}\n");
        String approved = REDUCED + "approvals: [ { id: ap, revision: C1, by: A. Berg, on: 2026-11-02, sha256: \""
                + digest.out().strip() + "\" } ]\n";
        Program.Run holds = risk(approved, "--format", "json");
        assertThat(Json.read(holds.out()).at("approval").at("state").text()).isEqualTo("holds");
        Program.Run broken = risk(approved.replace("name: Worm", "name: Virus"), "--format", "json");
        assertThat(Json.read(broken.out()).at("approval").at("state").text()).isEqualTo("changed");
        Files.writeString(folder.resolve("approved.yaml"), approved);
        Program.Run told = risk(approved.replace("name: Worm", "name: Virus"), "--approved", "approved.yaml");
        assertThat(told.out()).contains("changed: scenario s — to be done again: ZCR 5.3, ");
        assertThat(risk(REDUCED.replace("function: control", "function: nonsense"), "--digest")
                        .exit())
                .as("nobody signs what was read in part")
                .isEqualTo(1);
    }

    private Program.Run imported(String study, String... more) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("hazop.csv"), study);
        return run(Program.words(more, "risk", "import", "hazop.csv"));
    }

    @Test
    void aHazardStudyIsPrintedAsLinesThatTheDocumentTakes() throws IOException, InterruptedException {
        Program.Run read = imported("Id;Cause;Hackable;Consequence;IPL;Hackable\n1;valve closes;yes;burst;trip;yes\n");
        assertThat(read.exit()).isZero();
        assertThat(read.out()).startsWith("risk:\n  hazards:\n");
        assertThat(read.err()).contains("IPL = safeguard", "hazop.csv: 1 hazard read, 0 rows left out");
        Program.Run risk = risk(HEAD + read.out());
        assertThat(risk.err()).isEmpty();
        assertThat(risk.out()).contains("hz-1  burst: can be brought about by an attacker alone.");
    }

    @Test
    void rowsThatAreLeftOutEndWithOneAndAStudyWithoutAnyHazardWithTwo() throws IOException, InterruptedException {
        Program.Run some = imported("Id;Cause;Consequence\n7;a;\n8;b;fire\n");
        assertThat(some.exit()).isEqualTo(1);
        assertThat(some.out()).contains("id: hz-8").doesNotContain("hz-7");
        assertThat(some.err()).contains("list.hazard-row", "row 2", "1 hazard read, 1 row left out");
        String other = "Was passiert;Auslöser\nBrand;Fehler\n";
        Program.Run none = imported(other);
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("list.hazard-columns");
        Program.Run mapped = imported(other, "--map", "Was passiert=consequence", "--map", "Auslöser=cause");
        assertThat(mapped.exit()).isZero();
        assertThat(mapped.out()).contains("consequence: Brand");
        Program.Run word = imported(other, "--map", "Auslöser=reason");
        assertThat(word.exit()).isEqualTo(2);
        assertThat(word.err()).contains("\"reason\" is no field");
    }
}
