package org.zonewright.assess.partition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Scene;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.inventory.Role;

/// Protects flat networks from being cut where the traffic is not clear, and cells from being missed where it is.
class CellFinderTest {
    /// Two machines of a controller, a drive and a panel each, in one network, and a SCADA server over both.
    private static Scene machines() {
        Scene scene = new Scene().network("10.0.0.0/24").station("scada", "10.0.0.1", Role.HMI_SCADA);
        for (int machine = 1; machine <= 2; machine++) {
            String base = "10.0.0." + machine;
            scene.station("plc-m" + machine, base + "0", Role.CONTROLLER)
                    .station("drive-m" + machine, base + "1", Role.FIELD_DEVICE)
                    .station("panel-m" + machine, base + "2", Role.HMI_SCADA)
                    .talk(base + "0", base + "1", "modbus tcp/502")
                    .asking("6", FunctionClass.WRITE, 50)
                    .talk(base + "2", base + "0", "modbus tcp/502")
                    .asking("6", FunctionClass.WRITE, 3)
                    .talk("10.0.0.1", base + "0", "modbus tcp/502")
                    .asking("3", FunctionClass.READ, 90);
        }
        return scene;
    }

    private static List<String> zones(Scene scene) {
        return Drafter.draft(scene.inventory()).zones().stream()
                .map(ProposedZone::id)
                .toList();
    }

    @Test
    void machinesOfAFlatNetworkAreCellsAndWhatServesAllOfThemStays() {
        Draft draft = Drafter.draft(machines().inventory());
        assertThat(draft.zones()).extracting(ProposedZone::id).containsExactly("control", "cell-m1", "cell-m2");
        assertThat(draft.zones().getFirst().assets()).containsExactly("plant/10.0.0.1");
        assertThat(draft.zones().get(1).assets())
                .containsExactly("plant/10.0.0.10", "plant/10.0.0.11", "plant/10.0.0.12");
        assertThat(draft.zones().get(1).needs()).isPresent();
        assertThat(draft.questions()).anyMatch(question -> question.key().equals("carved-cell:cell-m1"));
    }

    @Test
    void machinesThatWriteToEachOtherAreNotCut() {
        Scene scene = machines();
        for (int i = 0; i < 3; i++) {
            scene.talk("10.0.0.1" + i, "10.0.0.2" + i, "s7comm tcp/102").asking("0x05", FunctionClass.WRITE, 9);
        }
        assertThat(zones(scene)).containsExactly("control");
    }

    @Test
    void searchingAndNamingDoNotBind() {
        Scene scene = machines();
        for (int i = 0; i < 3; i++) {
            scene.talk("10.0.0.1" + i, "10.0.0.2" + i, "bacnet udp/47808").asking("u8", FunctionClass.DISCOVER, 99);
        }
        assertThat(zones(scene)).hasSize(3);
    }

    @Test
    void oneMachineIsNoSplit() {
        Scene scene = new Scene()
                .network("10.0.0.0/24")
                .station("plc", "10.0.0.10", Role.CONTROLLER)
                .station("drive-1", "10.0.0.11", Role.FIELD_DEVICE)
                .station("drive-2", "10.0.0.12", Role.FIELD_DEVICE)
                .station("panel", "10.0.0.13", Role.HMI_SCADA)
                .talk("10.0.0.10", "10.0.0.11", "modbus tcp/502")
                .asking("6", FunctionClass.WRITE, 9)
                .talk("10.0.0.10", "10.0.0.12", "modbus tcp/502")
                .asking("6", FunctionClass.WRITE, 9)
                .talk("10.0.0.13", "10.0.0.10", "modbus tcp/502")
                .asking("6", FunctionClass.WRITE, 9);
        assertThat(zones(scene)).containsExactly("control");
    }

    @Test
    void aSharedWordOfNamesNamesTheCell() {
        Scene scene = machines().station("spare", "10.0.0.30").says(Attribute.LOCATION, "hall 1", "lldp");
        assertThat(zones(scene)).contains("cell-m1", "cell-m2");
    }
}
