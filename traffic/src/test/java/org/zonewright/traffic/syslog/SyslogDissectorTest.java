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
    private static final String OLD = "'<34>Nov 22 18:07:25 plc-7 su: failed'";
    private static final String NEW = "'<34>1 2026-11-22T18:07:25Z plc-7.ot su - - -'";

    private final SyslogDissector dissector = new SyslogDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 514, 514);

    @Test
    void bothFormsTellTheHost() {
        dissector.dissect(bytes(OLD), observer);
        dissector.dissect(bytes(NEW), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER name plc-7 LOW",
                        "identity SENDER syslog.application su LOW",
                        "identity SENDER name plc-7.ot LOW",
                        "identity SENDER syslog.application su LOW");
    }

    @Test
    void aProgramIsNoHost() {
        dissector.dissect(bytes("'<34>Nov 22 18:07:25 su: failed for anna'"), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'<html>'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("3c 39 39 39 3e 78"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(OLD));
        Cuts.survives(dissector, bytes(NEW));
    }
}
