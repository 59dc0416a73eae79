package org.zonewright.assess.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.assess.Scene;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.inventory.Role;

/// Protects what traffic says of the partition rules, of devices at boundaries and of services that are gone: each is
/// found, and its nearest harmless neighbour is not.
class SeenChecksTest {
    @Test
    void aControllerInABusinessZoneIsFound() {
        Conformance result = VerifierTest.verify(
                VerifierTest.ZONES + VerifierTest.FLOWS,
                VerifierTest.plant()
                        .station("", "10.1.0.8", Role.CONTROLLER)
                        .station("", "10.1.0.9", Role.WORKSTATION));
        assertThat(VerifierTest.keys(result)).contains("business-shared-seen:plant/10.1.0.8");
        assertThat(VerifierTest.keys(result)).noneMatch(key -> key.equals("business-shared-seen:plant/10.1.0.9"));
        assertThat(VerifierTest.keys(
                        VerifierTest.verify(VerifierTest.ZONES + VerifierTest.FLOWS, VerifierTest.plant())))
                .isEmpty();
    }

    @Test
    void wirelessAccessInAWiredZoneIsFound() {
        Scene scene = VerifierTest.plant().station("ap", "10.4.0.5", Role.WIRELESS_ACCESS);
        assertThat(VerifierTest.keys(VerifierTest.verify(VerifierTest.ZONES + VerifierTest.FLOWS, scene)))
                .contains("wireless-shared-seen:plant/10.4.0.5");
        assertThat(VerifierTest.keys(VerifierTest.verify(
                        VerifierTest.ZONES.replace("id: cell, ", "id: cell, wireless: true, ") + VerifierTest.FLOWS,
                        scene)))
                .doesNotContain("wireless-shared-seen:plant/10.4.0.5");
    }

    @Test
    void remoteAccessInsideThePlantIsFound() {
        Scene scene = VerifierTest.plant().of("10.3.0.1").says(new Attribute("remote-access"), "TeamViewer", "tls");
        assertThat(VerifierTest.keys(VerifierTest.verify(VerifierTest.ZONES + VerifierTest.FLOWS, scene)))
                .contains("external-shared-seen:scada");
        assertThat(VerifierTest.keys(VerifierTest.verify(
                        VerifierTest.ZONES.replace("id: operations, ", "id: operations, external-access: true, ")
                                + VerifierTest.FLOWS,
                        scene)))
                .doesNotContain("external-shared-seen:scada");
    }

    @Test
    void whoProgramsASafetySystemFromOutsideIsFound() {
        String safety =
                VerifierTest.ZONES.replace("id: cell, ", "id: cell, safety-related: true, ") + VerifierTest.FLOWS;
        Scene programming = VerifierTest.plant()
                .talk("10.3.0.1", "10.4.0.1", "s7comm tcp/102")
                .asking("0x1b", FunctionClass.PROGRAM, 3);
        assertThat(VerifierTest.keys(VerifierTest.verify(safety, programming))).contains("safety-programmed-seen:plc");
        assertThat(VerifierTest.keys(VerifierTest.verify(VerifierTest.ZONES + VerifierTest.FLOWS, programming)))
                .doesNotContain("safety-programmed-seen:plc");
        assertThat(VerifierTest.keys(VerifierTest.verify(
                        safety,
                        VerifierTest.plant()
                                .talk("10.3.0.1", "10.4.0.1", "s7comm tcp/102")
                                .asking("4", FunctionClass.READ, 3))))
                .doesNotContain("safety-programmed-seen:plc");
        assertThat(VerifierTest.keys(VerifierTest.verify(
                        safety,
                        VerifierTest.plant()
                                .talk("10.3.0.1", "10.4.0.1", "s7comm tcp/102")
                                .asking("0x1b", FunctionClass.PROGRAM, 3)
                                .outcome(Outcome.ATTEMPTED))))
                .doesNotContain("safety-programmed-seen:plc");
    }

    @Test
    void aBoundaryThatIsManagedFromItsWeakerSideIsFound() {
        String enforced = VerifierTest.ZONES.replace(
                        "zones:", "  - { id: fw, match: { realm: plant, ip: 10.3.0.254 }, zone: operations }\nzones:")
                + VerifierTest.FLOWS.replace(
                        "between: [ dmz, operations ]", "between: [ dmz, operations ], enforced-by: [ fw ]");
        assertThat(VerifierTest.keys(VerifierTest.verify(enforced, managed("10.2.0.1", Outcome.ESTABLISHED))))
                .contains("boundary-managed-outside:fw");
        assertThat(VerifierTest.keys(VerifierTest.verify(enforced, managed("10.3.0.1", Outcome.ESTABLISHED))))
                .doesNotContain("boundary-managed-outside:fw");
        assertThat(VerifierTest.keys(VerifierTest.verify(enforced, managed("10.2.0.1", Outcome.REJECTED))))
                .doesNotContain("boundary-managed-outside:fw");
    }

    private static Scene managed(String from, Outcome outcome) {
        return VerifierTest.plant()
                .station("jump", "10.2.0.1")
                .station("fw", "10.3.0.254")
                .talk(from, "10.3.0.254", "ssh tcp/22")
                .outcome(outcome);
    }

    @Test
    void anApprovedFlowThatIsRefusedEachTimeIsFound() {
        Scene refused = VerifierTest.plant()
                .talk("10.3.0.1", "10.4.0.1", "modbus tcp/502")
                .outcome(Outcome.REJECTED)
                .byPort();
        assertThat(VerifierTest.keys(VerifierTest.verify(VerifierTest.ZONES + VerifierTest.FLOWS, refused)))
                .contains("flow-without-service:f-scada");
        Scene silent = VerifierTest.plant()
                .talk("10.3.0.1", "10.4.0.1", "modbus tcp/502")
                .outcome(Outcome.ATTEMPTED)
                .byPort();
        assertThat(VerifierTest.keys(VerifierTest.verify(VerifierTest.ZONES + VerifierTest.FLOWS, silent)))
                .doesNotContain("flow-without-service:f-scada");
        Scene once = VerifierTest.plant()
                .talk("10.3.0.1", "10.4.0.1", "modbus tcp/502")
                .outcome(Outcome.REJECTED)
                .byPort()
                .talk("10.3.0.1", "10.4.0.1", "modbus tcp/502");
        assertThat(VerifierTest.keys(VerifierTest.verify(VerifierTest.ZONES + VerifierTest.FLOWS, once)))
                .doesNotContain("flow-without-service:f-scada");
    }
}
