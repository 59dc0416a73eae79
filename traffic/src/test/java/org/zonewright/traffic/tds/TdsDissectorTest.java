package org.zonewright.traffic.tds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Historians are asked by hosts that name themselves; passwords must not leave the message.
class TdsDissectorTest {
    private static final String LOG_IN = """
            10 01 00 7e 00 00 01 00              # log-in, 126 bytes
            76 00 00 00 04 00 00 74 00 10 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            5e 00 05 00                          # host: 5 characters at 94
            68 00 02 00                          # account: 2 at 104
            6c 00 00 00                          # password
            6c 00 03 00                          # program: 3 at 108
            72 00 02 00                          # server: 2 at 114
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00
            w'HMI-1' w'sa' w'abc' w'db'
            """;

    private static final String PRE_LOG_IN = """
            12 01 00 1d 00 00 01 00              # pre-log-in, 29 bytes
            01 00 0b 00 01                       # encryption: 1 byte at 11
            02 00 0c 00 09 ff                    # instance: 9 bytes at 12
            02 'HISTORIA' 00
            """;

    private static final String ANSWER = """
            04 01 00 1a 00 00 01 00              # response, 26 bytes
            00 00 0b 00 06                       # version: 6 bytes at 11
            01 00 11 00 01 ff                    # encryption: 1 byte at 17
            0f 00 07 d0 00 00 02                 # 15.0.2000, encryption not supported
            """;

    private final TdsDissector dissector = new TdsDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theLogInNamesBothEnds() {
        assertThat(dissector.dissect(bytes(LOG_IN), observer)).isEqualTo(126);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER name HMI-1 HIGH",
                        "identity SENDER account sa HIGH",
                        "identity SENDER tds.program abc HIGH",
                        "identity RECEIVER name db LOW");
    }

    @Test
    void theServerTellsItsVersionAndWhetherItEncrypts() {
        assertThat(dissector.dissect(bytes(PRE_LOG_IN), observer)).isEqualTo(29);
        assertThat(dissector.dissect(bytes(ANSWER), observer)).isEqualTo(26);
        assertThat(dissector.dissect(bytes(ANSWER), observer)).isEqualTo(26); // a result that looks alike
        assertThat(observer.lines())
                .containsExactly(
                        "identity RECEIVER tds.instance HISTORIA MEDIUM",
                        "identity SENDER tds.server-version 15.0.2000 HIGH",
                        "identity SENDER tds.encryption not supported HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(LOG_IN));
        Cuts.survives(dissector, bytes(PRE_LOG_IN));
        observer.flowState(1);
        Cuts.survives(dissector, bytes(ANSWER));
    }
}
