package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Sites.CELL;
import static org.zonewright.assess.levels.Sites.TODAY;
import static org.zonewright.assess.levels.Sites.row;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Plant;
import org.zonewright.plant.Policy;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Evidence.State;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.id.AssetId;

/// Protects what evidence is worth over time: it expires, what failed stays until something as strong says otherwise,
/// and what the network showed is not talked away.
class EvidenceOverTimeTest {
    private static final String SR = "SR 5.4"; // carried by no asset

    private static Verdict zone(Evidence... evidence) {
        return verdict(Sites.plant().withEvidence(List.of(evidence)), CELL, SR);
    }

    private static Verdict verdict(Plant plant, Subject subject, String requirement) {
        return Sites.levels(plant).verdict(subject, Sites.sr(requirement)).orElseThrow();
    }

    private static void assertStands(Verdict verdict, RequirementState state, Rule rule) {
        assertThat(verdict.achieved().state()).isEqualTo(state);
        assertThat(verdict.achieved().rule()).isEqualTo(rule);
    }

    @Test
    void whatIsMetExpiresByTheValidityOfItsMethod() {
        assertStands(
                zone(row("e", SR, State.MET).by(Method.OBSERVED).daysAgo(90).build()),
                RequirementState.MET,
                Rule.EVIDENCE);
        assertStands(
                zone(row("e", SR, State.MET).by(Method.OBSERVED).daysAgo(91).build()),
                RequirementState.NO_EVIDENCE,
                Rule.EXPIRED);
        assertStands(
                zone(row("e", SR, State.MET).by(Method.TEST).daysAgo(91).build()), RequirementState.MET, Rule.EVIDENCE);
    }

    @Test
    void theSameDocumentSaysLessAtALaterTime() {
        LevelsInput input = Sites.input(
                Sites.plant().withEvidence(List.of(row("e", SR, State.MET).build())));
        for (int days : new int[] {0, 720, 721}) {
            Verdict verdict = Levels.of(input.withAt(Sites.NOW.plus(Duration.ofDays(days))))
                    .verdict(CELL, Sites.sr(SR))
                    .orElseThrow();
            boolean holds = days <= 720; // a test of ten days before, valid for 730
            assertStands(
                    verdict,
                    holds ? RequirementState.MET : RequirementState.NO_EVIDENCE,
                    holds ? Rule.EVIDENCE : Rule.EXPIRED);
        }
    }

    @Test
    void thePolicyAndTheRowsOwnEndOverrideTheTable() {
        Evidence old = row("e", SR, State.MET).daysAgo(40).build();
        Plant strict = Sites.plant().withEvidence(List.of(old));
        Plant changed = withPolicy(
                strict,
                new Policy(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(Method.TEST, Duration.ofDays(30)),
                        Optional.empty()));
        assertStands(verdict(changed, CELL, SR), RequirementState.NO_EVIDENCE, Rule.EXPIRED);
        assertStands(
                zone(row("e", SR, State.MET).daysAgo(2000).until(TODAY).build()), RequirementState.MET, Rule.EVIDENCE);
    }

    private static Plant withPolicy(Plant plant, Policy policy) {
        return new Plant(
                plant.site(),
                plant.catalogues(),
                plant.suc(),
                policy,
                plant.sensors(),
                plant.realms(),
                plant.nat(),
                plant.identity(),
                plant.assets(),
                plant.zones(),
                plant.conduits(),
                plant.services(),
                plant.windows(),
                plant.risk(),
                plant.claims(),
                plant.evidence(),
                plant.measures(),
                plant.acceptances(),
                plant.process(),
                plant.approvals());
    }

    @Test
    void evidenceOfALaterDayIsNotLookedAt() {
        assertStands(zone(row("e", SR, State.MET).daysAgo(-1).build()), RequirementState.NO_EVIDENCE, Rule.NOTHING);
    }

