package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ClaimId;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// After a changed claim what was found of an asset is judged again only where the claim decides its type; the answer
/// must be that of a full assessment all the same.
class ClaimChangeTest {
    private static final PlantAsset UNTYPED =
            Sites.withProduct(PlantAsset.of(new AssetId("box")).withZone(Sites.ZONE), "Maker", "B1", "1.0");
    private static final PlantAsset TYPED =
            Sites.withProduct(Sites.asset("plc", AssetType.EMBEDDED), "Maker", "B1", "1.0");
    private static final List<Evidence> EVIDENCE = List.of(
            Sites.row("e1", "EDR 3.2", Evidence.State.MET).atAsset("box").build(),
            Sites.row("e2", "CR 1.1", Evidence.State.NOT_MET).atAsset("box").build(),
            Sites.row("e3", "SR 2.12", Evidence.State.MET).atAsset("plc").build(),
            Sites.row("e4", "SR 5.2", Evidence.State.NOT_MET).atAsset("plc").build());

    private static Claim claim(AssetType type, SecurityLevel level) {
        return new Claim(
                new ClaimId("c"),
                Optional.of("Maker"),
                Optional.of("B1"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(type),
                List.of(),
                Optional.of(LevelVector.same(level)),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Levels levels(Claim... claims) {
        Plant plant = Sites.plant(UNTYPED, TYPED).withEvidence(EVIDENCE).withClaims(List.of(claims));
        return Levels.of(Sites.input(plant));
    }

    @Test
    void aClaimThatGivesAnAssetItsTypeJudgesItsEvidenceByThatType() {
        Claim device = claim(AssetType.EMBEDDED, SecurityLevel.SL2);
        assertThat(levels().with(Change.added(device)).toBytes())
                .isEqualTo(levels(device).toBytes())
                .isNotEqualTo(levels().toBytes());
        assertThat(levels(device).with(Change.removed(device)).toBytes()).isEqualTo(levels().toBytes());
        Claim software = claim(AssetType.SOFTWARE, SecurityLevel.SL2);
        assertThat(levels(device)
                        .with(new Change.OfClaim(Optional.of(device), Optional.of(software)))
                        .toBytes())
                .isEqualTo(levels(software).toBytes())
                .isNotEqualTo(levels(device).toBytes());
    }

    @Test
    void aClaimOfAnotherLevelKeepsWhatWasFound() {
        Claim low = claim(AssetType.EMBEDDED, SecurityLevel.SL1);
        Claim high = claim(AssetType.EMBEDDED, SecurityLevel.SL4);
        assertThat(levels(low)
                        .with(new Change.OfClaim(Optional.of(low), Optional.of(high)))
                        .toBytes())
                .isEqualTo(levels(high).toBytes())
                .isNotEqualTo(levels(low).toBytes());
    }

    @Test
    void anItemAddedLaterThatNamesASystemRequirementAtAnAssetReachesTheZone() {
        Evidence failed =
                Sites.row("e5", "SR 5.2", Evidence.State.NOT_MET).atAsset("box").build();
        Plant plant = Sites.plant(UNTYPED);
        Levels full = Levels.of(Sites.input(plant.withEvidence(List.of(failed))));
        Levels changed = Levels.of(Sites.input(plant)).with(Change.added(failed));
        assertThat(changed.toBytes()).isEqualTo(full.toBytes());
        assertThat(changed.verdict(Sites.CELL, Sites.sr("SR 5.2"))
                        .orElseThrow()
                        .achieved()
                        .state()
                        .failed())
                .isTrue();
    }
}
