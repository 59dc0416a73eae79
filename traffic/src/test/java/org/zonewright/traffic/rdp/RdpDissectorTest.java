package org.zonewright.traffic.rdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Remote access into a plant must be seen on any port, with who asked for it.
class RdpDissectorTest {
    private static final String REQUEST = """
            03 00 00 2a 25 e0 00 00 00 00 00           # connection request
            'Cookie: mstshash=anna' 0d 0a
            01 00 08 00 03 00 00 00
            """;

    private static final String CONNECT_INITIAL = """
            03 00 00 5f 02 f0 80 7f 65 82 01 be        # MCS Connect Initial, cut down to what is read
            01 c0 d8 00 04 00 08 00 00 05 00 04 01 ca 03 aa 07 04 00 00
            28 0a 00 00                                # build 2600
            w'HMI-1' 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            """;

    private final RdpDissector dissector = new RdpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theCookieTellsTheAccount() {
        assertThat(dissector.probe(bytes(REQUEST), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(REQUEST), observer)).isEqualTo(42);
        assertThat(observer.lines()).containsExactly("identity SENDER account anna MEDIUM");
    }

    @Test
    void theServersChoiceOfSecurityShows() {
        dissector.dissect(bytes("03 00 00 13 0e d0 00 00 12 34 00 02 1f 08 00 02 00 00 00"), observer.fromServer());
        dissector.dissect(bytes("03 00 00 0b 06 d0 00 00 12 34 00"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER rdp.security CredSSP HIGH", "identity SENDER rdp.security standard HIGH");
    }

    @Test
    void theClientTellsItsName() {
        assertThat(dissector.dissect(bytes(CONNECT_INITIAL), observer)).isEqualTo(Dissector.DONE);
        assertThat(observer.lines())
                .containsExactly("identity SENDER name HMI-1 HIGH", "number SENDER rdp.client-build 2600");
    }

    @Test
    void anotherConnectionRequestIsNotCertain() {
        ByteSlice s7 = bytes("03 00 00 16 11 e0 00 00 00 01 00 c1 02 01 00 c2 02 01 02 c0 01 0a");
        assertThat(dissector.probe(s7, observer)).isEqualTo(Probe.UNSURE);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(REQUEST));
        Cuts.survives(dissector, bytes(CONNECT_INITIAL));
    }
}