    @Test
    void whatFailedStaysUntilSomethingAsStrongAndNewerSaysMet() {
        Evidence failed = row("f", SR, State.NOT_MET)
                .by(Method.CONFIGURATION)
                .daysAgo(900)
                .build();
        assertStands(zone(failed), RequirementState.NOT_MET, Rule.NOT_CLEARED);
        assertStands(
                zone(failed, row("e", SR, State.MET).by(Method.EXAMINATION).build()),
                RequirementState.NOT_MET,
                Rule.NOT_CLEARED);
        assertStands(
                zone(failed, row("e", SR, State.MET).by(Method.CONFIGURATION).build()),
                RequirementState.MET,
                Rule.EVIDENCE);
        assertStands(
                zone(failed, row("e", SR, State.MET).daysAgo(901).build()), RequirementState.NOT_MET, Rule.NOT_CLEARED);
    }

    @Test
    void onTheSameDayOnlyWhatNamesTheFailureClearsIt() {
        Evidence failed = row("f", SR, State.PARTIAL).daysAgo(10).build();
        assertStands(zone(failed, row("e", SR, State.MET).build()), RequirementState.PARTIAL, Rule.NOT_CLEARED);
        assertStands(zone(failed, row("e", SR, State.MET).clears("f").build()), RequirementState.MET, Rule.EVIDENCE);
    }

    @Test
    void whatClearedAFailureExpiresToNoEvidenceAndNotToTheFailure() {
        assertStands(
                zone(
                        row("f", SR, State.NOT_MET)
                                .by(Method.OBSERVED)
                                .daysAgo(800)
                                .build(),
                        row("e", SR, State.MET).by(Method.OBSERVED).daysAgo(700).build()),
                RequirementState.NO_EVIDENCE,
                Rule.EXPIRED);
    }

    @Test
    void evidenceOfDesignIsNoSlA() {
        assertStands(
                zone(row("e", SR, State.MET).stage(Evidence.Stage.DESIGN).build()),
                RequirementState.NO_EVIDENCE,
                Rule.UNPROVEN);
        assertStands(
                zone(row("e", SR, State.MET).stage(Evidence.Stage.FAT).build()), RequirementState.MET, Rule.EVIDENCE);
    }

    @Test
    void aChangeOfFirmwareOrZoneMakesEarlierEvidenceOutdated() {
        Plant plant = Sites.plant(Sites.asset("plc", AssetType.EMBEDDED))
                .withEvidence(List.of(
                        row("e", "CR 1.1", State.MET).atAsset("plc").daysAgo(10).build()));
        for (int days : new int[] {9, 10, 11}) {
            Installed changed = new Installed(
                    new AssetId("plc"), Optional.empty(), Optional.empty(), Optional.of(TODAY.minusDays(days)));
            LevelsInput input = Sites.input(plant);
            Levels levels = Levels.of(new LevelsInput(
                    input.systems(),
                    input.components(),
                    plant,
                    input.targets(),
                    List.of(),
                    List.of(changed),
                    input.stage(),
                    input.at()));
            boolean holds = days >= 10;
            assertStands(
                    levels.verdict(CELL, Sites.sr("SR 1.1")).orElseThrow(),
                    holds ? RequirementState.MET : RequirementState.NO_EVIDENCE,
                    holds ? Rule.ALL_ASSETS : Rule.OUTDATED);
        }
    }

    private static Verdict seen(Observation observation, Evidence... evidence) {
        Plant plant = Sites.plant(Sites.asset("plc", AssetType.EMBEDDED)).withEvidence(List.of(evidence));
        return Levels.of(Sites.input(plant).withObservations(List.of(observation)))
                .verdict(CELL, Sites.sr("SR 1.5"))
                .orElseThrow();
    }

    private static Sites.Row met(Method method, int daysAgo) {
        return row("e", "SR 1.5", State.MET).atAsset("plc").by(method).daysAgo(daysAgo);
    }

