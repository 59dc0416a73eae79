package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Sites.CELL;
import static org.zonewright.assess.levels.Sites.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.Zone;
import org.zonewright.plant.ZoneFunction;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.assurance.Evidence.State;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.Method;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.EvidenceId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// Protects the short way: after one change the levels are those of a full assessment, byte for byte, both when the
/// item comes and when it goes, also where others inherit from what it reaches.
class IncrementalTest {
    private static final String SR = "SR 5.4"; // carried by no asset
    private static final Evidence OFFICE =
            row("p1", SR, State.MET).atZone("office").build();
    private static final Evidence ISLAND =
            row("iso", "SR 7.5", State.MET).atZone("yard").build();
    private static final Evidence HEIR = inherits("i1", "cell", "office", "p1");
    private static final Evidence HEIR_OF_HEIR = inherits("i2", "yard", "cell", "i1");

    private static Evidence inherits(String id, String at, String from, String proof) {
        return row(id, SR, State.INHERITED)
                .atZone(at)
                .inheritedFrom(new Evidence.Provider(
                        Optional.of(new org.zonewright.plant.assurance.Subject.OfZone(new ZoneId(from))),
                        Optional.empty(),
                        List.of(new EvidenceId(proof)),
                        Optional.of(new EvidenceId("iso"))))
                .build();
    }

    private static LevelsInput input(Evidence... evidence) {
        PlantAsset plc = Sites.withProduct(Sites.asset("plc", AssetType.EMBEDDED), "Maker", "P1", "1.0");
        PlantAsset networkSwitch = Sites.withProduct(Sites.asset("switch", AssetType.NETWORK), "Maker", "S1", "2.0");
        PlantAsset server = Sites.withProduct(Sites.asset("server", AssetType.HOST), "Maker", "P1", "1.0")
                .withZone(new ZoneId("office"));
        PlantAsset spare = PlantAsset.of(new AssetId("spare")).withType(AssetType.EMBEDDED);
        return Sites.input(Sites.plant(plc, networkSwitch, server, spare)
                .withZones(List.of("cell", "office", "yard").stream()
                        .map(zone -> Zone.of(new ZoneId(zone), ZoneFunction.CONTROL))
                        .toList())
                .withMeasures(List.of(Sites.measure("m", Measure.State.IN_PLACE)))
                .withEvidence(List.of(evidence)));
    }

    private static LevelsInput chain() {
        return input(OFFICE, ISLAND, HEIR, HEIR_OF_HEIR);
    }

    private static RequirementState state(Levels levels, String zone) {
        return levels.verdict(Subject.of(new ZoneId(zone)), Sites.sr(SR))
                .orElseThrow()
                .achieved()
                .state();
    }

    /// Holds the short way against the long one, there and back.
    private static void same(String what, LevelsInput before, LevelsInput after, Change there, Change back) {
        Levels first = Levels.of(before);
        Levels second = Levels.of(after);
        Levels changed = first.with(there);
        assertThat(changed.toBytes()).as(what).isEqualTo(second.toBytes());
        assertThat(second.with(back).toBytes()).as(what + ", undone").isEqualTo(first.toBytes());
        assertThat(changed.with(back).toBytes()).as(what + ", there and back").isEqualTo(first.toBytes());
    }

    private static LevelsInput with(LevelsInput input, Evidence more) {
        List<Evidence> evidence = new ArrayList<>(input.plant().evidence());
        evidence.add(more);
        return input.withPlant(input.plant().withEvidence(evidence));
    }

