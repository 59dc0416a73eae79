package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.IdentityRules.RealmRule;
import org.zonewright.facts.inventory.IdentityRules.SensorRule;

/// A realm joined wrongly makes one device of two; one split wrongly shows every device twice.
class RealmsTest {
    private static final String PLC = "00:1b:1b:00:00:10";
    private static final String PANEL = "00:1b:1b:00:00:30";
    private static final String ROUTER = "00:1d:9c:00:00:01";
    private static final SourceRef RULE = new SourceRef.InDocument("plant.yaml", 9, 3, "realms[0]");

    private static List<String> realms(Inventory inventory) {
        return inventory.realms().stream().map(Realm::id).toList();
    }

    private static Observation station(String file) {
        return Observation.capture(file)
                .sends(PLC, "10.0.1.10")
                .sends(PANEL, "10.0.1.30")
                .tcp("10.0.1.30", "10.0.1.10:502", "modbus");
    }

    @Test
    void oneFileOfUntaggedTrafficIsOneRealm() {
        assertThat(realms(Resolved.of(station("a.pcap")))).containsExactly("a.pcap");
    }

    @Test
    void thePriorityTagNamesNoVlan() {
        Inventory inventory = Resolved.of(
                station("a.pcap").vlan(0).sends(PLC, "10.0.1.10").tcp("10.0.1.30", "10.0.1.10:102", "s7comm"));
        assertThat(realms(inventory)).containsExactly("a.pcap");
        assertThat(inventory.realms().getFirst().seenFrom()).hasSize(1);
    }

    @Test
    void twoFilesOfTheSameTapAreOneRealmNamedByTheFirst() {
        assertThat(realms(Resolved.of(station("b.pcap"), station("a.pcap")))).containsExactly("a.pcap");
    }

    @Test
    void aTagThatDividesNothingDoesNotDivideTheRealm() {
        Inventory inventory = Resolved.of(station("a.pcap").vlan(10).sends(PLC, "10.0.1.10"));
        assertThat(realms(inventory)).containsExactly("a.pcap");
    }

    @Test
    void vlansWithoutAnyCommonOwnerStayApart() {
        Inventory inventory = Resolved.of(station("a.pcap").vlan(20).sends("00:1b:1b:00:00:99", "10.0.2.10"));
        assertThat(realms(inventory)).containsExactly("a.pcap", "a.pcap/vlan 20");
    }

    /// A mirror port may send one direction with its tag and the other without.
    @Test
    void twoHalvesOfAConversationAreOneRealm() {
        Observation capture = Observation.capture("a.pcap");
        capture.row(
                Transport.TCP,
                "10.0.1.30:50000",
                "10.0.1.10:502",
                "",
                DirectionEvidence.FIRST_PACKET,
                Outcome.ONE_WAY,
                0);
        capture.vlan(10)
                .row(
                        Transport.TCP,
                        "10.0.1.10:502",
                        "10.0.1.30:50000",
                        "",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0);
        Inventory inventory = Resolved.of(capture);
        assertThat(realms(inventory)).containsExactly("a.pcap");
        assertThat(inventory.conversations()).hasSize(1);
        Conversation conversation = inventory.conversations().getFirst();
        assertThat(conversation.serverAddress()).hasToString("10.0.1.10");
        assertThat(conversation.clientPackets()).isEqualTo(10);
        assertThat(conversation.serverPackets()).isEqualTo(10);
        assertThat(conversation.outcome()).isEqualTo(Outcome.ESTABLISHED);
    }

    /// The office sees the controller through a router, the cell sees it directly: one device, one realm.
    @Test
    void aConversationSeenUnchangedBehindARouterJoinsBothSides() {
        Observation office = Observation.capture("office.pcap")
                .sends("00:50:56:00:00:05", "10.0.9.5")
                .sends(ROUTER, "10.0.1.10", 1)
                .sends(ROUTER, "10.0.1.30", 1)
                .tcp("10.0.9.5", "10.0.1.10:80", "http");
        Observation cell = station("cell.pcap").sends(ROUTER, "10.0.9.5", 1).tcp("10.0.9.5", "10.0.1.10:80", "http");
        Inventory inventory = Resolved.of(office, cell);
        assertThat(realms(inventory)).containsExactly("cell.pcap");
        assertThat(Resolved.ids(inventory))
                .containsExactly(
                        "cell.pcap/00:1d:9c:00:00:01",
                        "cell.pcap/10.0.1.10",
                        "cell.pcap/10.0.1.30",
                        "cell.pcap/10.0.9.5");
    }

    @Test
    void theSameAddressBehindARouterAloneJoinsNothing() {
        Observation office = Observation.capture("office.pcap")
                .sends("00:50:56:00:00:05", "10.0.9.5")
                .sends(ROUTER, "10.0.1.10", 1)
                .sends(ROUTER, "10.0.1.30", 1)
                .tcp("10.0.9.5", "10.0.1.10:80", "http");
        assertThat(realms(Resolved.of(office, station("cell.pcap")))).containsExactly("cell.pcap", "office.pcap");
    }

    @Test
    void interfacesOfOneSensorAreOneRealmUntilOwnersDiffer() {
        Observation agreeing = station("a.pcapng").networkInterface("eth1").sends("00:1b:1b:00:00:40", "10.0.1.40");
        assertThat(realms(Resolved.of(agreeing))).containsExactly("a.pcapng");

        Observation differing = Observation.capture("a.pcapng")
                .networkInterface("eth0")
                .sends(PLC, "10.0.1.10")
                .networkInterface("eth1")
                .sends("00:1b:1b:00:00:11", "10.0.1.10");
        assertThat(realms(Resolved.of(differing))).containsExactly("a.pcapng/eth0", "a.pcapng/eth1");
    }

    @Test
    void moreAgreementThanDifferenceIsOneNetworkWhereADeviceWasReplaced() {
        Observation before = station("a.pcap").sends("00:1b:1b:00:00:50", "10.0.1.50");
        Observation after = Observation.capture("b.pcap")
                .time(100, 110)
                .sends(PLC, "10.0.1.10")
                .sends(PANEL, "10.0.1.30")
                .sends("00:1b:1b:00:00:51", "10.0.1.50");
        Inventory inventory = Resolved.of(before, after);
        assertThat(realms(inventory)).containsExactly("a.pcap");
        assertThat(Resolved.problems(inventory)).containsExactly("inventory.address-moved");
    }

    @Test
    void rulesNameSensorsByPatternAndRealmsByVlan() {
        IdentityRules rules = new IdentityRules(
                List.of(new SensorRule("tap-1", "tap1-*.pcap")),
                List.of(
                        new RealmRule("station", "tap-1", OptionalInt.of(10), RULE),
                        new RealmRule("rest", "tap-1", OptionalInt.empty(), RULE)),
                List.of(),
                List.of(),
                List.of());
        Observation first = Observation.capture("captures/tap1-monday.pcap")
                .vlan(10)
                .sends(PLC, "10.0.1.10")
                .vlan(20)
                .sends(PANEL, "10.0.2.30");
        Observation second =
                Observation.capture("captures/tap1-tuesday.pcap").vlan(10).sends("00:1b:1b:00:00:77", "10.0.1.77");
        Inventory inventory = Resolved.of(rules, first, second);
        assertThat(Resolved.ids(inventory)).containsExactly("rest/10.0.2.30", "station/10.0.1.10", "station/10.0.1.77");
        assertThat(inventory.realms().getLast().seenFrom().getFirst().sensor()).isEqualTo("tap-1");
    }
}
