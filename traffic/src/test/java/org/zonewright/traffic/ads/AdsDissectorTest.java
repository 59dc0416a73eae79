package org.zonewright.traffic.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A look-up of a symbol must not pass for a write.
class AdsDissectorTest {
    private static final String READ_WRITE = """
            00 00 30 00 00 00                    # AMS/TCP, 48 bytes follow
            05 19 00 01 01 01 53 03              # to 5.25.0.1.1.1 port 851
            05 19 00 02 01 01 01 80              # from 5.25.0.2.1.1
            09 00 04 00 10 00 00 00              # Read Write, command, 16 bytes
            00 00 00 00 07 00 00 00
            03 f0 00 00 00 00 00 00 04 00 00 00 00 00 00 00  # handle by name
            """;

    private static final String INFO = """
            00 00 38 00 00 00
            05 19 00 02 01 01 01 80 05 19 00 01 01 01 53 03
            01 00 05 00 18 00 00 00 00 00 00 00 07 00 00 00  # Read Device Info, answer
            00 00 00 00 03 01 b8 0f 50 6c 63 33 30 20 41 70 70 00 00 00 00 00 00 00
            """;

    private final AdsDissector dissector = new AdsDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aLookUpReadsAndEverythingElseWrites() {
        assertThat(dissector.probe(bytes(READ_WRITE), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(READ_WRITE), observer)).isEqualTo(54);
        assertThat(observer.lines()).containsExactly("request ads 9", "identity SENDER ads.net-id 5.25.0.2.1.1 HIGH");
        assertThat(dissector.protocol().function(0x109).functionClass().id()).isEqualTo("read");
        assertThat(dissector.protocol().function(9).functionClass().id()).isEqualTo("write");
    }

    @Test
    void aDeviceTellsItsName() {
        dissector.dissect(bytes(INFO), observer.fromServer());
        assertThat(observer.lines()).contains("answer ads 1", "identity SENDER ads.device Plc30 App 3.1.4024 HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(
                        bytes(
                                "47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 20 61 6e 64 20 6d 6f 72 65 20 74 68 61 6e 20 74 68 69 72 74 79 2d 65 69 67 68 74 20 62 79 74 65 73"),
                        observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(READ_WRITE));
        Cuts.survives(dissector, bytes(INFO));
    }
}