    @Test
    void anItemOfEvidenceReachesWhatItIsAbout() {
        Map<Evidence, Boolean> effects = new LinkedHashMap<>();
        effects.put(row("e", SR, State.MET).atZone("yard").daysAgo(1).build(), true);
        effects.put(row("e", SR, State.NOT_MET).atZone("office").daysAgo(1).build(), true);
        effects.put(row("e", "CR 1.5", State.MET).atAsset("plc").build(), true);
        effects.put(row("e", "SR 1.5", State.NOT_MET).atAsset("server").build(), true);
        effects.put(
                row("e", "SR 1.5", State.MET)
                        .atZone("cell")
                        .covering("plc", "switch")
                        .build(),
                true);
        effects.put(
                row("e", "SR 1.5", State.MET)
                        .atZone("cell")
                        .sampling(Optional.of("owner"), "plc")
                        .build(),
                true);
        effects.put(row("e", "CR 1.5", State.MET).atAsset("spare").build(), false);
        effects.put(row("e", "CR 1.5", State.MET).atAsset("unknown").build(), false);
        effects.put(row("e", SR, State.MET).atZone("unknown").build(), false);
        effects.put(row("e", SR, State.MET).atZone("yard").daysAgo(-1).build(), false);
        effects.forEach((evidence, effect) -> {
            String what = evidence.at() + " " + evidence.requirements() + " " + evidence.state();
            same(what, chain(), with(chain(), evidence), Change.added(evidence), Change.removed(evidence));
            byte[] before = Levels.of(chain()).toBytes();
            byte[] after = Levels.of(with(chain(), evidence)).toBytes();
            assertThat(Arrays.equals(before, after)).as(what).isEqualTo(!effect);
        });
    }

    @Test
    void anItemThatIsReplacedLeavesItsOldPlace() {
        Evidence old = row("e", "SR 1.5", State.MET)
                .atZone("cell")
                .covering("plc", "switch")
                .build();
        for (Evidence changed : List.of(
                row("e", "SR 1.5", State.MET).atZone("cell").covering("plc").build(),
                row("e", "SR 1.5", State.MET)
                        .atZone("office")
                        .covering("server")
                        .build(),
                row("e", "SR 1.5", State.MET).atAsset("server").build(),
                row("e", "SR 1.5", State.NOT_MET).atAsset("plc").build(),
                row("e", SR, State.MET).atZone("yard").build(),
                inherits("e", "yard", "office", "p1"))) {
            LevelsInput before = with(chain(), old);
            LevelsInput after = with(chain(), changed);
            same("" + changed.at(), before, after, Change.replaced(old, changed), Change.replaced(changed, old));
        }
    }

