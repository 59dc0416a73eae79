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

    private static final String ANNOUNCE = """
            0b 02 00 50 fe 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  # announce, domain 254
            00 1b 1b ff fe 00 00 01 00 01 00 01 05 00
            00 00 00 00 00 00 00 00 00 00 00 25 00       # time, offset to UTC
            80 06 21 4e 5d 80                            # priority, class 6, accuracy, variance, priority
            00 1b 1b ff fe 00 00 09 00 01 20             # grandmaster, one step away, satellites
            00 03 00 0c 1c 12 9d 00 00 01 00 09 00 00 00 00   # IEEE C37.238
            """;

    private final PtpDissector dissector = new PtpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aSyncComesFromATimeServer() {
        dissector.dissect(bytes(SYNC), observer);
        dissector.dissect(bytes(SYNC), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER ptp.clock 001b1bfffe000001 HIGH",
                        "number SENDER ptp.domain 0",
                        "identity SENDER announced-role time-server HIGH");
    }

    @Test
    void anAnnouncementTellsWhoseTimeItIs() {
        dissector.dissect(bytes(ANNOUNCE), observer);
        dissector.dissect(bytes(ANNOUNCE), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER ptp.clock 001b1bfffe000001 HIGH",
                        "number SENDER ptp.domain 254",
                        "identity SENDER announced-role time-server HIGH",
                        "identity SENDER ptp.grandmaster 001b1bfffe000009 HIGH",
                        "number SENDER ptp.clock-class 6",
                        "identity SENDER ptp.time-source satellites HIGH",
                        "identity SENDER ptp.profile IEEE C37.238 HIGH");
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
        Cuts.survives(dissector, bytes(ANNOUNCE));
    }
}
