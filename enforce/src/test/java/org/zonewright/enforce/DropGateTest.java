package org.zonewright.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.base.Texts;
import org.zonewright.plant.Plant;

/// Protects people beside the machine: no rule drops where an essential function could be taken away, unless somebody
/// looked, there is a way back, and every mode of operation was seen.
class DropGateTest {
    private static final String CHECKED = """
            enforcement:
                  check: { functions: [ ef-trip ], by: M. Berg, on: 2026-09-01 }
                  rollback: key switch S1
                  observed: [ start-up, shutdown, failover, maintenance ]
            """;

    private static List<String> refusals(String dependsOn, String enforcement) {
        Plant plant = Documents.plant("""
                suc:
                  name: Bench
                  essential-functions: [ { id: ef-trip, kind: safety, depends-on: [ %s ] } ]
                assets:
                  - { id: scada, match: { ip: 10.1.0.1 }, zone: operations }
                  - { id: plc, match: { ip: 10.2.0.1 }, zone: inner }
                  - { id: far, match: { ip: 10.3.0.1 }, zone: elsewhere }
                zones:
                  - { id: operations, function: operations }
                  - { id: cell, function: control }
                  - { id: inner, function: control, parent: cell }
                  - { id: elsewhere, function: control }
                conduits:
                  - id: way
                    between: [ operations, cell ]
                    %s
                    flows: [ { id: f-1, from: { asset: scada }, to: { asset: plc }, port: tcp/502, approved-by: h } ]
                """.formatted(dependsOn, enforcement));
        return DropGate.refusals(plant, plant.conduits(), Documents.AT).stream()
                .map(refusal -> Texts.english().say(refusal.because()))
                .toList();
    }

    @Test
    void aConduitThatServesNothingEssentialMayDrop() {
        assertThat(refusals("far", "")).isEmpty();
        assertThat(refusals("elsewhere", "")).isEmpty();
    }

    @Test
    void whateverTheFunctionDependsOnAlongTheConduitCounts() {
        for (String item : List.of("way", "f-1", "cell", "inner", "plc", "scada")) {
            assertThat(refusals(item, "")).as(item).hasSize(3);
        }
    }

    @Test
    void aCheckAWayBackAndEveryModeSeenEarnIt() {
        assertThat(refusals("plc", CHECKED)).isEmpty();
        assertThat(refusals("plc", CHECKED.replace("ef-trip", "")))
                .singleElement()
                .asString()
                .contains("way serves ef-trip");
        assertThat(refusals("plc", CHECKED.replace("2026-09-01", "2026-12-01")))
                .containsExactly("way: the essential function check is dated 2026-12-01, which is to come.");
        assertThat(refusals("plc", CHECKED.replace("rollback: key switch S1", "")))
                .containsExactly("way: no way back is recorded (enforcement: rollback).");
        assertThat(refusals("plc", CHECKED.replace("failover, ", "")))
                .containsExactly("way: no capture covers failover (enforcement: observed).");
    }

    @Test
    void aDocumentThatSaysCountIsTakenAtItsWord() {
        assertThat(refusals("far", "enforcement: { mode: count }")).hasSize(1);
    }
}
