package org.zonewright.traffic.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Encrypted connections are recognised on any port; old versions must show.
class TlsDissectorTest {
    private static final String CLIENT_HELLO = """
            16 03 01 00 3e 01 00 00 3a 03 03            # handshake, client hello
            aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa aa
            00                                          # no session
            00 02 c0 2f 01 00
            00 0f 00 00 00 0b 00 09 00 00 06 'srv.ot'   # server name
            """;

    private static final String SERVER_HELLO = """
            16 03 01 00 2a 02 00 00 26 03 01            # handshake, server hello of version 1.0
            bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb bb
            00 00 2f 00
            16 03 01 00 21 0b 00 00 1d 00 00 1a 00 00 17  # certificate, cut down to what is read
            06 03 55 04 03 0c 02 'ca' 06 03 55 04 03 0c 07 'plc7.ot'
            """;

    private final TlsDissector dissector = new TlsDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theClientNamesTheServer() {
        assertThat(dissector.probe(bytes(CLIENT_HELLO), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(CLIENT_HELLO), observer)).isEqualTo(Dissector.DONE);
        assertThat(observer.lines()).containsExactly("identity RECEIVER name srv.ot LOW");
    }

    @Test
    void theServerTellsVersionAndCertificate() {
        ByteSlice whole = bytes(SERVER_HELLO);
        int first = dissector.dissect(whole, observer.fromServer());
        assertThat(first).isEqualTo(47);
        ByteSlice rest = new ByteSlice().wrap(whole, first, whole.length() - first);
        assertThat(dissector.dissect(rest, observer)).isEqualTo(Dissector.DONE);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER tls.version TLS 1.0 HIGH", "identity SENDER tls.certificate plc7.ot MEDIUM");
    }

    @Test
    void aConnectionThatWasJoinedLateIsKnownByItsRecords() {
        assertThat(dissector.probe(bytes("17 03 03 00 02 aa bb 17 03 03 00 01 cc"), observer))
                .isEqualTo(Probe.YES);
        assertThat(dissector.probe(bytes("17 03 03 00 02 aa bb cc"), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.probe(bytes("17 03 09 00 02 aa bb"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void datagramsHaveTheirOwnVersionNumbers() {
        Dissector dtls = new DtlsDissector();
        ByteSlice record = bytes("16 fe ff 00 00 00 00 00 00 00 00 00 02 01 00");
        assertThat(dtls.probe(record, observer)).isEqualTo(Probe.YES);
        assertThat(dtls.probe(bytes(CLIENT_HELLO), observer)).isEqualTo(Probe.NO);
        Cuts.survives(dtls, record);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(CLIENT_HELLO));
        Cuts.survives(dissector, bytes(SERVER_HELLO));
    }
}
