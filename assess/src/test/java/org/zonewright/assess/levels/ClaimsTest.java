package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Sites.sr;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.SecurityLevel;

/// Protects the reading of makers' claims: for whom a claim is, until when, what it says of which requirement, and
/// that of several claims the one that says less wins.
class ClaimsTest {
    private static Levels levels(String asset, String claims, String more) {
        return Sites.levels(Documents.plant("""
                zones: [ { id: cell, function: control } ]
                assets: [ { id: plc, zone: cell%s, product: { maker: Maker, model: P1, firmware: "2.0" } } ]
                """.formatted(asset) + "claims: [ " + claims + " ]\n" + more));
    }

    private static Levels levels(String claims) {
        return levels(", type: embedded", claims, "");
    }

    private static Verdict.Side side(Levels levels, String requirement) {
        return levels.verdict(
                        Subject.of(new AssetId("plc")),
                        RequirementId.parse(requirement).orElseThrow())
                .orElseThrow()
                .capable();
    }

    private static Rule rule(String claims, String requirement) {
        return side(levels(claims), requirement).rule();
    }

    @Test
    void aClaimIsForItsMakersModelOrTheAssetsItNamesAndNoOtherType() {
        String two = ", vector: 2 }";
        assertThat(rule("{ id: c, maker: maker, model: \" p1\"" + two, "CR 1.1"))
                .isEqualTo(Rule.CLAIM);
        assertThat(rule("{ id: c, model: P1" + two, "CR 1.1")).isEqualTo(Rule.CLAIM);
        assertThat(rule("{ id: c, maker: Other, model: P1" + two, "CR 1.1")).isEqualTo(Rule.NOTHING);
        assertThat(rule("{ id: c, maker: Maker, model: P2" + two, "CR 1.1")).isEqualTo(Rule.NOTHING);
        assertThat(rule("{ id: c, assets: [ plc ]" + two, "CR 1.1")).isEqualTo(Rule.CLAIM);
        assertThat(rule("{ id: c, assets: [ plc ], type: embedded" + two, "CR 1.1"))
                .isEqualTo(Rule.CLAIM);
        assertThat(rule("{ id: c, assets: [ plc ], type: host" + two, "CR 1.1")).isEqualTo(Rule.NOTHING);
        Levels untyped = levels("", "{ id: c, assets: [ plc ], type: network" + two, "");
        assertThat(untyped.component(new AssetId("plc")).orElseThrow().type())
                .as("the claim's type where the document has none")
                .contains(ComponentType.NETWORK_DEVICE);
        assertThat(levels("", "{ id: c, assets: [ plc ]" + two, "")
                        .component(new AssetId("plc"))
                        .orElseThrow()
                        .type())
                .isEmpty();
    }

    @Test
    void aClaimHoldsOnItsLastDayAndNotOnTheNext() {
        String claim = "{ id: c, assets: [ plc ], vector: 2, valid-until: %s }";
        assertThat(rule(claim.formatted("2026-11-22"), "CR 1.1")).isEqualTo(Rule.CLAIM);
        assertThat(rule(claim.formatted("2026-11-21"), "CR 1.1")).isEqualTo(Rule.CLAIM_ENDED);
        assertThat(rule("{ id: c, assets: [ plc ], vector: 2, to-version: \"1.9\" }", "CR 1.1"))
                .isEqualTo(Rule.CLAIM_VERSION);
        assertThat(rule("{ id: c, assets: [ plc ], vector: 2, from-version: \"2.1\" }", "CR 1.1"))
                .isEqualTo(Rule.CLAIM_VERSION);
        ComponentLevels ended = levels(claim.formatted("2026-11-21"))
                .component(new AssetId("plc"))
                .orElseThrow();
        assertThat(ended.claims()).isEmpty();
        assertThat(ended.notCounted().stream().map(Claim::id)).containsExactly(new ClaimId("c"));
    }

