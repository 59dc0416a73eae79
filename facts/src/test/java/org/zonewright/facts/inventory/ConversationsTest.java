package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Transport;

/// Who asked whom. A conversation turned round makes a controller of its panel and a client of a server.
class ConversationsTest {
    private static Conversation only(Inventory inventory) {
        assertThat(inventory.conversations()).hasSize(1);
        return inventory.conversations().getFirst();
    }

    private static String line(Conversation conversation) {
        return conversation.clientAddress() + " > " + conversation.serverAddress() + " " + conversation.service();
    }

    @Test
    void aHandshakeDecidesWhateverThePorts() {
        Conversation conversation =
                only(Resolved.of(Observation.capture("a").tcp("10.0.0.1", "10.0.0.2:51000", "modbus")));
        assertThat(line(conversation)).isEqualTo("10.0.0.1 > 10.0.0.2 tcp/51000");
        assertThat(conversation.direction()).isEqualTo(DirectionEvidence.HANDSHAKE);
    }

    @Test
    void aServerKnownByAHandshakeTurnsAFlowSeenFromTheMiddle() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.0.1", "10.0.0.2:51000", "")
                .middle(Transport.TCP, "10.0.0.2:51000", "10.0.0.3:445", ""));
        assertThat(inventory.conversations().stream().map(ConversationsTest::line))
                .containsExactly("10.0.0.1 > 10.0.0.2 tcp/51000", "10.0.0.3 > 10.0.0.2 tcp/51000");
        assertThat(inventory.conversations().getLast().direction()).isEqualTo(DirectionEvidence.KNOWN_SERVER);
    }

    @Test
    void aRequestIsStrongerThanThePort() {
        Conversation conversation = only(Resolved.of(Observation.capture("a")
                .row(
                        Transport.UDP,
                        "10.0.0.1:502",
                        "10.0.0.2:40000",
                        "dnp3",
                        DirectionEvidence.MESSAGE,
                        Outcome.ESTABLISHED,
                        5)));
        assertThat(line(conversation)).isEqualTo("10.0.0.1 > 10.0.0.2 udp/40000");
    }

    @Test
    void thePortOfAKnownServiceIsStrongerThanTheFirstPacket() {
        Conversation conversation = only(Resolved.of(
                Observation.capture("a").middle(Transport.TCP, "10.0.0.1:502", "10.0.0.2:49999", "modbus")));
        assertThat(line(conversation)).isEqualTo("10.0.0.2 > 10.0.0.1 tcp/502");
        assertThat(conversation.direction()).isEqualTo(DirectionEvidence.KNOWN_PORT);
    }

    @Test
    void ofTwoKnownPortsTheLowerIsTheServers() {
        assertThat(line(only(Resolved.of(
                        Observation.capture("a").middle(Transport.TCP, "10.0.0.1:102", "10.0.0.2:2404", "")))))
                .isEqualTo("10.0.0.2 > 10.0.0.1 tcp/102");
    }

    @Test
    void clientsTakeHighPortsAndServersNamelessLowOnes() {
        assertThat(line(only(Resolved.of(
                        Observation.capture("a").middle(Transport.TCP, "10.0.0.1:7777", "10.0.0.2:50123", "")))))
                .isEqualTo("10.0.0.2 > 10.0.0.1 tcp/7777");
    }

    @Test
    void betweenTwoClientPortsTheFirstPacketDecides() {
        Conversation conversation = only(
                Resolved.of(Observation.capture("a").middle(Transport.TCP, "10.0.0.1:50123", "10.0.0.2:49155", "")));
        assertThat(line(conversation)).isEqualTo("10.0.0.1 > 10.0.0.2 tcp/49155");
        assertThat(conversation.direction()).isEqualTo(DirectionEvidence.FIRST_PACKET);
    }

    @Test
    void aGroupNeverOpensAConversation() {
        Conversation conversation = only(Resolved.of(Observation.capture("a")
                .row(
                        Transport.UDP,
                        "10.0.0.1:67",
                        "255.255.255.255:68",
                        "dhcp",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0)));
        assertThat(line(conversation)).isEqualTo("10.0.0.1 > 255.255.255.255 udp/68");
        assertThat(conversation.server()).isEmpty();
    }

    @Test
    void clientPortsAreFoldedAndCounted() {
        Conversation conversation = only(Resolved.of(Observation.capture("a")
                .time(0, 5)
                .middle(Transport.TCP, "10.0.0.2:50001", "10.0.0.1:502", "modbus")
                .time(3, 9)
                .middle(Transport.TCP, "10.0.0.1:502", "10.0.0.2:50002", "modbus")
                .tcp("10.0.0.2", "10.0.0.1:502", "modbus")));
        assertThat(conversation.flows()).isEqualTo(3);
        assertThat(conversation.clientPackets()).isEqualTo(30);
        assertThat(conversation.serverBytes()).isEqualTo(3000);
        assertThat(conversation.firstSeen().getEpochSecond()).isZero();
        assertThat(conversation.lastSeen().getEpochSecond()).isEqualTo(9);
    }

    @Test
    void bothWaysWithoutPortsAreOneConversationOfWhoSpokeFirst() {
        Transport icmp = new Transport(1);
        Conversation conversation = only(Resolved.of(Observation.capture("a")
                .time(5, 6)
                .row(icmp, "10.0.0.1", "10.0.0.2", "", DirectionEvidence.FIRST_PACKET, Outcome.ONE_WAY, 0)
                .vlan(0)
                .time(2, 3)
                .packets(4)
                .row(icmp, "10.0.0.2", "10.0.0.1", "", DirectionEvidence.FIRST_PACKET, Outcome.ONE_WAY, 0)));
        assertThat(line(conversation)).isEqualTo("10.0.0.2 > 10.0.0.1 icmp");
        assertThat(conversation.clientPackets()).isEqualTo(4);
        assertThat(conversation.serverPackets()).isEqualTo(10);
    }

    @Test
    void twoProtocolsOnOnePortStayTwoAndNamelessRowsJoinTheLarger() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.0.1", "10.0.0.2:443", "tls")
                .packets(3)
                .tcp("10.0.0.1", "10.0.0.2:443", "http")
                .packets(1)
                .tcp("10.0.0.1", "10.0.0.2:443", ""));
        assertThat(inventory.conversations().stream()
                        .map(conversation -> conversation.protocol() + " " + conversation.clientPackets()))
                .containsExactly("http 3", "tls 11");
    }

    @Test
    void aNameByPortIsMarkedAsOne() {
        Conversation conversation = only(Resolved.of(Observation.capture("a").tcp("10.0.0.1", "10.0.0.2:502", "")));
        assertThat(conversation.protocol()).isEqualTo("modbus");
        assertThat(conversation.protocolEvidence()).isEqualTo(ProtocolEvidence.PORT);
    }

    /// Two taps on one path: 100 packets seen by both are 100 packets.
    @Test
    void whatTwoSensorsSawAtOneTimeIsCountedOnce() {
        Observation near = Observation.capture("near")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .packets(100)
                .tcp("10.0.0.1", "10.0.0.2:502", "modbus")
                .asking("3", FunctionClass.READ, 100);
        Observation far = Observation.capture("far")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .packets(90)
                .tcp("10.0.0.1", "10.0.0.2:502", "modbus")
                .asking("3", FunctionClass.READ, 90);
        Inventory inventory = Resolved.of(near, far);
        Conversation conversation = only(inventory);
        assertThat(conversation.clientPackets()).isEqualTo(100);
        assertThat(conversation.serverPackets()).isEqualTo(100);
        assertThat(conversation.functions().getFirst().requests()).isEqualTo(100);
        assertThat(Resolved.problems(inventory)).containsExactly("inventory.seen-twice");
    }

    @Test
    void whatTwoFilesHoldOneAfterTheOtherIsSummed() {
        Observation first = Observation.capture("ring-1")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .time(0, 9)
                .tcp("10.0.0.1", "10.0.0.2:502", "modbus")
                .asking("3", FunctionClass.READ, 7);
        Observation second = Observation.capture("ring-2")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .time(10, 19)
                .tcp("10.0.0.1", "10.0.0.2:502", "modbus")
                .asking("3", FunctionClass.READ, 5);
        Inventory inventory = Resolved.of(first, second);
        assertThat(only(inventory).clientPackets()).isEqualTo(20);
        assertThat(only(inventory).functions().getFirst().requests()).isEqualTo(12);
        assertThat(inventory.problems()).isEmpty();
    }

    /// A long recording beside two short ones of another tap: the two together saw more.
    @Test
    void theSensorsThatTogetherSawMostAreTaken() {
        Observation whole = Observation.capture("whole")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .time(0, 20)
                .packets(15)
                .tcp("10.0.0.1", "10.0.0.2:502", "modbus");
        Observation first = Observation.capture("part-1")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .time(0, 9)
                .tcp("10.0.0.1", "10.0.0.2:502", "modbus");
        Observation second = Observation.capture("part-2")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .time(10, 20)
                .tcp("10.0.0.1", "10.0.0.2:502", "modbus");
        assertThat(only(Resolved.of(whole, first, second)).clientPackets()).isEqualTo(20);
    }

    @Test
    void rowsOfOneFlowAreTurnedTheSameWayInEveryView() {
        Observation early = Observation.capture("early")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .time(0, 9)
                .middle(Transport.TCP, "10.0.0.1:50123", "10.0.0.2:49155", "");
        Observation late = Observation.capture("late")
                .claims("00:1b:1b:00:00:02", "10.0.0.2", "arp")
                .time(1, 9)
                .middle(Transport.TCP, "10.0.0.2:49155", "10.0.0.1:50123", "");
        assertThat(line(only(Resolved.of(early, late)))).isEqualTo("10.0.0.1 > 10.0.0.2 tcp/49155");
    }

    @Test
    void functionsKeepTheSideThatAsked() {
        Observation capture = Observation.capture("a");
        capture.middle(Transport.TCP, "10.0.0.1:502", "10.0.0.2:50000", "modbus")
                .asking("3", FunctionClass.READ, 4);
        FunctionUse use = only(Resolved.of(capture)).functions().getFirst();
        assertThat(use.byClient()).isFalse();
        assertThat(use.requests()).isEqualTo(4);
    }

    @Test
    void conversationsAreSortedByRealmAndEnds() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .tcp("10.0.0.10", "10.0.0.2:80", "http")
                .tcp("10.0.0.9", "10.0.0.2:80", "http")
                .tcp("10.0.0.9", "10.0.0.2:22", "ssh"));
        assertThat(inventory.conversations().stream().map(ConversationsTest::line))
                .isEqualTo(List.of(
                        "10.0.0.9 > 10.0.0.2 tcp/22", "10.0.0.9 > 10.0.0.2 tcp/80", "10.0.0.10 > 10.0.0.2 tcp/80"));
    }
}
