package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Found.WORKS;
import static org.zonewright.assess.levels.Found.row;
import static org.zonewright.assess.levels.Sites.CELL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.Id;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the advice in a gap: what is asked of which product, what evidence alone would close, and that a measure
/// counts only where it closes the requirement for the zone or for every asset that lacks it.
class GapAdviceTest {
    private static final LevelVector TRE_1 = LevelVector.of(0, 0, 0, 0, 0, 1, 0);
    private static final LevelVector RDF_1 = LevelVector.of(0, 0, 0, 0, 1, 0, 0);

    private static Optional<Gap> gap(Found found, LevelVector target) {
        LevelsInput input = found.input();
        List<Gap> gaps = Gaps.of(
                Levels.of(new LevelsInput(
                        input.systems(),
                        input.components(),
                        input.plant(),
                        new TreeMap<>(Map.of(CELL, target)),
                        input.observations(),
                        input.installed(),
                        input.stage(),
                        input.at())),
                Catalogues.shipped().attack());
        assertThat(gaps).hasSizeLessThan(2);
        return gaps.stream().findFirst();
    }

    private static Gap.Item item(Found found) {
        List<Gap.Item> items = gap(found, TRE_1).orElseThrow().items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static void isAbout(Gap.Item item, Gap.Kind kind, String asset, boolean needsOnlyEvidence) {
        assertThat(item.kind()).isEqualTo(kind);
        assertThat(item.limiting()).contains(new AssetId(asset));
        assertThat(item.needsOnlyEvidence()).isEqualTo(needsOnlyEvidence);
    }

    @Test
    void aGapListsWhatDoesNotHoldUpToItsTargetAndNothingElse() {
        Found found = Found.at(WORKS, row("e", "SR 5.1, SR 5.2", "zone: cell", "met"));
        Gap gap = gap(found, RDF_1).orElseThrow();
        assertThat(gap.items().stream().map(item -> item.requirement().toString()))
                .containsExactly("SR 5.3", "SR 5.4");
        assertThat(gap.requirement()).isEqualTo(FoundationalRequirement.RDF);
        assertThat(gap.kind().id()).isEqualTo("unproven");
    }

    @Test
    void anAssetThatFailsAndWhoseProductCanIsToBeSetRight() {
        String claims = "claims: [ { id: c, assets: [ plc ], vector: 1 } ]\n";
        String failed = row("f", "SR 6.1", "asset: plc", "not-met");
        isAbout(item(Found.at(WORKS + claims, failed)), Gap.Kind.CONFIGURATION, "plc", false);
        isAbout(item(Found.at(WORKS, failed)), Gap.Kind.UNPROVEN, "plc", false);
    }

    @Test
    void theAssetThatFailsIsToldAndNotTheOneThatOnlyLacksAClaim() {
        String claims = "claims: [ { id: c, assets: [ hmi ], vector: 1 } ]\n";
        isAbout(
                item(Found.at(WORKS + claims, row("f", "SR 6.1", "asset: hmi", "not-met"))),
                Gap.Kind.CONFIGURATION,
                "hmi",
                false);
    }

    @Test
    void aZoneThatFailsItselfIsJudgedByWhatAllItsAssetsCan() {
        String failed = row("f", "SR 6.1", "zone: cell", "not-met");
        String lacks = "claims: [ { id: c, assets: [ hmi ], requirements: [ { requirement: CR 6.1, support: missing } ]"
                + " } ]\n";
        isAbout(item(Found.at(WORKS + lacks, failed)), Gap.Kind.CAPABILITY, "hmi", false);
        Gap.Item able = item(Found.at(WORKS + "claims: [ { id: c, assets: [ plc, hmi ], vector: 1 } ]\n", failed));
        assertThat(able.kind()).isEqualTo(Gap.Kind.CONFIGURATION);
        assertThat(able.limiting()).as("no asset is at fault").isEmpty();
    }

    @Test
    void whereEvidenceAloneIsLackingTheFirstAssetWithoutAnyIsNamed() {
        Found some = Found.at(WORKS, row("e", "SR 6.1", "asset: plc", "met"));
        isAbout(item(some), Gap.Kind.UNPROVEN, "hmi", true);
        assertThat(gap(some, TRE_1).orElseThrow().needsOnlyEvidence()).containsExactly(Sites.sr("SR 6.1"));
        Found claimed = Found.at(
                WORKS + "claims: [ { id: c, assets: [ plc, hmi ], vector: 1 } ]\n",
                row("e", "SR 6.1", "asset: plc", "met"));
        isAbout(item(claimed), Gap.Kind.CONFIGURATION, "hmi", true);
    }

    private static List<String> chosen(String measures, String... evidence) {
        return gap(Found.at(WORKS + "measures: [ " + measures + " ]\n", evidence), TRE_1)
                .orElseThrow()
                .cheapest()
                .map(choice -> choice.measures().stream().map(Id::value).toList())
                .orElse(List.of());
    }

    private static String closing(String id, String state, int cost, String at, String requirement) {
        return "{ id: %s, state: %s, cost: %d, closes: [ { at: { %s }, requirements: [ %s ] } ] }"
                .formatted(id, state, cost, at, requirement);
    }

    @Test
    void onlyMeasuresThatAreProposedOrApprovedMayBeChosen() {
        for (String state : List.of("proposed", "approved")) {
            assertThat(chosen(closing("m", state, 5, "zone: cell", "SR 6.1")))
                    .as(state)
                    .containsExactly("m");
        }
        String dear = closing("dear", "proposed", 50, "zone: cell", "SR 6.1");
        for (String state : List.of("rejected", "retired", "in-place")) {
            assertThat(chosen(closing("m", state, 5, "zone: cell", "SR 6.1") + ", " + dear))
                    .as(state)
                    .containsExactly("dear");
        }
    }

    @Test
    void aMeasureAtAssetsClosesAZonesRequirementWhereItIsForEveryAssetThatLacksIt() {
        String both = "{ id: both, cost: 9, closes: [ { at: { asset: plc }, requirements: [ CR 6.1 ] }, { at: { asset:"
                + " hmi }, requirements: [ SR 6.1 ] } ] }";
        assertThat(chosen(both)).containsExactly("both");
        String one = closing("one", "proposed", 5, "asset: plc", "CR 6.1");
        assertThat(chosen(one)).as("the operator station still lacks it").isEmpty();
        assertThat(chosen(one, row("e", "CR 6.1", "asset: hmi", "met"))).containsExactly("one");
        assertThat(chosen(both + ", " + one, row("e", "CR 6.1", "asset: hmi", "met")))
                .containsExactly("one");
    }

    @Test
    void aMeasureForAnotherPlaceAnotherRequirementOrNoneClosesNothing() {
        assertThat(chosen(closing("m", "proposed", 5, "zone: office", "SR 6.1")))
                .isEmpty();
        assertThat(chosen(closing("m", "proposed", 5, "zone: cell", "SR 6.2"))).isEmpty();
        assertThat(chosen(closing("m", "proposed", 5, "zone: cell", "CR 1.14"))).isEmpty();
        assertThat(chosen("{ id: m, cost: 5 }")).isEmpty();
        assertThat(chosen("{ id: m, cost: 5, closes: [ { at: site, requirements: [ SR 6.1 ] } ] }"))
                .as("a whole site has no verdict")
                .isEmpty();
        assertThat(chosen(closing("m", "proposed", 5, "zone: cell", "CR 6.1"))).containsExactly("m");
    }

    @Test
    void whatNoAssetCarriesIsNotClosedByAMeasureAtAnAsset() {
        String measure = closing("m", "proposed", 5, "asset: plc", "SR 5.4");
        Found found = Found.at(
                WORKS + "measures: [ " + measure + " ]\n", row("e", "SR 5.1, SR 5.2, SR 5.3", "zone: cell", "met"));
        Gap gap = gap(found, RDF_1).orElseThrow();
        assertThat(gap.items()).hasSize(1);
        assertThat(gap.cheapest()).isEmpty();
    }

    @Test
    void firstRequirementsOfTheCatalogueAreClosedLikeAnyOther() {
        LevelVector one = LevelVector.of(1, 0, 0, 0, 0, 0, 0);
        String rest = "SR 1.3, SR 1.4, SR 1.5, SR 1.7, SR 1.10, SR 1.11, SR 1.12";
        Found found = Found.at(
                WORKS + "measures: [ " + closing("m", "proposed", 5, "zone: cell", "CR 1.1") + " ]\n",
                row("e", rest, "zone: cell", "met", "covers: { assets: [ plc, hmi ] }"),
                row("f", "SR 1.6, SR 1.13", "zone: cell", "met"));
        Gap gap = gap(found, one).orElseThrow();
        assertThat(gap.items().stream().map(item -> item.requirement().toString()))
                .containsExactly("SR 1.1");
        assertThat(gap.cheapest().orElseThrow().measures().stream().map(Id::value))
                .containsExactly("m");
    }
}
