package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Sites.CELL;
import static org.zonewright.assess.levels.Sites.ZONE;
import static org.zonewright.assess.levels.Sites.row;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Evidence.State;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// Protects the ways in which a requirement may hold without being met, how assets carry those of a zone, and what
/// claims are worth.
class StatesTest {
    private static Verdict verdict(Plant plant, String requirement) {
        return Sites.levels(plant).verdict(CELL, Sites.sr(requirement)).orElseThrow();
    }

    private static RequirementState state(Plant plant, String requirement) {
        return verdict(plant, requirement).achieved().state();
    }

    @Test
    void notApplicableOnlyWhereTheRequirementIsConditionalAndSomebodyApproved() {
        Plant wireless = Sites.plant()
                .withEvidence(List.of(row("e", "SR 1.6", State.NOT_APPLICABLE).build()));
        assertThat(state(wireless, "SR 1.6")).isEqualTo(RequirementState.NOT_APPLICABLE);
        Plant accounts = Sites.plant()
                .withEvidence(List.of(row("e", "SR 1.3", State.NOT_APPLICABLE).build()));
        assertThat(state(accounts, "SR 1.3")).isEqualTo(RequirementState.NO_EVIDENCE);
        Plant unapproved = Sites.plant()
                .withEvidence(List.of(
                        row("e", "SR 1.6", State.NOT_APPLICABLE).unapproved().build()));
        assertThat(verdict(unapproved, "SR 1.6").achieved().rule()).isEqualTo(Rule.UNPROVEN);
    }

    @Test
    void aCompensationNeedsItsMeasureInPlaceAndAnApprover() {
        Evidence compensated =
                row("e", "SR 1.1", State.COMPENSATED).compensatedBy("m").build();
        Plant plant = Sites.plant(Sites.asset("plc", AssetType.EMBEDDED)).withEvidence(List.of(compensated));
        assertThat(state(plant, "SR 1.1")).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(state(plant.withMeasures(List.of(Sites.measure("m", Measure.State.APPROVED))), "SR 1.1"))
                .isEqualTo(RequirementState.NO_EVIDENCE);
        Plant inPlace = plant.withMeasures(List.of(Sites.measure("m", Measure.State.IN_PLACE)));
        assertThat(state(inPlace, "SR 1.1")).isEqualTo(RequirementState.COMPENSATED);
        assertThat(verdict(inPlace, "SR 1.1").achieved().evidence()).contains(new EvidenceId("e"));
    }

    private static Plant twoZones(Evidence... evidence) {
        return Sites.plant()
                .withZones(List.of(
                        Zone.of(ZONE, ZoneFunction.CONTROL), Zone.of(new ZoneId("office"), ZoneFunction.OPERATIONS)))
                .withEvidence(List.of(evidence));
    }

    private static Evidence.Provider from(String zone, String proof) {
        return new Evidence.Provider(
                Optional.of(new org.zonewright.plant.assurance.Subject.OfZone(new ZoneId(zone))),
                Optional.empty(),
                List.of(new EvidenceId(proof)),
                Optional.of(new EvidenceId("island")));
    }

    private static final Evidence ISLAND =
            row("island", "SR 5.2 RE(2)", State.MET).build();

    @Test
    void anInheritedRequirementNeedsAProviderThatHoldsItAndTheCheckOfIslandMode() {
        Evidence own = row("own", "SR 2.8 RE(1)", State.MET).atZone("office").build();
        Evidence heir = row("heir", "SR 2.8 RE(1)", State.INHERITED)
                .inheritedFrom(from("office", "own"))
                .build();
        assertThat(state(twoZones(own, heir, ISLAND), "SR 2.8 RE(1)")).isEqualTo(RequirementState.INHERITED);
        assertThat(state(twoZones(own, heir), "SR 2.8 RE(1)")).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(state(twoZones(heir, ISLAND), "SR 2.8 RE(1)")).isEqualTo(RequirementState.NO_EVIDENCE);
        Evidence failed = row("failed", "SR 2.8 RE(1)", State.NOT_MET)
                .atZone("office")
                .daysAgo(1)
                .build();
        Verdict lost = verdict(twoZones(own, heir, ISLAND, failed), "SR 2.8 RE(1)");
        assertThat(lost.achieved().rule()).isEqualTo(Rule.PROVIDER);
    }

