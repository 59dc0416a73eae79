package org.zonewright.traffic.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Remote shells are seen on any port.
class SshDissectorTest {
    private static final String LINE =
            "53 53 48 2d 32 2e 30 2d 64 72 6f 70 62 65 61 72 5f 32 30 31 39 2e 37 38 0d 0a 00 00";

    private final SshDissector dissector = new SshDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void bothSidesNameTheirSoftware() {
        assertThat(dissector.probe(bytes(LINE), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(LINE), observer)).isEqualTo(Dissector.DONE);
        assertThat(observer.lines()).containsExactly("identity SENDER description SSH-2.0-dropbear_2019.78 HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(LINE));
    }
}
