package org.zonewright.traffic.ptp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A time server is an asset that others depend on; other traffic on its ports must not make one.
class PtpDissectorTest {
    private static final String SYNC = """
            00 02 00 2c 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  # sync, version 2, 44 bytes
            00 1b 1b ff fe 00 00 01 00 01 00 01 00 00
            00 00 00 00 00 00 00 00 00 00
            """;

    private final PtpDissector dissector = new PtpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aSyncComesFromATimeServer() {
        dissector.dissect(bytes(SYNC), observer);
        dissector.dissect(bytes(SYNC), observer);
        assertThat(observer.lines()).containsExactly("identity SENDER announced-role time-server HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice text = bytes(
                "48 45 4c 4c 4f 20 48 45 4c 4c 4f 20 48 45 4c 4c 4f 20 48 45 4c 4c 4f 20 48 45 4c 4c 4f 20 48 45 4c 4c");
        assertThat(dissector.probe(text, observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(SYNC));
    }
}
