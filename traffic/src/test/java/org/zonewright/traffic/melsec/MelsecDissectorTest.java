package org.zonewright.traffic.melsec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Stops and writes of Mitsubishi controllers must be told from reads, on whatever port they were given.
class MelsecDissectorTest {
    private static final String STOP = """
            50 00 00 ff ff 03 00   # 3E, own processor
            08 00 10 00            # 8 bytes, timer
            02 10 00 00 01 00      # Remote Stop
            """;

    private static final String READ_MODEL = "54 00 07 00 00 00 00 ff ff 03 00 06 00 10 00 01 01 00 00";

    private static final String MODEL = """
            d4 00 07 00 00 00 00 ff ff 03 00
            14 00 00 00            # 20 bytes, good
            'Q03UDECPU       ' 68 02
            """;

    private final MelsecDissector dissector = new MelsecDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aStopIsCounted() {
        assertThat(dissector.probe(bytes(STOP), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(STOP), observer)).isEqualTo(17);
        assertThat(observer.lines()).containsExactly("request melsec 0x1002");
        assertThat(MelsecDissector.MELSEC.function(0x1002).functionClass().id()).isEqualTo("program");
    }

    @Test
    void theControllerTellsItsModel() {
        dissector.dissect(bytes(READ_MODEL), observer);
        assertThat(dissector.dissect(bytes(MODEL), observer.fromServer())).isEqualTo(33);
        assertThat(observer.lines())
                .containsExactly(
                        "request melsec 0x0101",
                        "answer melsec 0x0101",
                        "identity SENDER vendor Mitsubishi Electric HIGH",
                        "identity SENDER model Q03UDECPU HIGH");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("00 01 00 00 00 06 01 03 00 00 00 02"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(STOP));
        Cuts.survives(dissector, bytes(READ_MODEL));
        Cuts.survives(dissector, bytes(MODEL));
    }
}
