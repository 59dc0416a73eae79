package org.zonewright.traffic.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Log messages name their host in one of two forms; words of the message must not become hosts.
class SyslogDissectorTest {
    private static final String OLD =
            "3c 33 34 3e 4e 6f 76 20 32 32 20 31 38 3a 30 37 3a 32 35 20 70 6c 63 2d 37 20 73 75 3a 20 66 61 69 6c 65 64";
    private static final String NEW =
            "3c 33 34 3e 31 20 32 30 32 36 2d 31 31 2d 32 32 54 31 38 3a 30 37 3a 32 35 5a 20 70 6c 63 2d 37 2e 6f 74 20 73 75 20 2d 20 2d 20 2d";

    private final SyslogDissector dissector = new SyslogDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 514, 514);

    @Test
    void bothFormsTellTheHost() {
        dissector.dissect(bytes(OLD), observer);
        dissector.dissect(bytes(NEW), observer);
        assertThat(observer.lines())
                .containsExactly("identity SENDER name plc-7 LOW", "identity SENDER name plc-7.ot LOW");
    }

    @Test
    void aProgramIsNoHost() {
        dissector.dissect(
                bytes(
                        "3c 33 34 3e 4e 6f 76 20 32 32 20 31 38 3a 30 37 3a 32 35 20 73 75 3a 20 66 61 69 6c 65 64 20 66 6f 72 20 61 6e 6e 61"),
                observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("3c 68 74 6d 6c 3e"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("3c 39 39 39 3e 78"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(OLD));
        Cuts.survives(dissector, bytes(NEW));
    }
}