    @Test
    void whatIsInheritedInACircleDoesNotHold() {
        Evidence one = row("one", "SR 2.8 RE(1)", State.INHERITED)
                .inheritedFrom(from("office", "two"))
                .build();
        Evidence two = row("two", "SR 2.8 RE(1)", State.INHERITED)
                .atZone("office")
                .inheritedFrom(from("cell", "one"))
                .build();
        Verdict verdict = verdict(twoZones(one, two, ISLAND), "SR 2.8 RE(1)");
        assertThat(verdict.achieved().state()).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(verdict.achieved().rule()).isEqualTo(Rule.PROVIDER);
    }

    @Test
    void aProviderOutsideTheSucBecomesAnAssumption() {
        Evidence heir = row("heir", "SR 2.8 RE(1)", State.INHERITED)
                .inheritedFrom(new Evidence.Provider(
                        Optional.empty(),
                        Optional.of("group directory"),
                        List.of(),
                        Optional.of(new EvidenceId("island"))))
                .build();
        Levels levels = Sites.levels(twoZones(heir, ISLAND));
        assertThat(levels.assumptions())
                .containsExactly(new Assumption(
                        CELL, "group directory", new EvidenceId("heir"), List.of(Sites.sr("SR 2.8 RE(1)"))));
        assertThat(Sites.levels(twoZones(heir)).assumptions()).isEmpty();
    }

    private static PlantAsset[] relays(int count) {
        PlantAsset[] relays = new PlantAsset[count];
        for (int i = 0; i < count; i++) {
            relays[i] = Sites.asset("ied-" + i, AssetType.EMBEDDED);
        }
        return relays;
    }

    @Test
    void aRequirementOfAssetsHoldsForAZoneWhenAllAreCovered() {
        Plant plant = Sites.plant(relays(4));
        Verdict some = verdict(
                plant.withEvidence(List.of(
                        row("e", "SR 1.1", State.MET).covering("ied-0", "ied-2").build())),
                "SR 1.1");
        assertThat(some.achieved().state()).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(some.coverage()).isEqualTo("2 of 4");
        Verdict none =
                verdict(plant.withEvidence(List.of(row("e", "SR 1.1", State.MET).build())), "SR 1.1");
        assertThat(none.coverage()).isEqualTo("0 of 4");
        assertThat(none.achieved().rule()).isEqualTo(Rule.SOME_ASSETS);
        Verdict all = verdict(
                plant.withEvidence(List.of(
                        row("e", "SR 1.1", State.MET).covering("ied-0", "ied-2").build(),
                        row("f", "CR 1.1", State.MET).atAsset("ied-1").build(),
                        row("g", "SR 1.1", State.MET).atAsset("ied-3").build())),
                "SR 1.1");
        assertThat(all.achieved().state()).isEqualTo(RequirementState.MET);
        assertThat(all.coverage()).isEqualTo("4 of 4");
    }

