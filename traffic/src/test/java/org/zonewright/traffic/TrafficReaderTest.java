package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.traffic.capture.ByteSource;

/// From frames to facts: directions, outcomes, volumes and functions must not depend on how TCP cut or repeated the
/// bytes.
class TrafficReaderTest {
    private static final byte[] READ = CaptureBuilder.hex("0001 0000 0006 01 03 0000 0002");
    private static final byte[] WRITE = CaptureBuilder.hex("0002 0000 0006 01 06 0001 0003");
    private static final byte[] NOTHING = {};

    /// One line a row: `client:port > server:port protocol outcome packets/packets` and `  class code x count`.
    private static List<String> lines(Contribution facts) {
        List<String> lines = new ArrayList<>();
        ConversationTable.Cursor row = facts.conversations().cursor();
        while (row.next()) {
            lines.add("%s%s > %s%s %s %s %s %d/%d"
                    .formatted(
                            row.a(),
                            row.portA() < 0 ? "" : ":" + row.portA(),
                            row.b(),
                            row.portB() < 0 ? "" : ":" + row.portB(),
                            row.transport(),
                            row.protocol(),
                            row.outcome().id(),
                            row.packetsA(),
                            row.packetsB()));
            while (row.nextFunction()) {
                lines.add("  %s %s unit %d x %d frame %d"
                        .formatted(
                                row.function().functionClass().id(),
                                row.function().code(),
                                row.unit(),
                                row.requests(),
                                row.functionFrame()));
            }
        }
        return lines;
    }

    @Test
    void aHandshakeFoldsTheClientPortsOfManyConnections() {
        CaptureBuilder capture = new CaptureBuilder();
        for (int port = 40_000; port < 40_003; port++) {
            capture.handshake(1, port, 2, 502, 100).tcp(1, port, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, READ);
        }
        assertThat(lines(capture.read()))
                .containsExactly("10.0.0.1 > 10.0.0.2:502 tcp modbus established 9/3", "  read 3 unit 1 x 3 frame 4");
    }

