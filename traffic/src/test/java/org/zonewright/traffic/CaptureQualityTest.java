package org.zonewright.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.CaptureBuilder.PSH_ACK;
import static org.zonewright.traffic.CaptureBuilder.hex;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.CaptureSummary.ProtocolShare;

/// What a capture lacks must be said, and nothing that it does not lack: an engineer decides by it whether silence
/// means anything.
class CaptureQualityTest {
    private static final byte[] READ = hex("0001 0000 0006 01 03 0000 0002");
    private static final byte[] UNKNOWN = hex("0002 0000 0003 01 6e 00");

    /// UDP from 10.0.0.1 to 10.0.0.2 with this identification, time to live and tag (0 for none).
    private static String udp(int identification, int hops, int vlan, int content) {
        String tag = vlan == 0 ? "" : "8100 %04x".formatted(vlan);
        return "020000000002 020000000001 %s 0800".formatted(tag)
                + "45 00 0020 %04x 4000 %02x 11 0000 0a000001 0a000002".formatted(identification, hops)
                + "3039 d431 000c 0000 %08x".formatted(content);
    }

    private static CaptureSummary read(CaptureBuilder capture) {
        return capture.read().capture().orElseThrow();
    }

    @Test
    void aPacketFromTwoMirroredPortsIsADuplicate() {
        CaptureSummary.Twins twins = read(new CaptureBuilder()
                        .frame(udp(7, 64, 0, 1))
                        .frame(udp(7, 64, 10, 1))
                        .frame(udp(8, 64, 0, 2)))
                .quality()
                .twins();
        assertThat(twins).isEqualTo(new CaptureSummary.Twins(3, 1, 0, 0));
    }

    /// Ordinary segments and odd datagrams are read in different ways.
    @Test
    void aSegmentFromTwoMirroredPortsIsADuplicateToo() {
        CaptureSummary.Twins twins = read(new CaptureBuilder()
                        .handshake(1, 40_000, 2, 502, 100)
                        .tcp(1, 40_000, 2, 502, PSH_ACK, 101, 101, READ)
                        .tcp(1, 40_000, 2, 502, PSH_ACK, 101, 101, READ))
                .quality()
                .twins();
        assertThat(twins).isEqualTo(new CaptureSummary.Twins(5, 1, 0, 0));
    }

    @Test
    void aPacketBeforeAndBehindARouterIsToldFromADuplicate() {
        CaptureSummary.Twins twins = read(new CaptureBuilder()
                        .frame(udp(7, 64, 0, 1))
                        .frame(udp(7, 63, 0, 1)))
                .quality()
                .twins();
        assertThat(twins).isEqualTo(new CaptureSummary.Twins(2, 0, 1, 0));
    }

    @Test
    void whatASenderRepeatsIsNoDuplicate() {
        CaptureBuilder capture = new CaptureBuilder();
        for (int i = 0; i < 3; i++) {
            capture.frame(udp(0, 64, 0, 1)); // no identification: not compared
            capture.frame(udp(100 + i, 64, 0, 1)); // the same content, sent anew
        }
        capture.frame(udp(200, 64, 0, 1)).pause(Duration.ofMillis(200)).frame(udp(200, 64, 0, 1));
        assertThat(read(capture).quality().twins()).isEqualTo(new CaptureSummary.Twins(5, 0, 0, 0));
    }

    @Test
    void framesOfGooseCountThemselvesSoEqualOnesAreDuplicates() {
        String goose = "010ccd010001 020000000001 88b8 0001 000e 0000 0000 61 04 85 02 00 ";
        CaptureSummary.Twins twins = read(new CaptureBuilder()
                        .frame(goose + "01")
                        .frame(goose + "01")
                        .frame(goose + "02"))
                .quality()
                .twins();
        assertThat(twins).isEqualTo(new CaptureSummary.Twins(3, 1, 0, 0));
    }

