package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.Transport;

/// Each role with what shows it, and what looks alike and must not.
class RolesTest {
    private static final String PLC = "10.0.1.10";
    private static final String PANEL = "10.0.1.30";

    /// A panel that reads and writes a controller.
    private static Observation operated() {
        return Observation.capture("a")
                .tcp(PANEL, PLC + ":502", "modbus")
                .asking("3", FunctionClass.READ, 50)
                .asking("16", FunctionClass.WRITE, 2);
    }

    @Test
    void whoAnswersAControllerProtocolIsAControllerAndWhoWritesToItAnHmi() {
        Inventory inventory = Resolved.of(operated());
        assertThat(Resolved.roles(inventory, "a/" + PLC)).containsExactly(Role.CONTROLLER);
        assertThat(Resolved.roles(inventory, "a/" + PANEL)).containsExactly(Role.HMI_SCADA);
        AssignedRole role = Resolved.asset(inventory, "a/" + PLC).roles().getFirst();
        assertThat(role.confidence()).isEqualTo(Confidence.HIGH);
        Reason reason = role.reason();
        assertThat(reason.sources()).containsExactly(new SourceRef.InCapture("a", 1, -1));
    }

    @Test
    void whoDoesNotAnswerIsNoController() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.1.99", PLC + ":80", "http")
                .row(Transport.TCP, PANEL, PLC + ":502", "modbus", DirectionEvidence.HANDSHAKE, Outcome.ATTEMPTED, 0));
        assertThat(Resolved.roles(inventory, "a/" + PLC)).doesNotContain(Role.CONTROLLER);
        assertThat(Resolved.roles(inventory, "a/" + PANEL)).doesNotContain(Role.HMI_SCADA);
    }

    @Test
    void whoAnswersOnlyAControllerIsAFieldDevice() {
        Inventory inventory =
                Resolved.of(operated().tcp(PLC, "10.0.1.40:502", "modbus").asking("3", FunctionClass.READ, 50));
        assertThat(Resolved.roles(inventory, "a/10.0.1.40")).containsExactly(Role.FIELD_DEVICE);
        assertThat(Resolved.roles(inventory, "a/" + PLC)).containsExactly(Role.CONTROLLER);
    }

    @Test
    void whoPublishesGooseIsAFieldDevice() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .row(
                        Transport.ETHERNET,
                        "00:30:a7:00:00:01",
                        "01:0c:cd:01:00:01",
                        "goose",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0));
        assertThat(Resolved.roles(inventory, "a/00:30:a7:00:00:01")).containsExactly(Role.FIELD_DEVICE);
        assertThat(Resolved.asset(inventory, "a/00:30:a7:00:00:01")
                        .purdue()
                        .orElseThrow()
                        .level())
                .isEqualTo(1);
    }

    @Test
    void theEndOfCyclicDataWithSeveralPartnersIsTheController() {
        Observation capture = Observation.capture("a");
        for (String device : new String[] {"00:0e:cf:00:00:02", "00:0e:cf:00:00:03"}) {
            capture.row(
                    Transport.ETHERNET,
                    "00:0e:cf:00:00:01",
                    device,
                    "profinet-rt",
                    DirectionEvidence.FIRST_PACKET,
                    Outcome.ESTABLISHED,
                    10);
        }
        Inventory inventory = Resolved.of(capture);
        assertThat(Resolved.roles(inventory, "a/00:0e:cf:00:00:01")).containsExactly(Role.CONTROLLER);
        assertThat(Resolved.roles(inventory, "a/00:0e:cf:00:00:02")).containsExactly(Role.FIELD_DEVICE);
        assertThat(Resolved.asset(inventory, "a/00:0e:cf:00:00:02")
                        .purdue()
                        .orElseThrow()
                        .level())
                .isZero();
    }

    @Test
    void severalUnitsThatAnswerAreBehindAGateway() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp(PANEL, PLC + ":502", "modbus")
                .asking("3", FunctionClass.READ, 5, 1, 5)
                .asking("3", FunctionClass.READ, 5, 2, 5)
                .asking("3", FunctionClass.READ, 5, 3, 5));
        assertThat(Resolved.roles(inventory, "a/" + PLC)).contains(Role.GATEWAY);
    }

    @Test
    void unitsThatWereOnlySearchedForAreNone() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp(PANEL, PLC + ":502", "modbus")
                .asking("3", FunctionClass.READ, 5, 1, 5)
                .asking("3", FunctionClass.READ, 5, 2, 0)
                .asking("3", FunctionClass.READ, 5, 255, 5));
        assertThat(Resolved.roles(inventory, "a/" + PLC)).doesNotContain(Role.GATEWAY);
    }

    @Test
    void whoAnswersInOneProtocolAndPollsInAnotherIsAGateway() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.9.1", PLC + ":2404", "iec104")
                .tcp(PLC, "10.0.1.40:502", "modbus"));
        assertThat(Resolved.roles(inventory, "a/" + PLC)).contains(Role.GATEWAY);
    }

    @Test
    void cipInsideEtherNetIpIsNoTranslation() {
        Inventory inventory = Resolved.of(
                Observation.capture("a").tcp("10.0.9.1", PLC + ":44818", "cip").tcp(PLC, "10.0.1.40:44818", "enip"));
        assertThat(Resolved.roles(inventory, "a/" + PLC)).containsExactly(Role.CONTROLLER);
    }

    @Test
    void whoProgramsIsAnEngineeringStation() {
        Inventory inventory = Resolved.of(
                operated().tcp("10.0.1.50", PLC + ":102", "s7comm").asking("0x1a", FunctionClass.PROGRAM, 1));
        // Observation's functions are Modbus ones; what counts is the conversation's protocol.
        assertThat(Resolved.roles(inventory, "a/10.0.1.50")).containsExactly(Role.ENGINEERING_STATION);
    }

    @Test
    void aTelecontrolMasterThatRestartsAStationIsNoEngineeringStation() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.1.50", PLC + ":20000", "dnp3")
                .asking("13", FunctionClass.PROGRAM, 1));
        assertThat(Resolved.roles(inventory, "a/10.0.1.50")).containsExactly(Role.HMI_SCADA);
    }

    @Test
    void whoOnlyReadsWhereAnotherOperatesIsAHistorian() {
        Inventory inventory = Resolved.of(operated()
                .tcp("10.0.1.60", PLC + ":502", "modbus")
                .asking("3", FunctionClass.READ, 50)
                .tcp("10.0.1.60", "10.0.1.11:502", "modbus")
                .asking("3", FunctionClass.READ, 50));
        assertThat(Resolved.roles(inventory, "a/10.0.1.60")).containsExactly(Role.HISTORIAN);
    }

    @Test
    void aMasterThatOnlyReadsAloneIsStillTheScada() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp(PANEL, PLC + ":502", "modbus")
                .asking("3", FunctionClass.READ, 50)
                .tcp(PANEL, "10.0.1.11:502", "modbus")
                .asking("3", FunctionClass.READ, 50));
        assertThat(Resolved.roles(inventory, "a/" + PANEL)).containsExactly(Role.HMI_SCADA);
    }

    @Test
    void anAnnouncedBridgeIsASwitchUnlessItIsAControllersOwn() {
        Inventory inventory = Resolved.of(operated()
                .says("00:80:63:00:00:01", Attribute.ANNOUNCED_ROLE, "bridge", "lldp")
                .says(PLC, Attribute.ANNOUNCED_ROLE, "switch", "lldp")
                .says("00:1b:1b:00:00:09", Attribute.ANNOUNCED_ROLE, "switch", "lldp")
                .says("00:1b:1b:00:00:09", Attribute.DESCRIPTION, "Siemens, SIMATIC S7, CPU-1200", "lldp"));
        assertThat(Resolved.roles(inventory, "a/00:80:63:00:00:01")).containsExactly(Role.SWITCH);
        assertThat(Resolved.roles(inventory, "a/" + PLC)).containsExactly(Role.CONTROLLER);
        assertThat(Resolved.roles(inventory, "a/00:1b:1b:00:00:09")).containsExactly(Role.CONTROLLER);
    }

    @Test
    void whoSendsSpanningTreeIsASwitchAndWhoSendsOspfARouter() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .row(
                        Transport.ETHERNET,
                        "00:80:63:00:00:01",
                        "01:80:c2:00:00:00",
                        "stp",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0)
                .row(
                        new Transport(89),
                        "10.0.1.1",
                        "224.0.0.5",
                        "",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0));
        assertThat(Resolved.roles(inventory, "a/00:80:63:00:00:01")).containsExactly(Role.SWITCH);
        assertThat(Resolved.roles(inventory, "a/10.0.1.1")).containsExactly(Role.ROUTER);
    }

    @Test
    void theRouterThatALeaseNamesIsOne() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.1.5", "10.0.1.1:22", "ssh")
                .says("10.0.1.5", Attribute.GATEWAY, "10.0.1.1", "dhcp"));
        assertThat(Resolved.roles(inventory, "a/10.0.1.1")).containsExactly(Role.ROUTER);
    }

    @Test
    void serversAreKnownByWhatTheyAnswer() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .middle(Transport.UDP, "10.0.1.5:50000", "10.0.1.1:53", "dns")
                .middle(Transport.UDP, "10.0.1.5:50001", "10.0.1.2:123", "ntp")
                .tcp("10.0.1.5", "10.0.1.3:389", "ldap")
                .tcp("10.0.1.5", "10.0.1.4:9100", "printer")
                .row(
                        Transport.UDP,
                        "10.0.1.5:50002",
                        "10.0.1.3:514",
                        "syslog",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0)
                .tcp("10.0.1.5", "10.0.1.6:445", "smb")
                .tcp("10.0.1.7", "10.0.1.6:445", "smb"));
        assertThat(Resolved.roles(inventory, "a/10.0.1.1")).containsExactly(Role.NAME_SERVER);
        assertThat(Resolved.roles(inventory, "a/10.0.1.2")).containsExactly(Role.TIME_SERVER);
        assertThat(Resolved.roles(inventory, "a/10.0.1.3")).containsExactly(Role.DIRECTORY_SERVER, Role.LOG_SERVER);
        assertThat(Resolved.roles(inventory, "a/10.0.1.4")).containsExactly(Role.PRINTER);
        assertThat(Resolved.roles(inventory, "a/10.0.1.6")).containsExactly(Role.FILE_SERVER);
        assertThat(Resolved.roles(inventory, "a/10.0.1.5")).containsExactly(Role.WORKSTATION);
    }

    @Test
    void aServerThatDidNotAnswerIsNone() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .asks(Transport.UDP, "10.0.1.5:50000", "10.0.1.1:53")
                .tcp("10.0.1.5", "10.0.1.1:22", "ssh"));
        assertThat(Resolved.roles(inventory, "a/10.0.1.1")).isEmpty();
    }

    @Test
    void aJumpHostTakesSessionsAndOpensOthers() {
        Inventory inventory = Resolved.of(
                Observation.capture("a").tcp("10.0.1.5", "10.0.2.1:3389", "rdp").tcp("10.0.2.1", "10.0.3.1:22", "ssh"));
        assertThat(Resolved.roles(inventory, "a/10.0.2.1")).containsExactly(Role.REMOTE_ACCESS);
        assertThat(Resolved.roles(inventory, "a/10.0.3.1")).isEmpty();
    }

    @Test
    void aSessionFromThePublicNetworkIsRemoteAccess() {
        Inventory inventory = Resolved.of(Observation.capture("a").tcp("8.8.8.8", "10.0.3.1:22", "ssh"));
        assertThat(Resolved.roles(inventory, "a/10.0.3.1")).containsExactly(Role.REMOTE_ACCESS);
    }

    @Test
    void wordsCountOnlyWhereBehaviourShowsNothing() {
        Inventory inventory = Resolved.of(operated()
                .says(PLC, Attribute.MODEL, "SIMATIC HMI KTP700 Basic", "s7comm")
                .says("00:1b:1b:00:00:09", Attribute.MODEL, "SIMATIC HMI KTP700 Basic", "profinet-dcp")
                .says("00:50:56:00:00:08", Attribute.DESCRIPTION, "VMware Virtual Platform", "netbios"));
        assertThat(Resolved.roles(inventory, "a/" + PLC)).containsExactly(Role.CONTROLLER);
        assertThat(Resolved.roles(inventory, "a/00:1b:1b:00:00:09")).containsExactly(Role.HMI_SCADA);
        assertThat(Resolved.roles(inventory, "a/00:50:56:00:00:08")).isEmpty();
    }

    @Test
    void aMakerOfSwitchesIsALastGuess() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .row(
                        Transport.ETHERNET,
                        "00:80:63:00:00:01",
                        "ff:ff:ff:ff:ff:ff",
                        "arp",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0));
        assertThat(Resolved.roles(inventory, "a/00:80:63:00:00:01")).containsExactly(Role.SWITCH);
        assertThat(Resolved.asset(inventory, "a/00:80:63:00:00:01")
                        .roles()
                        .getFirst()
                        .confidence())
                .isEqualTo(Confidence.LOW);
    }
}
