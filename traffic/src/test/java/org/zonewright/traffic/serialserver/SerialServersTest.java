package org.zonewright.traffic.serialserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Asking a serial server for its settings gives its password away: that it was asked must be seen, the answer not.
class SerialServersTest {
    private final LantronixDissector lantronix = new LantronixDissector();
    private final MoxaDissector moxa = new MoxaDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 40_000, 30_718);

    @Test
    void settingsAreAskedForAndNotRead() {
        assertThat(lantronix.probe(bytes("00 00 00 f8"), observer)).isEqualTo(Probe.UNSURE);
        lantronix.dissect(bytes("00 00 00 f8"), observer);
        lantronix.dissect(bytes("00 00 00 f9 c0 a8 01 0a 00 00 00 00 'secr'"), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request lantronix 0xf8", "answer lantronix 0xf8", "identity SENDER vendor Lantronix MEDIUM");
    }

    @Test
    void theMakersPrefixProvesTheMaker() {
        assertThat(moxa.probe(bytes("01 00 00 08 00 00 00 00"), observer)).isEqualTo(Probe.UNSURE);
        moxa.dissect(bytes("01 00 00 08 00 00 00 00"), observer);
        moxa.dissect(bytes("""
                        81 00 00 18 00 00 00 00 00 50 10 51 00 80  # answer of 24 bytes
                        00 90 e8 12 34 56                          # MAC address
                        c0 a8 7f fe
                        """), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "request moxa 0x01",
                        "answer moxa 0x01",
                        "identity SENDER vendor Moxa HIGH",
                        "identity SENDER moxa.mac 00:90:e8:12:34:56 HIGH");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(lantronix.probe(bytes("'M-SEARCH * HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
        assertThat(moxa.probe(bytes("'M-SEARCH * HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(lantronix, bytes("00 00 00 f8"));
        HostileInput.survives(moxa, bytes("01 00 00 08 00 00 00 00"));
    }
}
