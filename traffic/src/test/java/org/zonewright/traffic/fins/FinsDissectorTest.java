package org.zonewright.traffic.fins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Stops and writes of Omron controllers must be told from reads, over UDP as over TCP.
class FinsDissectorTest {
    private static final String STOP = """
            80 00 02 00 01 00 00 c8 00 07  # command, from node 200 to node 1
            04 02 ff ff                    # Stop
            """;

    private static final String CONTROLLER = """
            c0 00 02 00 c8 00 00 01 00 07  # answer
            05 01 00 00                    # Controller Data Read, good
            43 50 31 4c 2d 45 4c 32 30 44 52 2d 44 20 20 20 20 20 20 20
            30 31 2e 30 30 20 20 20 20 20 20 20 20 20 20 20 20 20 20 20
            """;

    private static final String OVER_TCP = "46 49 4e 53 00 00 00 16 00 00 00 02 00 00 00 00" + STOP;

    private final FinsDissector dissector = new FinsDissector();
    private final RecordingObserver udp = new RecordingObserver().ports(Transport.UDP, 40_000, 9600);

    @Test
    void aStopIsCounted() {
        assertThat(dissector.probe(bytes(STOP), udp)).isEqualTo(Probe.UNSURE);
        dissector.dissect(bytes(STOP), udp);
        assertThat(udp.lines()).containsExactly("request fins 0x0402");
        assertThat(dissector.protocol().function(0x0402).functionClass().id()).isEqualTo("program");
    }

    @Test
    void theControllerTellsModelAndVersion() {
        dissector.dissect(bytes(CONTROLLER), udp.fromServer());
        assertThat(udp.lines())
                .containsExactly(
                        "answer fins 0x0501",
                        "identity SENDER vendor Omron HIGH",
                        "identity SENDER model CP1L-EL20DR-D HIGH",
                        "identity SENDER firmware 01.00 HIGH");
    }

    @Test
    void overTcpAHeaderStandsBeforeTheCommand() {
        RecordingObserver tcp = new RecordingObserver();
        assertThat(dissector.probe(bytes(OVER_TCP), tcp)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(OVER_TCP), tcp)).isEqualTo(30);
        assertThat(tcp.lines()).containsExactly("request fins 0x0402");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31"), udp))
                .isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(OVER_TCP));
        assertThat(dissector.dissect(bytes("80 00"), udp)).isEqualTo(Dissector.MALFORMED);
    }
}