    @Test
    void ofSeveralClaimsTheOneThatSaysLessWinsAndOneForAnotherVersionNeverDoes() {
        String item = "{ id: %s, assets: [ plc ]%s, requirements: [ { requirement: CR 1.1, support: %s } ] }";
        String all = item.formatted("a", "", "native");
        String help = item.formatted("b", "", "by-integration");
        String none = item.formatted("d", "", "missing");
        String old = item.formatted("e", ", to-version: \"1.0\"", "missing");
        assertThat(rule(all + ", " + help, "CR 1.1")).isEqualTo(Rule.CLAIM_WITH_HELP);
        assertThat(rule(help + ", " + all, "CR 1.1")).isEqualTo(Rule.CLAIM_WITH_HELP);
        assertThat(rule(all + ", " + help + ", " + none, "CR 1.1")).isEqualTo(Rule.CLAIM_MISSING);
        assertThat(rule(none + ", " + all, "CR 1.1")).isEqualTo(Rule.CLAIM_MISSING);
        assertThat(rule(old + ", " + all, "CR 1.1")).isEqualTo(Rule.CLAIM);
        assertThat(rule(all + ", " + old, "CR 1.1")).isEqualTo(Rule.CLAIM);
        String ended = item.formatted("f", ", valid-until: 2026-01-01", "native");
        assertThat(rule(ended + ", " + old, "CR 1.1")).isEqualTo(Rule.CLAIM_VERSION);
        Verdict.Side decided = side(levels(all + ", " + none), "CR 1.1");
        assertThat(decided.claim()).contains(new ClaimId("d"));
        assertThat(decided.state()).isEqualTo(RequirementState.NOT_MET);
        assertThat(side(levels(all + ", " + all.replace("id: a", "id: b")), "CR 1.1")
                        .claim())
                .as("of two that say the same the smaller id")
                .contains(new ClaimId("a"));
        Levels turned = levels(all.replace("id: a", "id: b") + ", " + all);
        assertThat(side(turned, "CR 1.1").claim()).contains(new ClaimId("a"));
        assertThat(turned.component(new AssetId("plc")).orElseThrow().claims().stream()
                        .map(Claim::id))
                .containsExactly(new ClaimId("a"), new ClaimId("b"));
        for (String support : List.of("needs-surroundings", "compensating")) {
            assertThat(rule(item.formatted("a", "", support), "CR 1.1")).isEqualTo(Rule.CLAIM_WITH_HELP);
        }
    }

    @Test
    void anItemWinsOverTheVectorAndAnEntryThatIsNotRelevantSaysNothing() {
        String claim = "{ id: c, assets: [ plc ], vector: \"{2 2 1 1 1 1 1}\", not-relevant: [ UC ], requirements: [ {"
                + " requirement: CR 1.1, support: missing }, { requirement: SR 1.5, support: by-integration } ] }";
        assertThat(rule(claim, "CR 1.1")).isEqualTo(Rule.CLAIM_MISSING);
        assertThat(rule(claim, "CR 1.5")).isEqualTo(Rule.CLAIM_WITH_HELP);
        assertThat(rule(claim, "CR 1.3")).isEqualTo(Rule.CLAIM);
        assertThat(rule(claim, "CR 2.1")).isEqualTo(Rule.NOTHING);
        assertThat(rule(claim, "CR 1.2 RE(1)")).as("asked for from 3").isEqualTo(Rule.NOTHING);
    }

    @Test
    void aGradedItemHoldsUpToItsLevelAndLacksWhatLiesAbove() {
        String claim =
                "{ id: c, assets: [ plc ], requirements: [ { requirement: CR 1.1, support: native, level: %d } ] }";
        assertThat(rule(claim.formatted(2), "CR 1.1")).isEqualTo(Rule.CLAIM);
        assertThat(rule(claim.formatted(2), "CR 1.1 RE(1)")).isEqualTo(Rule.CLAIM);
        assertThat(rule(claim.formatted(2), "CR 1.1 RE(2)")).isEqualTo(Rule.CLAIM_MISSING);
        assertThat(rule(claim.formatted(1), "CR 1.1 RE(1)")).isEqualTo(Rule.CLAIM_MISSING);
        assertThat(rule(claim.formatted(4), "CR 1.1 RE(2)")).isEqualTo(Rule.CLAIM);
        assertThat(rule(claim.formatted(0), "CR 1.1")).isEqualTo(Rule.CLAIM_MISSING);
        assertThat(rule(claim.formatted(0), "CR 1.1 RE(1)")).isEqualTo(Rule.CLAIM_MISSING);
        String two = "{ id: c, assets: [ plc ], requirements: [ { requirement: CR 1.1, support: native, level: 2 }, {"
                + " requirement: CR 2.1, support: native, level: 2 } ] }";
        assertThat(rule(two, "CR 2.1 RE(1)")).isEqualTo(Rule.CLAIM);
        assertThat(rule(two, "CR 2.1 RE(3)")).isEqualTo(Rule.CLAIM_MISSING);
    }

