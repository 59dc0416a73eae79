package org.zonewright.traffic.umas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;
import org.zonewright.traffic.modbus.ModbusDissector;

/// Behind one Modbus function hides all of an engineering station's power: a stop, a new program and a look at the
/// model number must be told apart.
class UmasMessagesTest {
    private static final String READ_ID = """
            00 00 00 00 00 04 00   # transaction 0, 4 bytes follow, unit 0
            5a                     # function 90
            00 02                  # no session, Read Controller Id
            """;

    private static final String ID = """
            00 00 00 00 00 32 00 5a
            00 fe                  # no session, good
            10 ff 5a 01 01 00      # range, id
            00 00 70 02 00 00      # model, version 2.70, patch
            27 00 09 00            # internal version, hardware
            08 00 00 00 00 00
            0e '140 CPU 311 10'
            01 01 01 00 00 00 00 11 00   # one bank of memory
            """;

    private static final String PROJECT = """
            00 03 00 00 00 33 00 5a 00 fe
            02 05 00 00 98 88 01 00 00   02 05 00 00 98 88 01 00 00
            02 0c 3b 0c 0e 01 de 07      02 0c 3b 0c 0e 01 de 07
            08 00 00 00            # version 0.0.8
            08 'Project' 00
            """;

    private static final String RESERVE = """
            00 16 00 00 00 18 00 5a
            00 10                  # Take Reservation
            43 4c 00 00
            0e 'USER-17E74F21B' 00
            """;

    private final Dissector dissector = new ModbusDissector();
    private final RecordingObserver observer = new RecordingObserver();

    private void read(String client, String server) {
        dissector.dissect(bytes(client), observer);
        dissector.dissect(bytes(server), observer.fromServer());
    }

    @Test
    void aControllerTellsModelAndFirmware() {
        read(READ_ID, ID);
        assertThat(observer.lines())
                .containsExactly(
                        "request umas 0x02 unit 0",
                        "request modbus 90 unit 0",
                        "answer umas 0x02 unit 0",
                        "identity SENDER vendor Schneider Electric HIGH",
                        "identity SENDER model 140 CPU 311 10 HIGH",
                        "identity SENDER firmware 2.70 HIGH",
                        "answer modbus 90 unit 0",
                        "number SENDER modbus.unit 0");
    }

    @Test
    void aProjectTellsNameAndVersion() {
        read("00 03 00 00 00 05 00 5a 00 03 00", PROJECT);
        assertThat(observer.lines())
                .contains(
                        "identity SENDER umas.project Project HIGH", "identity SENDER umas.project-version 0.0.8 HIGH");
    }

    @Test
    void anotherPartOfTheProjectIsNotTakenForItsName() {
        read("00 03 00 00 00 05 00 5a 00 03 04", PROJECT);
        assertThat(observer.lines()).noneMatch(line -> line.contains("umas.project"));
    }

    @Test
    void anAnswerToAnotherTransactionIsNotReadAsThisOne() {
        read(READ_ID, PROJECT);
        assertThat(observer.lines()).doesNotContain("answer umas 0x02 unit 0");
    }

    @Test
    void whoReservesAControllerIsNamed() {
        dissector.dissect(bytes(RESERVE), observer);
        assertThat(observer.lines()).contains("request umas 0x10 unit 0", "identity SENDER name USER-17E74F21B MEDIUM");
    }

    @Test
    void aRefusedStopIsARefusal() {
        read("00 05 00 00 00 06 00 5a 12 41 ff 00", "00 05 00 00 00 06 00 5a 12 fd 80 00");
        assertThat(observer.lines())
                .contains("request umas 0x41 unit 0", "answer umas 0x41 unit 0 refused", "answer modbus 90 unit 0");
    }

    @Test
    void aBlockOfAProgramMayBeLongerThanModbusAllows() {
        String block = "00 06 00 00 04 03 00 5a 12 31 00 01 02 00 f6 03"; // 1022 bytes of UMAS; cut
        assertThat(dissector.dissect(bytes(block), observer)).isEqualTo(6 + 0x403);
        assertThat(observer.lines()).containsExactly("request umas 0x31 unit 0", "request modbus 90 unit 0");
        assertThat(dissector.dissect(bytes("00 06 00 00 04 03 00 10 12 31 00 01 02 00"), observer))
                .isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void programsAndStopsHaveTheirClasses() {
        for (int function = 0x30; function <= 0x35; function++) {
            assertThat(UmasMessages.UMAS.function(function).functionClass().id())
                    .isEqualTo("program");
        }
        assertThat(UmasMessages.UMAS.function(0x40).functionClass().id()).isEqualTo("program");
        assertThat(UmasMessages.UMAS.function(0x41).functionClass().id()).isEqualTo("program");
        assertThat(UmasMessages.UMAS.function(0x7f).functionClass().id()).isEqualTo("unknown");
    }

    @Test
    void aTellingAnswerIsAwaitedWhole() {
        dissector.dissect(bytes(READ_ID), observer);
        observer.fromServer();
        int whole = bytes(ID).length();
        for (int length = 0; length < whole; length++) {
            assertThat(dissector.dissect(bytes(ID).wrap(bytes(ID), 0, length), observer))
                    .isEqualTo(Dissector.NEED_MORE);
        }
        assertThat(dissector.dissect(bytes(ID), observer)).isEqualTo(whole);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(READ_ID));
        HostileInput.survives(dissector, bytes(RESERVE));
        HostileInput.survives(dissector, bytes(ID));
        HostileInput.survives(dissector, bytes(PROJECT));
    }
}
