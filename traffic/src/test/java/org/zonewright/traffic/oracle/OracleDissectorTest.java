package org.zonewright.traffic.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// The connect data of a database client names its host.
class OracleDissectorTest {
    private static final String CONNECT = """
            00 42 00 00 01 00 00 00              # connect, 66 bytes
            01 3b 01 2c 00 00 20 00 ff ff 7f 08 00 00 01 00
            00 26 00 1c                          # 38 bytes at 28
            '(CID=(PROGRAM=p)(HOST=hmi-1)(USER=a)) '
            """;

    private final OracleDissector dissector = new OracleDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theClientIsNamed() {
        assertThat(dissector.dissect(bytes(CONNECT), observer)).isEqualTo(Dissector.DONE);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER name hmi-1 HIGH",
                        "identity SENDER account a HIGH",
                        "identity SENDER oracle.program p HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(CONNECT));
    }
}
