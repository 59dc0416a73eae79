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
    private static final String LINE = "'SSH-2.0-dropbear_2019.78' 0d 0a 00 00";

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
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(LINE));
    }
}
