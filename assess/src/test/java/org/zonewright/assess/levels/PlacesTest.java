package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.RequirementState;
import org.zonewright.assess.Subject;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// Protects who is judged at all: the zones of the SUC, the conduits that join one of them with the assets they name,
/// and of the assets those that are there.
class PlacesTest {
    private static final Plant PLANT = Cases.plant("""
            zonewright: 1
            site: { id: works }
            assets:
              - { id: fw, type: network }
              - { id: plc, type: embedded, zone: cell }
              - { id: next, type: embedded, zone: cell, life: planned }
              - { id: gone, type: embedded, zone: cell, life: retired }
              - { id: pc, type: host, zone: office }
            zones:
              - { id: cell, function: control }
              - { id: office, function: enterprise, in-suc: false }
              - { id: internet, function: external, in-suc: false }
            conduits:
              - { id: up, between: [ cell, office ], kind: network, members: [ fw ] }
              - { id: away, between: [ office, internet ], kind: network }
            evidence:
              - { id: e1, requirements: [ SR 5.2 ], at: { conduit: up }, state: met, method: test, date: 2026-11-01 }
              - { id: e2, requirements: [ SR 1.1 ], at: { conduit: up }, state: met, method: test, date: 2026-11-01, covers: { assets: [ fw ] } }
              - { id: e3, requirements: [ CR 1.1 ], at: { asset: plc }, state: met, method: test, date: 2026-11-01 }
              - { id: e4, requirements: [ SR 5.4 ], at: { asset: plc }, state: not-met, method: test, date: 2026-11-01 }
            """);

    @Test
    void theZonesOfTheSucAndTheConduitsThatJoinThemAreJudged() {
        assertThat(Sites.levels(PLANT).places())
                .containsExactly(Subject.of(new ZoneId("cell")), Subject.of(new ConduitId("up")));
        assertThat(Sites.levels(PLANT).of(Subject.of(new ZoneId("office")))).isEmpty();
    }

    @Test
    void aConduitHasTheAssetsItNamesAndEvidenceOfItsOwn() {
        Levels levels = Sites.levels(PLANT);
        Subject up = Subject.of(new ConduitId("up"));
        assertThat(levels.carriers(up, Sites.sr("SR 1.1"))).isEqualTo(List.of(new AssetId("fw")));
        for (String requirement : List.of("SR 5.2", "SR 1.1")) {
            assertThat(levels.verdict(up, Sites.sr(requirement))
                            .orElseThrow()
                            .achieved()
                            .state())
                    .as(requirement)
                    .isEqualTo(RequirementState.MET);
        }
    }

    @Test
    void whatIsPlannedOrRetiredCarriesNothing() {
        Verdict verdict = Sites.levels(PLANT)
                .verdict(Subject.of(new ZoneId("cell")), Sites.sr("SR 1.1"))
                .orElseThrow();
        assertThat(verdict.coverage()).isEqualTo("1 of 1");
        assertThat(verdict.achieved().state()).isEqualTo(RequirementState.MET);
        assertThat(Sites.levels(PLANT).component(new AssetId("gone"))).isEmpty();
    }

    @Test
    void whatFailsAtAnAssetThatDoesNotCarryItFailsThePlace() {
        assertThat(Sites.levels(PLANT)
                        .verdict(Subject.of(new ZoneId("cell")), Sites.sr("SR 5.4"))
                        .orElseThrow()
                        .achieved()
                        .state())
                .isEqualTo(RequirementState.NOT_MET);
    }
}
