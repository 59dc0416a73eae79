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
                bytes("24 02 06 e9 00 00 00 00 00 00 00 00 0a 00 00 63" + " 00".repeat(32)),
                observer.fromServer()); // version 4, server, stratum 2, from 10.0.0.99
        assertThat(observer.lines())
                .containsExactly(
                        "request ntp 3",
                        "answer ntp 3",
                        "identity SENDER announced-role time-server HIGH",
                        "number SENDER ntp.stratum 2",
                        "identity SENDER ntp.reference 10.0.0.99 HIGH");
    }

    @Test
    void aPrimaryServerNamesItsClock() {
        dissector.dissect(
                bytes("24 01 06 e9 00 00 00 00 00 00 00 00 'GPS' 00" + " 00".repeat(32)), observer.fromServer());
        assertThat(observer.lines()).contains("identity SENDER ntp.reference GPS HIGH");
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