    @Test
    void conversationsThatLoseTheirTagInOneDirectionAreCounted() {
        CaptureBuilder capture = new CaptureBuilder()
                .taggedUdp(10, 1, 4000, 2, 5000, READ)
                .udp(2, 5000, 1, 4000, READ)
                .taggedUdp(10, 3, 4000, 4, 5000, READ)
                .taggedUdp(10, 4, 5000, 3, 4000, READ)
                .udp(5, 4000, 6, 5000, READ);
        assertThat(read(capture).quality().twins().splitConversations()).isEqualTo(1);
    }

    @Test
    void aLongPauseIsASilenceOnlyWhereFramesAreDense() {
        CaptureBuilder dense = new CaptureBuilder();
        CaptureBuilder sparse = new CaptureBuilder();
        for (int i = 0; i < 5000; i++) {
            dense.udp(1, 4000, 2, 5000, READ);
        }
        dense.pause(Duration.ofMinutes(2)).udp(1, 4000, 2, 5000, READ);
        for (int i = 0; i < 5; i++) {
            sparse.pause(Duration.ofMinutes(2)).udp(1, 4000, 2, 5000, READ);
        }
        CaptureSummary.Clock clock = read(dense).quality().clock();
        assertThat(clock.silences()).isEqualTo(1);
        assertThat(clock.longest()).isEqualTo(Duration.ofMinutes(2).plusMillis(1));
        assertThat(clock.longestAt()).isEqualTo(5001);
        assertThat(read(sparse).quality().clock()).isEqualTo(CaptureSummary.Clock.NONE);
    }

    @Test
    void aClockThatWasSetBackIsToldFromFramesOutOfOrder() {
        CaptureSummary.Clock clock = read(new CaptureBuilder()
                        .udp(1, 4000, 2, 5000, READ)
                        .pause(Duration.ofMillis(-3))
                        .udp(1, 4000, 2, 5000, READ)
                        .pause(Duration.ofHours(-1))
                        .udp(1, 4000, 2, 5000, READ))
                .quality()
                .clock();
        assertThat(clock.unordered()).isEqualTo(1);
        assertThat(clock.stepsBack()).isEqualTo(1);
        assertThat(clock.largestStepBack()).isEqualTo(Duration.ofHours(1).minusMillis(1));
        assertThat(clock.firstStepBackAt()).isEqualTo(3);
    }

    @Test
    void theSnapLengthAndTheShareOfOneWayConversationsAreSaid() {
        CaptureSummary.Quality quality = read(new CaptureBuilder()
                        .handshake(1, 40_000, 2, 502, 100)
                        .tcp(1, 40_000, 2, 502, PSH_ACK, 101, 101, READ)
                        .tcp(3, 40_000, 4, 502, PSH_ACK, 101, 101, READ))
                .quality();
        assertThat(quality.snapLength()).isEqualTo(262144);
        assertThat(quality.oneWayConversations()).isEqualTo(1);
        assertThat(quality.tcpConversations()).isEqualTo(2);
    }

    @Test
    void eachProtocolSaysHowMuchOfItWasUnderstood() {
        CaptureSummary capture = read(new CaptureBuilder()
                .handshake(1, 40_000, 2, 502, 100)
                .tcp(1, 40_000, 2, 502, PSH_ACK, 101, 101, READ)
                .tcp(1, 40_000, 2, 502, PSH_ACK, 113, 101, UNKNOWN)
                .udp(1, 4000, 2, 5000, hex("ffff")));
        assertThat(capture.protocols())
                .containsExactly(
                        new ProtocolShare("", 1, 1, 44, 0, 0, 0), new ProtocolShare("modbus", 1, 5, 291, 2, 1, 0));
        assertThat(capture.packets()).isEqualTo(capture.frames());
        assertThat(capture.unrecognised().packets()).isEqualTo(1);
    }

    @Test
    void familiesThatWereLookedForAndNotSeenAreAResult() {
        CaptureSummary.Families families = read(new CaptureBuilder()
                        .handshake(1, 40_000, 2, 502, 100)
                        .tcp(1, 40_000, 2, 502, PSH_ACK, 101, 101, READ))
                .families();
        assertThat(families.seen()).containsExactly("Modbus");
        assertThat(families.notSeen()).contains("DNP3", "IEC 61850", "PROFINET").doesNotContain("Modbus", "ARP");
    }
}