    @Test
    void aMeasureInPlaceMakesGoodWhatTheMakerLacks() {
        String lacks = "{ id: c, assets: [ plc ], requirements: [ { requirement: CR 1.1, support: missing } ] }";
        String measure = "measures: [ { id: %s, state: %s, closes: [ { at: { %s }, requirements: [ %s ] } ] } ]\n";
        for (String requirement : List.of("CR 1.1", "SR 1.1")) {
            Levels closed =
                    levels(", type: embedded", lacks, measure.formatted("m", "in-place", "asset: plc", requirement));
            assertThat(side(closed, "CR 1.1").rule()).isEqualTo(Rule.MEASURE);
            assertThat(side(closed, "CR 1.1").measure()).contains(new MeasureId("m"));
            assertThat(side(closed, "CR 1.1").state()).isEqualTo(RequirementState.COMPENSATED);
            assertThat(side(closed, "CR 1.3").rule()).isEqualTo(Rule.NOTHING);
            assertThat(atZone(closed).rule()).isEqualTo(Rule.ALL_ASSETS);
            Levels open =
                    levels(", type: embedded", lacks, measure.formatted("m", "approved", "asset: plc", requirement));
            assertThat(side(open, "CR 1.1").rule()).isEqualTo(Rule.CLAIM_MISSING);
            assertThat(atZone(open).rule()).isEqualTo(Rule.ASSET_FAILS);
            Levels place =
                    levels(", type: embedded", lacks, measure.formatted("m", "in-place", "zone: cell", requirement));
            assertThat(atZone(place).rule()).isEqualTo(Rule.MEASURE);
            assertThat(atZone(place).measure()).contains(new MeasureId("m"));
            assertThat(side(place, "CR 1.1").rule()).isEqualTo(Rule.CLAIM_MISSING);
        }
        String two = measure.formatted("z", "in-place", "asset: plc", "CR 1.1").replace(" ]\n", "") + ", "
                + measure.formatted("b", "in-place", "asset: plc", "CR 1.1").replace("measures: [ ", "");
        assertThat(side(levels(", type: embedded", lacks, two), "CR 1.1").measure())
                .as("of several the smallest id")
                .contains(new MeasureId("b"));
        String turned = measure.formatted("b", "in-place", "asset: plc", "CR 1.1")
                        .replace(" ]\n", "") + ", "
                + measure.formatted("z", "in-place", "asset: plc", "CR 1.1").replace("measures: [ ", "");
        assertThat(side(levels(", type: embedded", lacks, turned), "CR 1.1").measure())
                .contains(new MeasureId("b"));
    }

    private static Verdict.Side atZone(Levels levels) {
        return levels.verdict(Sites.CELL, sr("SR 1.1")).orElseThrow().capable();
    }

    @Test
    void theQuickEstimateTakesTheLowestOfSeveralClaims() {
        Levels levels = levels("{ id: a, assets: [ plc ], vector: \"{2 2 1 1 1 1 1}\" }, { id: b, assets: [ plc ],"
                + " vector: \"{1 3 1 1 1 1 1}\", not-relevant: [ RA ] }");
        QuickEstimate estimate = QuickEstimate.of(levels, Sites.CELL).orElseThrow();
        assertThat(estimate.at(FoundationalRequirement.IAC).level()).contains(SecurityLevel.SL1);
        assertThat(estimate.at(FoundationalRequirement.UC).level()).contains(SecurityLevel.SL2);
        assertThat(estimate.at(FoundationalRequirement.IAC).limiting()).containsExactly(new AssetId("plc"));
        assertThat(estimate.at(FoundationalRequirement.IAC).isShort()).isTrue();
        assertThat(estimate.at(FoundationalRequirement.IAC).gap()).isEqualTo(1);
        assertThat(estimate.at(FoundationalRequirement.UC).isShort()).isFalse();
        assertThat(estimate.at(FoundationalRequirement.UC).gap()).isZero();
        assertThat(estimate.vector()).isPresent();
        assertThat(QuickEstimate.of(levels, Subject.of(new AssetId("plc")))).isEmpty();
    }

