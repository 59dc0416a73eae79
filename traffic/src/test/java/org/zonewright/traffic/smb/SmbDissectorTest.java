package org.zonewright.traffic.smb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// File transfers between stations must show as such, and sessions must name both ends.
class SmbDissectorTest {
    private static final String WRITE_2 = """
            00 00 00 44                          # 68 bytes
            fe 'SMB' 40 00 01 00 00 00 00 00  # version 2
            09 00 01 00 00 00 00 00              # write, request
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            """;

    private static final String NEGOTIATED_2 = """
            00 00 00 46                          # 70 bytes
            fe 'SMB' 40 00 01 00 00 00 00 00
            00 00 01 00 01 00 00 00              # negotiate, response
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00
            41 00 03 00 02 03                    # signing required, dialect 3.0.2
            """;

    private static final String SESSION_REQUEST =
            "81 00 00 44 20 'EGEJEMEFFDCACACACACACACACACACACA' 00 20 'EIENEJCNDBCACACACACACACACACACAAA' 00";

    private static final String SETUP_1 = """
            00 00 00 44
            ff 'SMB' 73 00 00 00 00 98 07 c8 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00  # version 1, session setup, response
            04 ff 00 00 00 00 00 00 00                     # no security data
            18 00 00 w'Windows 5.1' 00 00
            """;

    private final SmbDissector dissector = new SmbDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aWriteOfVersion2IsATransfer() {
        assertThat(dissector.probe(bytes(WRITE_2), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(WRITE_2), observer)).isEqualTo(72);
        assertThat(observer.lines()).containsExactly("protocol smb", "request smb 2:9");
        assertThat(SmbDissector.SMB.function(0x109).functionClass().id()).isEqualTo("transfer");
    }

    @Test
    void aSessionRequestNamesBothEnds() {
        dissector.dissect(bytes(SESSION_REQUEST), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "protocol netbios", "identity RECEIVER name FILES MEDIUM", "identity SENDER name HMI-1 HIGH");
    }

    @Test
    void version1TellsTheSystemOfTheSender() {
        dissector.dissect(bytes(SETUP_1), observer.fromServer());
        assertThat(observer.lines()).contains("identity SENDER operating-system Windows 5.1 HIGH");
    }

    @Test
    void theServersDialectShows() {
        dissector.dissect(bytes(SETUP_1), observer.fromServer());
        dissector.dissect(bytes(NEGOTIATED_2), observer);
        assertThat(observer.lines())
                .contains(
                        "identity SENDER smb.dialect 1.0 HIGH",
                        "identity SENDER smb.dialect 3.0.2 HIGH",
                        "identity SENDER smb.signing required HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(WRITE_2));
        Cuts.survives(dissector, bytes(SESSION_REQUEST));
        Cuts.survives(dissector, bytes(SETUP_1));
        Cuts.survives(dissector, bytes(NEGOTIATED_2));
    }
}
