package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Found.WORKS;
import static org.zonewright.assess.levels.Found.row;
import static org.zonewright.assess.levels.Sites.CELL;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.Subject;
import org.zonewright.base.Texts;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;

/// Protects what an engineer reads under a verdict: the clause, how many assets are covered, the rule, what decided
/// with who approved it, and the way on to the provider or to the assets that limit a zone.
class ReasonTreeTest {
    private static final String ISLAND = row("island", "SR 7.5", "zone: cell", "met");
    private static final String APPROVED = "because: one directory for the works, approved-by: CISO";

    private static String tree(Found found, Subject subject, String requirement) {
        return found.levels()
                .explain(
                        subject,
                        RequirementId.parse(requirement).orElseThrow(),
                        Documents.read(found.document()).positions())
                .orElseThrow()
                .display(Texts.english());
    }

    private static String tree(Found found, FoundationalRequirement requirement) {
        return found.levels()
                .explain(CELL, requirement, Documents.read(found.document()).positions())
                .orElseThrow()
                .display(Texts.english());
    }

    @Test
    void whatIsInheritedOpensItsApprovalItsProofsAndTheProvidersOwnVerdict() {
        String inherited = row(
                "i",
                "SR 1.1",
                "zone: cell",
                "inherited",
                APPROVED,
                "attachment: { file: doc.pdf }",
                "inherited-from: { by: { zone: office }, proven-by: [ own ], island-mode: island }");
        Found found = Found.at(WORKS, ISLAND, row("own", "SR 1.1", "zone: office", "met"), inherited);
        assertThat(tree(found, CELL, "SR 1.1")).startsWith("""
                SR 1.1 at cell is inherited.
                  SR 1.1 Human user identification and authentication, asked for from SL 1 on. [iec62443-3-3 SR 1.1]
                  0 of 2 assets that carry it are covered by name, 0 more by an approved sampling plan, 2 are not.
                  Achieved: inherited.
                    Evidence that is valid now says so.
                    i: inherited, by test on 2026-11-12. [plant.yaml:7:224 evidence[2]]
                      Because: one directory for the works
                      Approved by CISO.
                      Shown by doc.pdf. [doc.pdf]
                    Held by office.
                      own: met, by test on 2026-11-12. [plant.yaml:7:119 evidence[1]]
                      island: met, by test on 2026-11-12. [plant.yaml:7:13 evidence[0]]
                      SR 1.1 at office is met.
                        SR 1.1 Human user identification and authentication, asked for from SL 1 on. [iec62443-3-3 SR 1.1]
                        Achieved: met.
                          Evidence that is valid now says so.
                          own: met, by test on 2026-11-12. [plant.yaml:7:119 evidence[1]]
                        Capability: met.
                          What was found shows that it can be.
                """);
    }

    @Test
    void aProviderOutsideIsNamedAndAnAssetThatProvidesIsToo() {
        String outside = row(
                "i",
                "SR 5.4",
                "zone: cell",
                "inherited",
                APPROVED,
                "inherited-from: { outside: group directory, island-mode: island }");
        assertThat(tree(Found.at(WORKS, ISLAND, outside), CELL, "SR 5.4")).contains("""
                    Held by group directory.
                      island: met, by test on 2026-11-12.\
                """);
        String by = row(
                "i",
                "SR 1.1",
                "zone: office",
                "inherited",
                APPROVED,
                "inherited-from: { by: { asset: hmi }, proven-by: [ own ], island-mode: island }");
        Found found = Found.at(WORKS, ISLAND, row("own", "SR 1.1", "asset: hmi", "met"), by);
        assertThat(tree(found, Subject.of(new org.zonewright.plant.id.ZoneId("office")), "SR 1.1"))
                .contains("Held by hmi.\n", "SR 1.1 at hmi is met.\n");
    }

    @Test
    void aProofThatNoLineOfTheDocumentHoldsIsSaidToBeMissing() {
        Evidence heir = Sites.row("heir", "SR 5.4", Evidence.State.INHERITED)
                .inheritedFrom(new Evidence.Provider(
                        Optional.empty(),
                        Optional.of("group directory"),
                        List.of(),
                        Optional.of(new EvidenceId("gone"))))
                .build();
        assertThat(Sites.levels(Sites.plant().withEvidence(List.of(heir)))
                        .explain(CELL, Sites.sr("SR 5.4"), SourceMap.nowhere())
                        .orElseThrow()
                        .display(Texts.english()))
                .contains("There is no evidence gone.");
    }