    @Test
    void aGradeSaysWhetherTheProductOrItsSettingIsShort() {
        String head = """
                zones: [ { id: cell, function: control, decision: { requirements: { CR 1.1: 2, CR 2.1: 1 } } } ]
                assets: [ { id: plc, zone: cell, product: { model: P1, firmware: "2" } } ]
                """;
        String claim = "claims: [ { id: c, model: P1%s, requirements: [ { requirement: CR 1.1, support: native, level:"
                + " %d } ] } ]\n";
        String found =
                "evidence: [ { id: e, requirements: [ CR 1.1 ], at: { asset: plc }, state: met, level: %d, method:"
                        + " test, date: %s%s } ]\n";
        String day = "2026-11-01";
        assertThat(kind(head)).isEqualTo(GradedLevels.Kind.UNKNOWN);
        assertThat(kind(head + claim.formatted("", 1))).isEqualTo(GradedLevels.Kind.CAPABILITY_GAP);
        assertThat(kind(head + claim.formatted("", 2))).isEqualTo(GradedLevels.Kind.UNKNOWN);
        assertThat(kind(head + claim.formatted("", 2) + found.formatted(1, day, "")))
                .isEqualTo(GradedLevels.Kind.CONFIGURATION_GAP);
        assertThat(kind(head + claim.formatted("", 2) + found.formatted(2, day, "")))
                .isEqualTo(GradedLevels.Kind.IN_ORDER);
        assertThat(kind(head + claim.formatted("", 3) + found.formatted(2, day, "")))
                .isEqualTo(GradedLevels.Kind.RESERVE);
        assertThat(kind(head + claim.formatted(", to-version: \"1\"", 3) + found.formatted(2, day, "")))
                .isEqualTo(GradedLevels.Kind.UNKNOWN);
        for (String late : List.of(
                found.formatted(2, "2026-11-23", ""),
                found.formatted(2, day, ", stage: design"),
                found.formatted(2, day, ", valid-until: 2026-11-21"))) {
            assertThat(kind(head + claim.formatted("", 2) + late)).as(late).isEqualTo(GradedLevels.Kind.UNKNOWN);
        }
        GradedLevels both = GradedLevels.of(
                Sites.input(Documents.plant(head + claim.formatted("", 3) + found.formatted(2, day, ""))));
        assertThat(both.counts())
                .containsOnly(Map.entry(GradedLevels.Kind.RESERVE, 1), Map.entry(GradedLevels.Kind.UNKNOWN, 1));
        for (Subject subject : List.of(Sites.CELL, Subject.of(new AssetId("plc")))) {
            assertThat(both.lowestClaimed(subject))
                    .containsOnly(Map.entry(FoundationalRequirement.IAC, SecurityLevel.SL3));
            assertThat(both.lowestFound(subject))
                    .containsOnly(Map.entry(FoundationalRequirement.IAC, SecurityLevel.SL2));
        }
        assertThat(both.lowestFound(Subject.of(new AssetId("other")))).isEmpty();
    }

    @Test
    void anFrOfWhichOneCellIsUnknownHasNoLowestGradeAndEvidenceOfTheDayOfAChangeStillCounts() {
        String text = """
                zones: [ { id: cell, function: control, decision: { requirements: { CR 1.1: 2, CR 1.3: 2, CR 2.1: 1 } } } ]
                assets: [ { id: plc, zone: cell } ]
                evidence: [ { id: e, requirements: [ CR 1.1, CR 2.1 ], at: { asset: plc }, state: met, level: 2, method: test,
                              date: 2026-11-01 } ]
                """;
        LevelsInput input = Sites.input(Documents.plant(text));
        assertThat(GradedLevels.of(input).lowestFound(Sites.CELL))
                .containsOnly(Map.entry(FoundationalRequirement.UC, SecurityLevel.SL2));
        for (int day = 1; day <= 2; day++) {
            Installed changed = new Installed(
                    new AssetId("plc"), Optional.empty(), Optional.of(LocalDate.of(2026, 11, day)), Optional.empty());
            GradedLevels graded = GradedLevels.of(new LevelsInput(
                    input.systems(),
                    input.components(),
                    input.plant(),
                    input.targets(),
                    List.of(),
                    List.of(changed),
                    input.stage(),
                    input.at()));
            assertThat(graded.lowestFound(Sites.CELL).isEmpty()).isEqualTo(day > 1);
        }
    }

    private static GradedLevels.Kind kind(String text) {
        return GradedLevels.of(Sites.input(Documents.plant(text))).grades().stream()
                .filter(grade -> grade.requirement().value().equals("CR 1.1"))
                .findFirst()
                .flatMap(grade -> Optional.of(grade.kind()))
                .orElseThrow();
    }
}