    @Test
    void anApprovedSamplingPlanLetsSomeStandForAll() {
        Plant plant = Sites.plant(relays(4));
        Verdict approved = verdict(
                plant.withEvidence(List.of(row("e", "SR 1.1", State.MET)
                        .sampling(Optional.of("owner"), "ied-0")
                        .build())),
                "SR 1.1");
        assertThat(approved.achieved().state()).isEqualTo(RequirementState.MET);
        assertThat(approved.coverage()).isEqualTo("1 of 4");
        assertThat(approved.sampled()).isEqualTo(3);
        Verdict unapproved = verdict(
                plant.withEvidence(List.of(row("e", "SR 1.1", State.MET)
                        .sampling(Optional.empty(), "ied-0")
                        .build())),
                "SR 1.1");
        assertThat(unapproved.achieved().state()).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void oneAssetThatFailsFailsTheZoneAndIsNamed() {
        Plant plant = Sites.plant(relays(2))
                .withEvidence(List.of(
                        row("e", "SR 1.1", State.MET).atAsset("ied-0").build(),
                        row("f", "CR 1.1", State.NOT_MET).atAsset("ied-1").build()));
        Verdict verdict = verdict(plant, "SR 1.1");
        assertThat(verdict.achieved().state()).isEqualTo(RequirementState.NOT_MET);
        assertThat(verdict.achieved().asset().orElseThrow().value()).isEqualTo("ied-1");
    }

    private static ComponentLevels claimed(String firmware, Claim... claims) {
        PlantAsset asset = Sites.withProduct(Sites.asset("ied", AssetType.EMBEDDED), "maker", "m-1", firmware);
        return Sites.levels(Sites.plant(asset).withClaims(List.of(claims)))
                .component(asset.id())
                .orElseThrow();
    }

    @Test
    void aClaimForAnotherOrAnUnknownVersionIsNoEvidence() {
        Claim claim = Sites.claim(
                "c",
                "M-1",
                Optional.of("V5.1"),
                Optional.of("5.9"),
                Optional.of(LevelVector.of(2, 2, 1, 1, 1, 1, 3)),
                List.of());
        assertThat(claimed("5.10", claim).capabilityLevel().vector()).isEqualTo(LevelVector.ZERO);
        assertThat(claimed("", claim).capabilityLevel().vector()).isEqualTo(LevelVector.ZERO);
        assertThat(claimed("", claim).notCounted()).containsExactly(claim);
        assertThat(claimed("5.2.1", claim)
                        .capability(FoundationalRequirement.IAC)
                        .evidenced())
                .isEqualTo(SecurityLevel.SL2);
        assertThat(claimed("5.10", claim)
                        .capability(FoundationalRequirement.IAC)
                        .atMost())
                .as("not known, not zero")
                .isEqualTo(SecurityLevel.SL4);
    }

    @Test
    void aClaimByIntegrationCountsOnceTheIntegrationIsRecorded() {
        PlantAsset asset = Sites.withProduct(Sites.asset("ied", AssetType.EMBEDDED), "Maker", "M-1", "1");
        Claim claim = Sites.claim(
                "c",
                "M-1",
                Optional.of(LevelVector.same(SecurityLevel.SL1)),
                List.of(Sites.item("CR 1.1", Claim.Support.BY_INTEGRATION)));
        Plant plant = Sites.plant(asset).withClaims(List.of(claim));
        Bound before = Sites.levels(plant).component(asset.id()).orElseThrow().capability(FoundationalRequirement.IAC);
        assertThat(before.evidenced()).isEqualTo(SecurityLevel.SL0);
        assertThat(before.atMost()).isEqualTo(SecurityLevel.SL4);
        Plant recorded = plant.withEvidence(
                List.of(row("e", "CR 1.1", State.MET).atAsset("ied").build()));
        assertThat(Sites.levels(recorded)
                        .component(asset.id())
                        .orElseThrow()
                        .capability(FoundationalRequirement.IAC)
                        .evidenced())
                .isEqualTo(SecurityLevel.SL1);
    }

    @Test
    void aNewDeviceWithAllClaimsHasACapabilityAndNoAchievement() {
        PlantAsset asset = Sites.withProduct(Sites.asset("ied", AssetType.EMBEDDED), "Maker", "M-1", "1");
        Claim claim = Sites.claim("c", "M-1", Optional.of(LevelVector.same(SecurityLevel.SL4)), List.of());
        Levels levels = Sites.levels(Sites.plant(asset).withClaims(List.of(claim)));
        Verdict verdict = levels.verdict(CELL, Sites.sr("SR 1.1")).orElseThrow();
        assertThat(verdict.capable().state()).isEqualTo(RequirementState.MET);
        assertThat(verdict.achieved().state()).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void whatTheMakerSaysIsMissingCapsWhatEvidenceSays() {
        PlantAsset asset = Sites.withProduct(Sites.asset("ied", AssetType.EMBEDDED), "Maker", "M-1", "1");
        Claim claim = Sites.claim("c", "M-1", Optional.empty(), List.of(Sites.item("CR 1.1", Claim.Support.MISSING)));
        Plant plant = Sites.plant(asset)
                .withClaims(List.of(claim))
                .withEvidence(
                        List.of(row("e", "CR 1.1", State.MET).atAsset("ied").build()));
        Levels levels = Sites.levels(plant);
        Verdict verdict =
                levels.verdict(Subject.of(asset.id()), Sites.sr("SR 1.1")).orElseThrow();
        assertThat(verdict.achieved().state()).isEqualTo(RequirementState.NOT_MET);
        assertThat(verdict.achieved().rule()).isEqualTo(Rule.LACKS);
    }

    @Test
    void aComponentWithoutAClaimIsUnknownAndNotZero() {
        Bound bound = claimed("1").capability(FoundationalRequirement.UC);
        assertThat(bound.evidenced()).isEqualTo(SecurityLevel.SL0);
        assertThat(bound.atMost()).isEqualTo(SecurityLevel.SL4);
        assertThat(bound.missing()).isNotEmpty();
    }
}
