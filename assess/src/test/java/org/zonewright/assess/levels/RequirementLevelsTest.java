package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.standard.ComponentType;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;
import org.zonewright.standard.catalogue.ComponentRequirement;
import org.zonewright.standard.catalogue.SystemRequirement;

/// Protects the rule that every level rests on: one item that is missing takes exactly its FR to exactly one below
/// the item's own level, for each of the 100 items of IEC 62443-3-3 and each of 4-2 by component type.
class RequirementLevelsTest {
    private static List<SystemRequirement> systems() {
        return Catalogues.shipped().systems().requirements();
    }

    private static Plant allMetBut(Optional<SystemRequirement> left) {
        List<Evidence> evidence = new ArrayList<>();
        for (SystemRequirement one : systems()) {
            if (!left.equals(Optional.of(one))) {
                evidence.add(Sites.row("e" + evidence.size(), one.id().toString(), Evidence.State.MET)
                        .build());
            }
        }
        return Sites.plant().withEvidence(evidence);
    }

    @Test
    void aZoneWithEvidenceForAllHundredItemsReachesFourInEveryFr() {
        assertThat(systems()).hasSize(100);
        PlaceLevels levels =
                Sites.levels(allMetBut(Optional.empty())).of(Sites.CELL).orElseThrow();
        assertThat(levels.achievedLevel().vector()).isEqualTo(LevelVector.same(SecurityLevel.SL4));
        assertThat(levels.achieved()).allMatch(Bound::isExact);
    }

    @Test
    void thePublishedTotalsAreThoseThatTheLevelsAskFor() {
        List<Integer> totals = Arrays.stream(SecurityLevel.values())
                .map(level -> Catalogues.shipped().systems().selectedAt(level).size())
                .toList();
        assertThat(totals).containsExactly(0, 37, 60, 90, 100);
        Levels nothing = Sites.levels(Sites.plant());
        int missing = nothing.of(Sites.CELL).orElseThrow().achieved().stream()
                .mapToInt(bound -> bound.missing().size())
                .sum();
        assertThat(missing).as("what level 1 of all FRs lacks").isEqualTo(37);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void oneItemWithoutEvidenceTakesItsFrToOneBelowItsLevel(SystemRequirement item) {
        PlaceLevels levels =
                Sites.levels(allMetBut(Optional.of(item))).of(Sites.CELL).orElseThrow();
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            boolean own = requirement == item.foundationalRequirement();
            int expected = own ? item.firstLevel().number() - 1 : 4;
            Bound bound = levels.achieved(requirement);
            assertThat(bound.evidenced().number())
                    .as(item.id() + " at " + requirement)
                    .isEqualTo(expected);
            assertThat(bound.atMost()).isEqualTo(SecurityLevel.SL4);
            assertThat(bound.missing()).isEqualTo(own ? List.of(item.id()) : List.of());
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void oneItemThatFailedCapsItsFrAndIsNamed(SystemRequirement item) {
        Plant plant = allMetBut(Optional.of(item));
        List<Evidence> evidence = new ArrayList<>(plant.evidence());
        evidence.add(Sites.row("failed", item.id().toString(), Evidence.State.NOT_MET)
                .build());
        PlaceLevels levels =
                Sites.levels(plant.withEvidence(evidence)).of(Sites.CELL).orElseThrow();
        Bound bound = levels.achieved(item.foundationalRequirement());
        assertThat(bound.atMost().number()).isEqualTo(item.firstLevel().number() - 1);
        assertThat(bound.cappedBy()).isEqualTo(List.of(item.id()));
        assertThat(bound.isExact()).isTrue();
    }

    record Lack(AssetType type, ComponentType component, ComponentRequirement requirement) {}

    private static Stream<Lack> componentItems() {
        return Stream.of(AssetType.values()).flatMap(type -> {
            ComponentType component =
                    switch (type) {
                        case EMBEDDED -> ComponentType.EMBEDDED_DEVICE;
                        case HOST -> ComponentType.HOST_DEVICE;
                        case NETWORK -> ComponentType.NETWORK_DEVICE;
                        case SOFTWARE -> ComponentType.SOFTWARE_APPLICATION;
                    };
            return Catalogues.shipped().components().of(Set.of(component)).stream()
                    .map(requirement -> new Lack(type, component, requirement));
        });
    }

    @ParameterizedTest
    @MethodSource("componentItems")
    void oneItemThatAComponentLacksTakesItsFrToOneBelowItsLevel(Lack lack) {
        PlantAsset asset = Sites.withProduct(Sites.asset("a", lack.type()), "Maker", "M1", "1.0");
        Claim claim = Sites.claim(
                "c",
                "M1",
                Optional.of(LevelVector.same(SecurityLevel.SL4)),
                List.of(Sites.item(lack.requirement().id().toString(), Claim.Support.MISSING)));
        ComponentLevels levels = Sites.levels(Sites.plant(asset).withClaims(List.of(claim)))
                .component(asset.id())
                .orElseThrow();
        assertThat(levels.type()).contains(lack.component());
        for (Bound bound : levels.capability()) {
            boolean own = bound.requirement() == lack.requirement().foundationalRequirement();
            int expected = own ? lack.requirement().firstLevel().number() - 1 : 4;
            assertThat(bound.evidenced().number())
                    .as(bound.requirement() + " of " + lack)
                    .isEqualTo(expected);
            assertThat(bound.cappedBy())
                    .isEqualTo(own ? List.of(lack.requirement().id()) : List.of());
        }
    }

    @Test
    void everyComponentRequirementIsTriedForItsTypes() {
        assertThat(componentItems().map(Lack::requirement).distinct()).hasSize(122);
    }

    @Test
    void aLevelThatAddsNothingIsToldWithTheLowestThatAsksTheSame() {
        PlaceLevels levels =
                Sites.levels(allMetBut(Optional.empty())).of(Sites.CELL).orElseThrow();
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            int highest = Catalogues.shipped().systems().of(requirement).stream()
                    .mapToInt(item -> item.firstLevel().number())
                    .max()
                    .orElseThrow();
            assertThat(levels.achieved(requirement).lowestSame().number()).isEqualTo(highest);
        }
        assertThat(levels.achieved(FoundationalRequirement.TRE).lowestSame()).isEqualTo(SecurityLevel.SL3);
    }
}
