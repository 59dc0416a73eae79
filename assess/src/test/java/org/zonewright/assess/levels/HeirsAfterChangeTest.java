package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.assess.levels.Found.WORKS;
import static org.zonewright.assess.levels.Found.row;
import static org.zonewright.assess.levels.Sites.CELL;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.assess.observation.Observation;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.Claim;
import org.zonewright.plant.assurance.Evidence;
import org.zonewright.plant.id.AssetId;

/// After one change the levels are those of a full assessment, also where what changed is a proof, a provider or an
/// heir that stands at an asset, covers assets or leans on a service; and the list of what the SUC leans on follows.
class HeirsAfterChangeTest {
    private static final String SITE = WORKS
            + "  - { id: server, zone: office, type: host, product: { maker: Maker, model: P1 } }\n"
            + "services: [ { id: sp-1, provider: Integrator, kind: maintenance } ]\n";
    private static final String ISLAND = row("island", "SR 7.5", "zone: cell", "met");
    private static final String OWN = row("own", "SR 1.1", "zone: office", "met", "covers: { assets: [ server ] }");

    private static String heir(String at, String provider, String more) {
        return row(
                "heir",
                "SR 1.1",
                at,
                "inherited",
                "because: x, approved-by: B",
                "inherited-from: { by: { " + provider + " }, proven-by: [ own ], island-mode: island }" + more);
    }

    private static void same(Levels changed, Levels full) {
        assertThat(changed.toBytes()).isEqualTo(full.toBytes());
        assertThat(changed.assumptions()).isEqualTo(full.assumptions());
    }

    /// Takes the last row away and brings it back, and holds both against the full assessment. The levels without it.
    private static Levels withoutLast(Found whole) {
        LevelsInput input = whole.input();
        List<Evidence> evidence = input.plant().evidence();
        Levels left = Levels.of(input.withPlant(input.plant().withEvidence(evidence.subList(0, evidence.size() - 1))));
        Levels after = whole.levels().with(Change.removed(evidence.getLast()));
        same(after, left);
        same(left.with(Change.added(evidence.getLast())), whole.levels());
        same(after.with(Change.added(evidence.getLast())), whole.levels());
        return after;
    }

    private static RequirementState at(Levels levels, Subject subject) {
        return levels.verdict(subject, Sites.sr("SR 1.1"))
                .orElseThrow()
                .achieved()
                .state();
    }