    @Test
    void aRepeatedSegmentIsOneMessage() {
        CaptureBuilder capture = new CaptureBuilder()
                .handshake(1, 40_000, 2, 502, 100)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, WRITE)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, WRITE);
        Contribution facts = capture.read();
        assertThat(lines(facts)).contains("  write 6 unit 1 x 1 frame 4");
        assertThat(facts.capture().orElseThrow().quality().retransmissions()).isEqualTo(1);
    }

    @Test
    void aMessageCutAnywhereAcrossSegmentsIsOneMessage() {
        for (int cut = 1; cut < WRITE.length; cut++) {
            byte[] head = Arrays.copyOf(WRITE, cut);
            byte[] tail = Arrays.copyOfRange(WRITE, cut, WRITE.length);
            CaptureBuilder capture = new CaptureBuilder()
                    .handshake(1, 40_000, 2, 502, 100)
                    .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, READ)
                    .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 113, 101, head)
                    .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 113L + cut, 101, tail)
                    .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 125, 101, READ);
            assertThat(lines(capture.read()))
                    .as("cut at %d", cut)
                    .anyMatch(line -> line.startsWith("  write 6 unit 1 x 1 "))
                    .contains("  read 3 unit 1 x 2 frame 4");
        }
    }

    @Test
    void segmentsOutOfOrderAreReadInOrder() {
        byte[] head = Arrays.copyOf(WRITE, 5);
        byte[] tail = Arrays.copyOfRange(WRITE, 5, WRITE.length);
        CaptureBuilder capture = new CaptureBuilder()
                .handshake(1, 40_000, 2, 502, 100)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, READ)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 118, 101, tail)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 113, 101, head);
        Contribution facts = capture.read();
        assertThat(lines(facts)).anyMatch(line -> line.startsWith("  write 6 unit 1 x 1 "));
        assertThat(facts.capture().orElseThrow().quality().outOfOrder()).isEqualTo(1);
    }

    @Test
    void aLostSegmentIsSaidAndTheStreamGoesOnBehindIt() {
        CaptureBuilder capture = new CaptureBuilder()
                .handshake(1, 40_000, 2, 502, 100)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, READ)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 125, 101, WRITE);
        Contribution facts = capture.read();
        assertThat(lines(facts)).contains("  write 6 unit 1 x 1 frame 5");
        assertThat(facts.capture().orElseThrow().quality().missingSegments()).isEqualTo(1);
    }

    @Test
    void aMessageThatSaysItIsAsLongAsCanBeIsSkippedAndNothingElse() {
        byte[] opening = CaptureBuilder.hex("414d5150 00000901");
        byte[] longest = CaptureBuilder.hex("414d5150 00000901 02 0001 7ffffff5 003c0028 000000");
        CaptureBuilder capture = new CaptureBuilder()
                .handshake(1, 40_000, 2, 5672, 100)
                .tcp(1, 40_000, 2, 5672, CaptureBuilder.PSH_ACK, 101, 101, opening)
                .tcp(1, 40_000, 2, 5672, CaptureBuilder.PSH_ACK, 109, 101, longest)
                .tcp(1, 40_000, 2, 5672, CaptureBuilder.PSH_ACK, 131, 101, longest);
        assertThat(lines(capture.read()).getFirst()).contains("10.0.0.2:5672 tcp amqp established 5/1");
    }

    @Test
    void aSynAnsweredByAResetIsRejectedAndOneWithoutAnswerAttempted() {
        CaptureBuilder capture = new CaptureBuilder()
                .tcp(1, 40_000, 2, 502, CaptureBuilder.SYN, 100, 0, NOTHING)
                .tcp(2, 502, 1, 40_000, CaptureBuilder.RST_ACK, 0, 101, NOTHING)
                .tcp(1, 40_001, 3, 502, CaptureBuilder.SYN, 100, 0, NOTHING);
        assertThat(lines(capture.read()))
                .containsExactly(
                        "10.0.0.1 > 10.0.0.2:502 tcp  rejected 1/1", "10.0.0.1 > 10.0.0.3:502 tcp  attempted 1/0");
    }

    @Test
    void fragmentsBecomeOneDatagramWhateverTheirOrder() {
        byte[] datagram = CaptureBuilder.udpDatagram(40_000, 502, READ);
        byte[] head = Arrays.copyOf(datagram, 16);
        byte[] tail = Arrays.copyOfRange(datagram, 16, datagram.length);
        CaptureBuilder capture = new CaptureBuilder()
                .ip(1, 2, 17, 77, 2, tail) // offset 16, last
                .ip(1, 2, 17, 77, 0x2000, head); // offset 0, more follow
        Contribution facts = capture.read();
        assertThat(lines(facts))
                .containsExactly(
                        "10.0.0.1:40000 > 10.0.0.2:502 udp modbus attempted 2/0", "  read 3 unit 1 x 1 frame 2");
        assertThat(facts.capture().orElseThrow().quality().fragments()).isEqualTo(2);
    }

    @Test
    void anUnfinishedDatagramStillCountsItsFrames() {
        byte[] head = Arrays.copyOf(CaptureBuilder.udpDatagram(40_000, 502, READ), 16);
        CaptureBuilder capture = new CaptureBuilder().ip(1, 2, 17, 77, 0x2000, head);
        assertThat(lines(capture.read())).containsExactly("10.0.0.1:0 > 10.0.0.2:0 udp  one-way 1/0");
    }

    @Test
    void protocolsThatShareATypeAreConversationsOfTheirOwn() {
        byte[] cyclic = CaptureBuilder.hex("80 00 01 02 03 04 00 00 35 00");
        byte[] set = CaptureBuilder.hex("fe fd 04 00 00 00 00 02 00 00 00 04 05 03 00 00");
        byte[] discovery = CaptureBuilder.hex("aa aa 03 00 00 0c 20 00 02 b4 00 00"); // CDP, empty
        byte[] linkCheck = CaptureBuilder.hex("aa aa 03 00 00 0c 01 11 21 00 00 00"); // UDLD
        CaptureBuilder capture = new CaptureBuilder()
                .frame(1, 2, 0x8892, cyclic)
                .frame(2, 1, 0x8892, cyclic)
                .frame(1, 2, 0x8892, set)
                .frame(3, 4, discovery.length, discovery)
                .frame(3, 4, linkCheck.length, linkCheck);
        assertThat(lines(capture.read()))
                .filteredOn(line -> !line.startsWith(" "))
                .extracting(line -> line.replaceAll(".* ethernet ([^ ]+) .* ([0-9/]+)$", "$1 $2"))
                .containsExactlyInAnyOrder("profinet-rt 1/1", "profinet-dcp 1/0", "cdp 1/0", "udld 1/0");
    }

    @Test
    void whatUnitsSayOfThemselvesIsKeptApartAndOnce() {
        CaptureBuilder capture = new CaptureBuilder();
        for (int unit : new int[] {5, 6, 5}) {
            String answer = String.format("0001 0000 000e %02x 2b0e 01010000 01 00 04 41636d65", unit); // vendor "Acme"
            capture.udp(2, 502, 1, 40_000, CaptureBuilder.hex(answer));
        }
        assertThat(capture.read().children())
                .extracting(fact -> fact.child() + " " + fact.fact().value() + " "
                        + fact.fact().where().display())
                .containsExactly("modbus.unit 5 Acme test.pcap frame 1", "modbus.unit 6 Acme test.pcap frame 2");
    }

    @Test
    void equalAddressesOnTwoVlansStayApart() {
        CaptureBuilder capture =
                new CaptureBuilder().taggedUdp(10, 1, 40_000, 2, 502, READ).taggedUdp(20, 1, 40_000, 2, 502, READ);
        Contribution facts = capture.read();
        assertThat(facts.conversations().size()).isEqualTo(2);
        assertThat(facts.capture().orElseThrow().quality().taggedFrames()).isEqualTo(2);
    }

    @Test
    void theTagOfASeamlessRingIsPassedOver() {
        byte[] tagged = CaptureBuilder.hex("""
                02 00 00 00 00 02 02 00 00 00 00 01 892f 0034 0007 0800
                4500 0028 0001 0000 40 11 0000 0a000001 0a000002
                9c40 01f6 0014 0000 0001 0000 0006 01 03 0000 0002
                """);
        assertThat(lines(new CaptureBuilder().frame(tagged).read()))
                .containsExactly(
                        "10.0.0.1:40000 > 10.0.0.2:502 udp modbus attempted 1/0", "  read 3 unit 1 x 1 frame 1");
    }

    @Test
    void otherTrafficOnPort502IsNotModbus() {
        CaptureBuilder capture = new CaptureBuilder().handshake(1, 40_000, 2, 502, 100);
        byte[] web = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        capture.tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, web);
        assertThat(lines(capture.read())).noneMatch(line -> line.contains("modbus"));
    }

    @Test
    void damagedBytesNeverStopTheReader() {
        CaptureBuilder capture = new CaptureBuilder()
                .handshake(1, 40_000, 2, 502, 100)
                .tcp(1, 40_000, 2, 502, CaptureBuilder.PSH_ACK, 101, 101, READ)
                .udp(1, 40_000, 2, 502, WRITE)
                .taggedUdp(10, 1, 40_000, 2, 502, READ);
        Random random = new Random(20_261_122);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = capture.pcap();
            for (int i = 0; i < 8; i++) {
                damaged[24 + random.nextInt(damaged.length - 24)] = (byte) random.nextInt(256);
            }
            Contribution facts = new TrafficReader(new TrafficReader.Options(round, false))
                    .read("damaged.pcap", ByteSource.of(new ByteArrayInputStream(damaged)));
            assertThat(facts.conversations().size()).isLessThan(20);
        }
    }
}
