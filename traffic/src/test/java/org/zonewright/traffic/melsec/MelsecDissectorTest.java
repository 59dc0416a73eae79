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

    private static final String STOP_IN_ASCII = """
            '5000'          # 3E
            '00FF03FF00'    # own processor
            '0010' '0010'   # 16 characters, timer
            '1002' '0000'   # Remote Stop
            '0001'
            """;

    private static final String MODEL_IN_ASCII = """
            'D400' '0007' '0000'   # 4E, serial 7
            '00FF03FF00'
            '0018' '0000'          # 24 characters, good
            'R04CPU          '
            '4800'
            """;

    private static final String STOP_IN_1E = "14 ff 10 00"; // own controller, timer
    private static final String FOUND = """
            d7 00 13 00 00 11 11 07 00 00 00 e4 03 00 ff ff 03 00 00 38 00
            9c 00 0c 08 00 00 00 00 06 04 00 00 00 00
            01 01 01 00 00 00
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
    void aStopInAsciiIsCounted() {
        assertThat(dissector.probe(bytes(STOP_IN_ASCII), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(STOP_IN_ASCII), observer)).isEqualTo(34);
        assertThat(observer.lines()).containsExactly("request melsec 0x1002");
    }

    @Test
    void aModelInAsciiIsTold() {
        dissector.dissect(bytes("'540000070000' '00FF03FF00' '000C' '0010' '0101' '0000'"), observer);
        assertThat(dissector.dissect(bytes(MODEL_IN_ASCII), observer.fromServer()))
                .isEqualTo(50);
        assertThat(observer.lines()).contains("answer melsec 0x0101", "identity SENDER model R04CPU HIGH");
    }

    @Test
    void theOldestFramesAreReadWhereAPortSpeaksForThem() {
        assertThat(dissector.probe(bytes(STOP_IN_1E), observer)).isEqualTo(Probe.UNSURE);
        dissector.dissect(bytes(STOP_IN_1E), observer);
        dissector.dissect(bytes("94 5b 10"), observer.fromServer());
        dissector.dissect(bytes("'01FF000A4420000000640A00'"), observer); // D100, ten words, in ASCII
        dissector.dissect(bytes("'8100' '0001'"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request melsec 1e:0x14",
                        "answer melsec 1e:0x14 refused",
                        "request melsec 1e:0x01",
                        "answer melsec 1e:0x01");
        assertThat(MelsecDissector.MELSEC.function(0x14).functionClass().id()).isEqualTo("program");
    }

    @Test
    void theEngineeringToolsSearchFindsTheModel() {
        assertThat(dissector.probe(bytes(FOUND), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(FOUND), observer.fromServer())).isEqualTo(59);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER vendor Mitsubishi Electric HIGH", "identity SENDER model Q03UDECPU HIGH");
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
        Cuts.survives(dissector, bytes(STOP_IN_ASCII));
        Cuts.survives(dissector, bytes(MODEL_IN_ASCII));
        Cuts.survives(dissector, bytes(STOP_IN_1E));
        Cuts.survives(dissector, bytes(FOUND));
    }
}