    @Test
    void whatIsInheritedInACircleIsFollowedFourTimesAndNoFurther() {
        String there = row(
                "one",
                "SR 5.4",
                "zone: cell",
                "inherited",
                APPROVED,
                "inherited-from: { by: { zone: office }, proven-by: [ two ], island-mode: island }");
        String back = row(
                "two",
                "SR 5.4",
                "zone: office",
                "inherited",
                APPROVED,
                "inherited-from: { by: { zone: cell }, proven-by: [ one ], island-mode: island }");
        String tree = tree(Found.at(WORKS, ISLAND, there, back), CELL, "SR 5.4");
        assertThat(tree).contains("it is inherited in a circle");
        assertThat(tree.lines()
                        .filter(line -> line.strip().startsWith("Held by"))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aCompensationNamesItsMeasureAndWhereItStands() {
        String site = WORKS + "measures: [ { id: guard, state: in-place } ]\n";
        String row = row("c", "SR 5.4", "zone: cell", "compensated", APPROVED, "compensated-by: [ guard ]");
        assertThat(tree(Found.at(site, row), CELL, "SR 5.4")).contains("""
                      Approved by CISO.
                      Measure guard. [plant.yaml:7:13 measures[0]]
                """);
    }

    @Test
    void aZonesVerdictListsTheAssetsThatLimitItAndNoOthers() {
        Found failed = Found.at(
                WORKS,
                row("f", "SR 1.1", "asset: hmi", "not-met"),
                row("e", "SR 1.1", "asset: plc", "met"),
                row("g", "SR 1.3", "zone: cell", "met", "covers: { assets: [ plc ] }"));
        assertThat(tree(failed, CELL, "SR 1.1")).startsWith("""
                SR 1.1 at cell is not met.
                  SR 1.1 Human user identification and authentication, asked for from SL 1 on. [iec62443-3-3 SR 1.1]
                  1 of 2 assets that carry it are covered by name, 0 more by an approved sampling plan, 1 is not.
                  Achieved: not-met.
                    An asset that carries it fails.
                    hmi (hmi). [plant.yaml:6:5 assets[1]]
                    SR 1.1 at hmi is not met.
                      SR 1.1 Human user identification and authentication, asked for from SL 1 on. [iec62443-3-3 SR 1.1]
                      Achieved: not-met.
                        It was found wanting, and nothing newer of an equal or stronger method says otherwise.
                        f: not-met, by test on 2026-11-12. [plant.yaml:7:13 evidence[0]]
                      Capability: no-evidence.
                        Nobody looked, or nobody wrote it down.
                  Capability: no-evidence.
                """);
        String some = tree(failed, CELL, "SR 1.3");
        assertThat(some)
                .contains("Assets carry it, and not all of them are covered.", "SR 1.3 at hmi has no evidence.");
        assertThat(some).doesNotContain("SR 1.3 at plc");
        Found sampled = Found.at(
                WORKS,
                row(
                        "e",
                        "SR 1.3",
                        "zone: cell",
                        "met",
                        "covers: { assets: [ plc ], sampling-plan: by lot, approved-by: CISO }"));
        assertThat(tree(sampled, CELL, "SR 1.3"))
                .contains(
                        "1 of 2 assets that carry it are covered by name, 1 more by an approved sampling plan, 0 are not.");
    }

    @Test
    void tenLimitingAssetsAreListedAndTheRestCounted() {
        for (int count : new int[] {10, 11, 12}) {
            String site = "zones: [ { id: cell, function: control } ]\nassets:\n"
                    + IntStream.range(0, count)
                            .mapToObj(i -> "  - { id: ied-" + i + ", zone: cell, type: embedded }\n")
                            .collect(Collectors.joining());
            String[] rows = IntStream.range(0, count)
                    .mapToObj(i -> row("f" + i, "SR 1.1", "asset: ied-" + i, "not-met"))
                    .toArray(String[]::new);
            List<String> achieved = tree(Found.at(site, rows), CELL, "SR 1.1")
                    .lines()
                    .takeWhile(line -> !line.startsWith("  Capability"))
                    .toList();
            assertThat(achieved.stream()
                            .filter(line -> line.startsWith("    SR 1.1 at ied-"))
                            .count())
                    .isEqualTo(10);
            List<String> rest = achieved.stream()
                    .filter(line -> line.strip().startsWith("And "))
                    .toList();
            assertThat(rest)
                    .isEqualTo(
                            switch (count) {
                                case 10 -> List.of();
                                case 11 -> List.of("    And 1 more asset.");
                                default -> List.of("    And 2 more assets.");
                            });
        }
    }

    @Test
    void aComponentsRequirementOpensItsOwnStandardAndItsClaim() {
        String claims =
                "claims: [ { id: c, assets: [ plc ], from-version: \"1.0\", vector: \"{1 1 0 0 0 0 0}\", conditions: [ web server"
                        + " off ], footnotes: { IAC: on ports alone } } ]\n";
        assertThat(tree(Found.at(WORKS + claims), Found.PLC, "EDR 2.4")).isEqualTo("""
                EDR 2.4 at plc has no evidence.
                  EDR 2.4 Mobile code, asked for from SL 1 on. [iec62443-4-2 EDR 2.4]
                  Achieved: no-evidence.
                    Nobody looked, or nobody wrote it down.
                  Capability: met.
                    The maker claims it.
                    Claim c, for versions 1.0 to …. [plant.yaml:7:11 claims[0]]
                      Under the condition: web server off
                      Condition on IAC: on ports alone
                """);
    }

    @Test
    void aLevelSaysItsTargetItsTimeAndWhetherALowerOneAsksTheSame() {
        Found found = Found.at(
                WORKS,
                row("e", "SR 6.1, SR 6.1 RE(1)", "zone: cell", "met", "covers: { assets: [ plc, hmi ] }"),
                row("f", "SR 6.2", "zone: cell", "met"));
        assertThat(tree(found, FoundationalRequirement.TRE)).isEqualTo("""
                cell, TRE: SL-A 4 is evidenced, at most 4 is possible; SL-C 4 is evidenced, at most 4 is possible.
                  SL-T is 2.
                  Evidence from the stage fat on counts, as of 2026-11-22T12:00:00Z.
                  Level 3 asks for the same requirements as level 4.
                  Achieved: 4 is evidenced; 0 requirements fail, 0 more have no evidence.
                  Capability: 4 is shown; 0 requirements fail, 0 more have no claim or evidence.
                """);
        String nothing = tree(Found.at(WORKS), FoundationalRequirement.TRE);
        assertThat(nothing)
                .contains("Achieved: 0 is evidenced; 0 requirements fail, 1 more has no evidence.\n    SR 6.1 at cell")
                .doesNotContain("asks for the same");
    }
}
