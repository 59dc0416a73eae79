package org.zonewright.traffic.fins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// The same frames come over UDP and TCP; a controller that is stopped must be seen in both.
class FinsDissectorTest {
    private static final String STOP = "80 00 02 00 01 00 00 63 00 7a 04 02 ff ff"; // command, Stop
    private static final String CONTROLLER_DATA = """
            c0 00 02 00 63 00 00 01 00 7a 05 01 00 00     # response, normal end
            43 50 31 4c 2d 45 4c 32 30 44 52 2d 44 20 20 20 20 20 20 20
            30 31 2e 30 30 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20
            """;
    private static final String OVER_TCP = "46 49 4e 53 00 00 00 16 00 00 00 02 00 00 00 00" + STOP;

    private final FinsDissector dissector = new FinsDissector();
    private final RecordingObserver udp = new RecordingObserver().ports(Transport.UDP, 9600, 9600);
    private final RecordingObserver tcp = new RecordingObserver().ports(Transport.TCP, 49152, 9600);

    @Test
    void aCommandIsCountedOverUdpAndTcp() {
        assertThat(dissector.probe(bytes(STOP), udp)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(STOP), udp)).isEqualTo(14);
        assertThat(dissector.probe(bytes(OVER_TCP), tcp)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(OVER_TCP), tcp)).isEqualTo(30);
        assertThat(udp.lines()).containsExactly("request fins 0x0402").isEqualTo(tcp.lines());
    }

    @Test
    void anEndCodeRefuses() {
        dissector.dissect(bytes("c0 00 02 00 63 00 00 00 00 7a 04 02 20 04"), udp);
        assertThat(udp.lines()).containsExactly("answer fins 0x0402 refused");
    }

    @Test
    void controllerDataNamesModelAndVersion() {
        dissector.dissect(bytes(CONTROLLER_DATA), udp);
        assertThat(udp.lines())
                .containsExactly(
                        "answer fins 0x0501",
                        "number SENDER fins.node 1",
                        "identity SENDER vendor Omron HIGH",
                        "identity SENDER model CP1L-EL20DR-D HIGH",
                        "identity SENDER firmware 01.00 HIGH");
    }

    @Test
    void aMessageOverTcpIsReadWhole() {
        ByteSlice whole = bytes(OVER_TCP);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), tcp))
                    .isEqualTo(Dissector.NEED_MORE);
        }
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice http = bytes("474554202f20485454502f312e310d0a0d0a");
        assertThat(dissector.probe(http, tcp)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(http, tcp)).isEqualTo(Dissector.MALFORMED);
        assertThat(dissector.probe(http, udp)).isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(OVER_TCP));
        HostileInput.survives(dissector, bytes(CONTROLLER_DATA), Transport.UDP, 9600, 9600);
    }
}