    @Test
    void aContradictionVoidsWhatWasMetBefore() {
        Observation seen = Sites.contradicts("SR 1.5", Subject.of(new AssetId("plc")), 5, "tap-1");
        Verdict verdict = seen(seen, met(Method.TEST, 6).build());
        assertStands(verdict, RequirementState.CONTRADICTED, Rule.ASSET_FAILS);
        assertThat(verdict.achieved().asset()).contains(new AssetId("plc"));
    }

    @Test
    void anOldPacketNeverBeatsALaterTest() {
        Observation seen = Sites.contradicts("SR 1.5", Subject.of(new AssetId("plc")), 5, "tap-1");
        assertStands(seen(seen, met(Method.TEST, 5).build()), RequirementState.MET, Rule.ALL_ASSETS);
        assertStands(seen(seen, met(Method.CONFIGURATION, 1).build()), RequirementState.MET, Rule.ALL_ASSETS);
    }

    @Test
    void neitherSilenceNorAnInterviewClearsAContradiction() {
        Observation seen = Sites.contradicts("SR 1.5", Subject.of(new AssetId("plc")), 400, "tap-1");
        assertStands(seen(seen), RequirementState.CONTRADICTED, Rule.ASSET_FAILS);
        assertStands(seen(seen, met(Method.INTERVIEW, 1).build()), RequirementState.CONTRADICTED, Rule.ASSET_FAILS);
        assertStands(seen(seen, met(Method.EXAMINATION, 1).build()), RequirementState.CONTRADICTED, Rule.ASSET_FAILS);
    }

    @Test
    void anObservationClearsFromAnEqualVantagePointOnly() {
        Observation seen = Sites.contradicts("SR 1.5", Subject.of(new AssetId("plc")), 5, "tap-1");
        assertStands(
                seen(seen, met(Method.OBSERVED, 1).sensor("tap-2").build()),
                RequirementState.CONTRADICTED,
                Rule.ASSET_FAILS);
        assertStands(
                seen(seen, met(Method.OBSERVED, 1).sensor("tap-1").build()), RequirementState.MET, Rule.ALL_ASSETS);
    }

    @Test
    void aContradictionDoesNotVoidAnApprovedCompensationAndNeedsAResolvedAsset() {
        Evidence compensated = row("c", "SR 1.5", State.COMPENSATED)
                .atAsset("plc")
                .daysAgo(100)
                .compensatedBy("m")
                .build();
        Plant plant = Sites.plant(Sites.asset("plc", AssetType.EMBEDDED))
                .withEvidence(List.of(compensated))
                .withMeasures(List.of(Sites.measure("m", Measure.State.IN_PLACE)));
        Observation seen = Sites.contradicts("SR 1.5", Subject.of(new AssetId("plc")), 5, "tap-1");
        assertThat(Levels.of(Sites.input(plant).withObservations(List.of(seen)))
                        .verdict(CELL, Sites.sr("SR 1.5"))
                        .orElseThrow()
                        .achieved()
                        .state())
                .isEqualTo(RequirementState.COMPENSATED);
        Observation unresolved = Sites.contradicts("SR 1.5", Subject.observed("10.0.0.7"), 5, "tap-1");
        assertStands(seen(unresolved, met(Method.TEST, 6).build()), RequirementState.MET, Rule.ALL_ASSETS);
    }

    @Test
    void anIndicationChangesNothing() {
        Observation one = Sites.contradicts("SR 1.5", Subject.of(new AssetId("plc")), 5, "tap-1");
        Observation indicates = new Observation(
                one.rule(),
                Observation.Force.INDICATES,
                one.requirements(),
                one.at(),
                one.zone(),
                one.first(),
                one.last(),
                one.exchanges(),
                one.sensors(),
                one.reason(),
                one.blind());
        assertStands(seen(indicates, met(Method.INTERVIEW, 6).build()), RequirementState.MET, Rule.ALL_ASSETS);
    }
}
