package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Sites.CELL;
import static org.zonewright.assess.levels.Sites.ZONE;
import static org.zonewright.assess.levels.Sites.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.RequirementRef;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.AttackCatalogue;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the list of gaps: which kind, what limits, which measures close it for the least, and what it leaves
/// open.
class GapsTest {
    private static final AttackCatalogue ATTACK = Catalogues.shipped().attack();

    private static List<Gap> gaps(Plant plant, LevelVector target) {
        LevelsInput input = Sites.input(plant);
        return Gaps.of(
                Levels.of(new LevelsInput(
                        input.systems(),
                        input.components(),
                        plant,
                        new TreeMap<>(Map.of(CELL, target)),
                        input.observations(),
                        input.installed(),
                        input.stage(),
                        input.at())),
                ATTACK);
    }

    private static final LevelVector RDF_2 = LevelVector.of(0, 0, 0, 0, 2, 0, 0);

    private static Measure closing(String id, String cost, String... requirements) {
        return Sites.measure(
                id,
                Measure.State.PROPOSED,
                cost,
                List.of(new Measure.Closure(
                        new org.zonewright.plant.assurance.Subject.OfZone(ZONE),
                        List.of(requirements).stream().map(RequirementRef::new).toList())),
                Optional.empty());
    }

    @Test
    void aTargetThatIsReachedIsNoGap() {
        assertThat(gaps(Sites.plant(), LevelVector.ZERO)).isEmpty();
        Plant met = Sites.plant()
                .withEvidence(IntStream.range(0, 6)
                        .mapToObj(i -> row(
                                        "e" + i,
                                        List.of("SR 5.1", "SR 5.1 RE(1)", "SR 5.2", "SR 5.2 RE(1)", "SR 5.3", "SR 5.4")
                                                .get(i),
                                        Evidence.State.MET)
                                .build())
                        .toList());
        assertThat(gaps(met, RDF_2)).isEmpty();
    }

    @Test
    void whatTheMakerLacksIsACapabilityGapThatNamesTheComponent() {
        PlantAsset asset = Sites.withProduct(Sites.asset("plc", AssetType.EMBEDDED), "Maker", "P", "1");
        Claim claim = Sites.claim(
                "c",
                "P",
                Optional.of(LevelVector.same(SecurityLevel.SL4)),
                List.of(Sites.item("CR 6.1", Claim.Support.MISSING)));
        Gap gap = gaps(Sites.plant(asset).withClaims(List.of(claim)), LevelVector.of(0, 0, 0, 0, 0, 1, 0))
                .getFirst();
        assertThat(gap.kind()).isEqualTo(Gap.Kind.CAPABILITY);
        assertThat(gap.requirement()).isEqualTo(FoundationalRequirement.TRE);
        assertThat(gap.items()).hasSize(1);
        assertThat(gap.items().getFirst().limiting()).contains(asset.id());
        assertThat(gap.items().getFirst().needsOnlyEvidence()).isFalse();
    }

    @Test
    void whatIsClaimedAndNotShownIsAConfigurationGapThatEvidenceMayClose() {
        PlantAsset asset = Sites.withProduct(Sites.asset("plc", AssetType.EMBEDDED), "Maker", "P", "1");
        Claim claim = Sites.claim("c", "P", Optional.of(LevelVector.same(SecurityLevel.SL4)), List.of());
        Gap gap = gaps(Sites.plant(asset).withClaims(List.of(claim)), LevelVector.of(0, 0, 0, 0, 0, 1, 0))
                .getFirst();
        assertThat(gap.kind()).isEqualTo(Gap.Kind.CONFIGURATION);
        assertThat(gap.needsOnlyEvidence()).containsExactly(Sites.sr("SR 6.1"));
    }

    @Test
    void whereNothingIsKnownTheGapIsUnprovenAndNotALack() {
        assertThat(gaps(Sites.plant(), RDF_2)).hasSize(1).allMatch(gap -> gap.kind() == Gap.Kind.UNPROVEN);
    }

    @Test
    void theCheapestMeasuresCloseEveryRequirementAndBringWhatTheyNeed() {
        String[] segmentation = {"SR 5.1", "SR 5.1 RE(1)", "SR 5.2", "SR 5.2 RE(1)"};
        Plant plant = Sites.plant()
                .withMeasures(List.of(
                        closing("firewall", "70", segmentation),
                        closing("rules", "20", "SR 5.3", "SR 5.4"),
                        closing("all", "95", "SR 5.1", "SR 5.1 RE(1)", "SR 5.2", "SR 5.2 RE(1)", "SR 5.3", "SR 5.4")));
        CheapestCover.Choice choice = gaps(plant, RDF_2).getFirst().cheapest().orElseThrow();
        assertThat(choice.measures()).containsExactly(new MeasureId("firewall"), new MeasureId("rules"));
        assertThat(choice.cost()).isEqualByComparingTo("90");
        assertThat(choice.isExact()).isTrue();
        Plant partial = Sites.plant().withMeasures(List.of(closing("firewall", "70", segmentation)));
        assertThat(gaps(partial, RDF_2).getFirst().cheapest())
                .as("closing four of six moves nothing")
                .isEmpty();
    }

    @Test
    void amongMoreThanTwentyMeasuresTheChoiceSaysThatItMayNotBeTheCheapest() {
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            measures.add(
                    closing("m" + i, "1" + i, "SR 5.1", "SR 5.1 RE(1)", "SR 5.2", "SR 5.2 RE(1)", "SR 5.3", "SR 5.4"));
        }
        CheapestCover.Choice choice = gaps(Sites.plant().withMeasures(measures), RDF_2)
                .getFirst()
                .cheapest()
                .orElseThrow();
        assertThat(choice.isExact()).isFalse();
        assertThat(choice.measures()).containsExactly(new MeasureId("m0"));
    }

    @Test
    void aGapLeavesTechniquesOpenWithPublishedAndOwnLinksApart() {
        Gap gap = gaps(Sites.plant(), RDF_2).getFirst();
        List<String> published = gap.items().stream()
                .flatMap(item -> ATTACK.publishedFor(item.requirement()).stream())
                .flatMap(mitigation -> mitigation.techniques().stream())
                .distinct()
                .sorted()
                .toList();
        assertThat(gap.techniques().published().stream()
                        .map(AttackCatalogue.Technique::id)
                        .sorted())
                .isNotEmpty()
                .containsExactlyElementsOf(published);
        List<String> own = gap.items().stream()
                .flatMap(item -> ATTACK.ownFor(item.requirement()).stream())
                .flatMap(link -> link.mitigation().techniques().stream())
                .distinct()
                .sorted()
                .toList();
        assertThat(gap.techniques().own().stream()
                        .map(AttackCatalogue.Technique::id)
                        .sorted())
                .isNotEmpty()
                .containsExactlyElementsOf(own);
    }
}
