package org.zonewright.traffic.stp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Who is a switch shows in its bridge messages.
class StpDissectorTest {
    private static final String CONFIGURATION = """
            00 00 00 00                    # spanning tree, version 0, configuration
            00                             # flags
            80 00 00 1b 1b 00 00 01        # root
            00 00 00 13                    # cost
            80 01 00 1b 1b 00 00 02        # bridge
            80 02 01 00 14 00 02 00 0f 00  # port, ages and times
            """;

    private final StpDissector dissector = new StpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aBridgeSaysSoOnce() {
        dissector.dissect(bytes(CONFIGURATION), observer);
        dissector.dissect(bytes(CONFIGURATION), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER announced-role switch HIGH",
                        "identity SENDER stp.bridge 00:1b:1b:00:00:02 HIGH",
                        "identity SENDER stp.root 00:1b:1b:00:00:01 HIGH");
    }

    @Test
    void changesOfTheTopologyAreCounted() {
        dissector.dissect(bytes("00 00 00 80"), observer);
        dissector.dissect(bytes(CONFIGURATION.replaceFirst("00                             # flags", "01")), observer);
        assertThat(observer.lines()).startsWith("request stp 128", "request stp 1");
    }

    @Test
    void garpOnTheSameAccessPointHasItsOwnName() {
        dissector.dissect(bytes("00 01 01 02 00 00"), observer);
        assertThat(observer.lines()).containsExactly("protocol garp");
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(CONFIGURATION));
    }
}
