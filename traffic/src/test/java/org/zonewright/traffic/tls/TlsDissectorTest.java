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
            16 03 01 00 b3 0b 00 00 af 00 00 ac 00 00 a9      # certificate
            30 81 a6 30 81 a3
            a0 03 02 01 02                              # version 3
            02 01 07                                    # serial number
            30 0d 06 09 2a 86 48 86 f7 0d 01 01 05 05 00   # signed by SHA-1 and RSA
            30 0d 31 0b 30 09 06 03 55 04 03 0c 02 'ca'
            30 1e 17 0d '190101000000Z' 17 0d '290101000000Z'
            30 35 31 0e 30 0c 06 03 55 04 0a 0c 05 'Plant'
                  31 10 30 0e 06 03 55 04 03 0c 07 'plc7.ot'
                  31 11 30 0f 06 09 2a 86 48 86 f7 0d 01 09 01 16 02 'me'   # a mail address
            30 04 30 00 03 00                           # the key, left out
            a3 1e 30 1c 30 1a 06 03 55 1d 11 01 01 ff   # alternative names, critical
                  04 10 30 0e 82 06 'plc7.x' 87 04 0a 00 00 07
            16 03 01 00 08 0d 00 00 04 01 01 00 00      # certificate request
            """;

    private final TlsDissector dissector = new TlsDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theClientNamesTheServer() {
        assertThat(dissector.probe(bytes(CLIENT_HELLO), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(CLIENT_HELLO), observer)).isEqualTo(67);
        assertThat(observer.lines()).containsExactly("identity RECEIVER name srv.ot LOW");
    }

    @Test
    void theServerTellsVersionAndCertificate() {
        ByteSlice whole = bytes(SERVER_HELLO);
        RecordingObserver server = observer.fromServer();
        int at = dissector.dissect(whole, server);
        assertThat(at).isEqualTo(47);
        at += dissector.dissect(new ByteSlice().wrap(whole, at, whole.length() - at), server);
        assertThat(dissector.dissect(new ByteSlice().wrap(whole, at, whole.length() - at), server))
                .isEqualTo(Dissector.DONE);
        assertThat(server.lines())
                .containsExactly(
                        "identity SENDER tls.version TLS 1.0 HIGH",
                        "identity SENDER tls.cipher TLS_RSA_WITH_AES_128_CBC_SHA HIGH",
                        "identity SENDER tls.certificate-subject O=Plant, CN=plc7.ot HIGH",
                        "identity SENDER tls.certificate-issuer CN=ca HIGH",
                        "identity SENDER tls.certificate-expiry 2029-01-01 HIGH",
                        "identity SENDER tls.certificate-signature sha1WithRSA HIGH",
                        "identity SENDER tls.certificate-name plc7.x HIGH",
                        "identity SENDER tls.certificate-name 10.0.0.7 HIGH",
                        "identity SENDER tls.clients certificate asked for HIGH");
    }

    @Test
    void aClientsCertificateIsTheClients() {
        ByteSlice whole = bytes(SERVER_HELLO);
        ByteSlice certificate = new ByteSlice().wrap(whole, 47, whole.length() - 47);
        assertThat(dissector.dissect(certificate, observer)).isEqualTo(Dissector.DONE);
        assertThat(observer.lines())
                .startsWith("identity SENDER tls.client-certificate-subject O=Plant, CN=plc7.ot HIGH");
    }

    @Test
    void aToolForRemoteAccessIsKnownByItsServer() {
        dissector.dissect(
                bytes(CLIENT_HELLO
                        .replace("'srv.ot'", "'ixon.net'")
                        .replace("00 0f 00 00 00 0b 00 09 00 00 06", "00 11 00 00 00 0d 00 0b 00 00 08")
                        .replace("00 3e 01 00 00 3a", "00 40 01 00 00 3c")),
                observer);
        assertThat(observer.lines()).contains("identity SENDER remote-access IXON HIGH");
        assertThat(RemoteTools.of("router1.TeamViewer.com")).isEqualTo("TeamViewer");
        assertThat(RemoteTools.of("com")).isEmpty();
        assertThat(RemoteTools.of("notteamviewer.com")).isEmpty();
    }

    @Test
    void suitesWithoutANameAreNumbers() {
        assertThat(CipherSuites.name(0x1301)).isEqualTo("TLS_AES_128_GCM_SHA256");
        assertThat(CipherSuites.name(0x5a5a)).isEqualTo("0x5a5a");
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
