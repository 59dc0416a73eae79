package org.zonewright.traffic.ntp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Who gives time and who takes it.
class NtpDissectorTest {
    private final NtpDissector dissector = new NtpDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 40_000, 123);

    @Test
    void aServerWithTimeIsATimeServer() {
        dissector.dissect(bytes("23 00 06 e9" + " 00".repeat(44)), observer); // version 4, client
        dissector.dissect(
                bytes("24 02 06 e9" + " 00".repeat(44)), observer.fromServer()); // version 4, server, stratum 2
        assertThat(observer.lines())
                .containsExactly("request ntp 3", "answer ntp 3", "identity SENDER announced-role time-server HIGH");
    }

    @Test
    void aServerWithoutTimeIsNone() {
        dissector.dissect(bytes("e4 00 06 e9" + " 00".repeat(44)), observer.fromServer());
        assertThat(observer.lines()).containsExactly("answer ntp 3");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET /'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes("23 00 06 e9" + " 00".repeat(44)));
    }
}
