package org.zonewright.traffic.lacp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Aggregated links say which port of which switch hangs on which: topology that is certain.
class SlowProtocolDissectorTest {
    private static final String AGGREGATION = """
            01 01
            01 14 80 00 00 1b 1b 00 00 01 00 01 80 00 00 12 3d 00 00 00   # actor: system, key, port 18, state
            02 14 80 00 00 1b 1b 00 00 02 00 01 80 00 00 05 3d 00 00 00   # partner: port 5
            03 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00               # collector
            """;

    private final SlowProtocolDissector dissector = new SlowProtocolDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void bothEndsOfALinkAreTold() {
        dissector.dissect(bytes(AGGREGATION), observer);
        dissector.dissect(bytes(AGGREGATION), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "protocol lacp",
                        "identity SENDER lacp.system 00:1b:1b:00:00:01 HIGH",
                        "identity SENDER neighbour 00:1b:1b:00:00:02 port 5 at port 18 HIGH",
                        "protocol lacp");
    }

    @Test
    void withoutAPartnerThereIsNoNeighbour() {
        dissector.dissect(bytes(AGGREGATION.replace("00 1b 1b 00 00 02", "00 00 00 00 00 00")), observer);
        assertThat(observer.lines()).noneMatch(line -> line.contains("neighbour"));
    }

    @Test
    void othersAreNamed() {
        dissector.dissect(bytes("03 00 50 00"), observer);
        assertThat(observer.lines()).containsExactly("protocol ethernet-oam");
        HostileInput.survives(dissector, bytes(AGGREGATION));
    }
}