    @Test
    void whoInheritsIsReachedThroughProviderProofAndIslandMode() {
        Levels whole = Levels.of(chain());
        assertThat(List.of(state(whole, "office"), state(whole, "cell"), state(whole, "yard")))
                .containsExactly(RequirementState.MET, RequirementState.INHERITED, RequirementState.INHERITED);
        Map<Evidence, LevelsInput> without = Map.of(
                OFFICE, input(ISLAND, HEIR, HEIR_OF_HEIR),
                ISLAND, input(OFFICE, HEIR, HEIR_OF_HEIR),
                HEIR, input(OFFICE, ISLAND, HEIR_OF_HEIR),
                HEIR_OF_HEIR, input(OFFICE, ISLAND, HEIR));
        without.forEach((gone, left) -> {
            LevelsInput last = with(left, gone);
            same(gone.id() + " goes", last, left, Change.removed(gone), Change.added(gone));
            assertThat(state(whole.with(Change.removed(gone)), "yard"))
                    .as(gone.id().value())
                    .isEqualTo(RequirementState.NO_EVIDENCE);
        });
        Evidence failed =
                row("f", SR, State.NOT_MET).atZone("office").daysAgo(1).build();
        Levels fallen = whole.with(Change.added(failed));
        assertThat(List.of(state(fallen, "office"), state(fallen, "cell"), state(fallen, "yard")))
                .containsExactly(RequirementState.NOT_MET, RequirementState.NO_EVIDENCE, RequirementState.NO_EVIDENCE);
        Evidence late = row("p1", SR, State.MET)
                .atZone("office")
                .by(Method.OBSERVED)
                .daysAgo(91)
                .build();
        assertThat(state(whole.with(Change.replaced(OFFICE, late)), "cell")).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void anObservationReachesItsAssetOrPlaceAndNothingElse() {
        Evidence met = row("e", "SR 1.5", State.MET).atAsset("plc").build();
        LevelsInput input = with(chain(), met);
        Map<Observation, Boolean> effects = new LinkedHashMap<>();
        effects.put(Sites.contradicts("SR 1.5", Subject.of(new AssetId("plc")), 5, "tap-1"), true);
        effects.put(Sites.contradicts(SR, Subject.of(new ZoneId("office")), 5, "tap-1"), true);
        effects.put(Sites.contradicts("SR 1.5", Subject.of(new AssetId("spare")), 5, "tap-1"), false);
        effects.put(Sites.contradicts("SR 1.5", Subject.observed("10.0.0.9"), 5, "tap-1"), false);
        effects.put(Sites.contradicts("SR 1.5", Subject.of(new ZoneId("gone")), 5, "tap-1"), false);
        effects.put(Sites.contradicts(SR, Subject.of(new ZoneId("office")), -1, "tap-1"), false);
        effects.forEach((seen, effect) -> {
            LevelsInput after = input.withObservations(List.of(seen));
            same("" + seen.at(), input, after, Change.added(seen), Change.removed(seen));
            assertThat(Arrays.equals(
                            Levels.of(after).toBytes(), Levels.of(input).toBytes()))
                    .as("" + seen.at())
                    .isEqualTo(!effect);
        });
    }

    @Test
    void aClaimReachesEveryAssetOfItsModelOrThoseItNames() {
        Optional<LevelVector> two = Optional.of(LevelVector.same(SecurityLevel.SL2));
        Claim byModel = Sites.claim("c", " p1 ", two, List.of());
        Claim other = Sites.claim("c", "P9", two, List.of());
        for (Claim claim : List.of(byModel, other, naming("plc"), naming("spare"), naming("unknown"))) {
            LevelsInput before = chain();
            LevelsInput after = before.withPlant(before.plant().withClaims(List.of(claim)));
            same("" + claim.model() + claim.assets(), before, after, Change.added(claim), Change.removed(claim));
        }
        Levels levels = Levels.of(chain()).with(Change.added(byModel));
        assertThat(capable(levels, "plc")).isEqualTo(RequirementState.MET);
        assertThat(capable(levels, "server")).isEqualTo(RequirementState.MET);
        assertThat(capable(levels, "switch")).isEqualTo(RequirementState.NO_EVIDENCE);
        Levels named = Levels.of(chain()).with(Change.added(naming("plc")));
        assertThat(capable(named, "plc")).isEqualTo(RequirementState.MET);
        assertThat(capable(named, "server")).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    private static RequirementState capable(Levels levels, String asset) {
        return levels.verdict(Subject.of(new AssetId(asset)), Sites.sr("SR 1.1"))
                .orElseThrow()
                .capable()
                .state();
    }

    private static Claim naming(String asset) {
        Claim model = Sites.claim("c", "P1", Optional.of(LevelVector.same(SecurityLevel.SL2)), List.of());
        return new Claim(
                model.id(),
                model.maker(),
                Optional.empty(),
                model.fromVersion(),
                model.toVersion(),
                model.type(),
                List.of(new AssetId(asset)),
                model.vector(),
                model.footnotes(),
                model.notRelevant(),
                model.requirements(),
                model.conditions(),
                model.certificate(),
                model.validUntil(),
                model.note());
    }

    @Test
    void aChangeLeavesTheLevelsThatItStartedFrom() {
        Levels before = Levels.of(chain());
        byte[] bytes = before.toBytes();
        before.with(Change.removed(OFFICE));
        before.with(Change.added(Sites.contradicts(SR, CELL, 1, "tap-1")));
        assertThat(before.toBytes()).isEqualTo(bytes);
    }
}