    @Test
    void anAssetThatInheritsFallsWithTheProofOfItsProviderAndRisesWithIt() {
        Found whole = Found.at(SITE, ISLAND, heir("asset: plc", "zone: office", ""), OWN);
        assertThat(at(whole.levels(), Found.PLC)).isEqualTo(RequirementState.INHERITED);
        assertThat(at(withoutLast(whole), Found.PLC)).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void assetsThatAnInheritingRowOfTheirZoneCoversFollowItToo() {
        String heir = heir("zone: cell", "zone: office", ", covers: { assets: [ plc, hmi ] }");
        Found whole = Found.at(SITE, ISLAND, heir, OWN);
        assertThat(at(whole.levels(), Found.HMI)).isEqualTo(RequirementState.INHERITED);
        Levels fallen = withoutLast(whole);
        assertThat(at(fallen, Found.HMI)).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(at(fallen, CELL)).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void aProofOfAServiceThatGoesTakesWhatLeansOnItAndLeavesOtherProofs() {
        String own = row("own", "SR 1.1", "service: sp-1", "met");
        String more = row("more", "SR 1.1", "service: sp-1", "met");
        String heir = heir("zone: cell", "service: sp-1", "");
        Found both = Found.at(SITE, ISLAND, more, heir, own);
        assertThat(both.levels().assumptions()).hasSize(1);
        assertThat(withoutLast(both).assumptions()).isEmpty();
        assertThat(withoutLast(Found.at(SITE, ISLAND, own, heir, more)).assumptions())
                .hasSize(1);
        Found twice = Found.at(SITE, ISLAND, own, heir.replace("[ own ]", "[ own, more ]"), more);
        assertThat(twice.levels().assumptions()).hasSize(1);
        assertThat(withoutLast(twice).assumptions()).isEmpty();
    }

    @Test
    void anHeirThatGoesIsNoLongerListedAmongWhatTheSucLeansOn() {
        String outside = row(
                "heir",
                "SR 5.4",
                "zone: cell",
                "inherited",
                "because: x, approved-by: B",
                "inherited-from: { outside: group, island-mode: island }");
        Found whole = Found.at(SITE, ISLAND, outside);
        assertThat(whole.levels().assumptions()).hasSize(1);
        assertThat(withoutLast(whole).assumptions()).isEmpty();
    }

    @Test
    void theCheckOfIslandModeOfAnotherPlaceReachesTheHeirWhereverItStands() {
        String island = row("island", "SR 7.5", "zone: yard", "met");
        String site = SITE.replace("function: operations }", "function: operations }, { id: yard, function: control }");
        Found whole = Found.at(site, OWN, heir("zone: cell", "zone: office", ""), island);
        assertThat(at(whole.levels(), CELL)).isEqualTo(RequirementState.INHERITED);
        assertThat(at(withoutLast(whole), CELL)).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void anHeirInAnotherZoneFallsWithTheFirstAssetOfTheFirstZone() {
        String own = row("own", "SR 1.1", "asset: plc", "met");
        Found left = Found.at(SITE, ISLAND, own, heir("asset: server", "asset: plc", ""));
        Found whole = left.with(row("f", "CR 1.1", "asset: plc", "not-met", "date: 2026-11-20"));
        assertThat(at(left.levels(), Found.asset("server"))).isEqualTo(RequirementState.INHERITED);
        assertThat(at(whole.levels(), Found.asset("server"))).isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(at(withoutLast(whole), Found.asset("server"))).isEqualTo(RequirementState.INHERITED);
        Observation seen = Sites.contradicts("SR 1.1", Found.PLC, 1, "tap-1");
        Levels fallen = left.levels().with(Change.added(seen));
        same(fallen, left.seen(seen).levels());
        assertThat(at(fallen, Found.asset("server"))).isEqualTo(RequirementState.NO_EVIDENCE);
    }

    @Test
    void anObservationAtAnyAssetReachesThatAssetAlone() {
        for (Subject subject : List.of(Found.PLC, Found.HMI, Found.asset("server"))) {
            Found before = Found.at(SITE, OWN);
            Observation seen = Sites.contradicts("SR 1.1", subject, 1, "tap-1");
            Levels after = before.levels().with(Change.added(seen));
            same(after, before.seen(seen).levels());
            assertThat(at(after, subject)).isEqualTo(RequirementState.CONTRADICTED);
            same(after.with(Change.removed(seen)), before.levels());
        }
    }

    @Test
    void aClaimThatChangesLeavesTheOthersAndReachesTheHeirsOfItsAssets() {
        String lacks = "claims: [ { id: a, assets: [ hmi ], vector: 2 }, { id: b, assets: [ server ], requirements: [ {"
                + " requirement: CR 1.1, support: missing } ] } ]\n";
        Found without = Found.at(SITE, ISLAND, OWN, heir("zone: cell", "zone: office", ""));
        Found with = Found.at(SITE + lacks, ISLAND, OWN, heir("zone: cell", "zone: office", ""));
        Plant plant = with.input().plant();
        Claim missing = plant.claims().getLast();
        Levels one = Levels.of(without.input()
                .withPlant(without.input()
                        .plant()
                        .withClaims(List.of(plant.claims().getFirst()))));
        assertThat(at(one, CELL)).isEqualTo(RequirementState.INHERITED);
        Levels fallen = one.with(Change.added(missing));
        same(fallen, with.levels());
        assertThat(at(fallen, CELL)).as("the server cannot do it").isEqualTo(RequirementState.NO_EVIDENCE);
        assertThat(fallen.component(new AssetId("hmi")).orElseThrow().claims()).hasSize(1);
        assertThat(fallen.component(new AssetId("server")).orElseThrow().claims())
                .containsExactly(missing);
        same(with.levels().with(Change.removed(missing)), one);
        Claim named = plant.claims().getFirst();
        same(
                one.with(new Change.OfClaim(Optional.of(named), Optional.of(missing))),
                Levels.of(without.input().withPlant(without.input().plant().withClaims(List.of(missing)))));
    }
}
