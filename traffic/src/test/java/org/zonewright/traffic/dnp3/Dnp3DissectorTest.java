package org.zonewright.traffic.dnp3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Commands to switchgear stand among checks every 16 bytes; a refused command must not read as a done one, and
/// setting the clock not as a write to the process.
class Dnp3DissectorTest {
    private static final String SELECT = """
            05 64 1a c4 0a 00 01 00 8a 1c    # 1 to 10, user data
            c0 c3 03                         # first and last segment, sequence 3, Select
            0c 01 28 01 00 07 00             # relay output block, index 7
            03 01 64 00 00 00 ab bb          # latch on, once, 100 ms; check
            64 00 00 00 00 00 5b             # 100 ms, status 0; check
            """;
    private static final String SELECT_REFUSED = """
            05 64 1c 44 01 00 0a 00 76 36
            c0 c3 81 00 00 0c 01 28 01 00 07 00 03 01 64 00 84 1a
            00 00 64 00 00 00 04 78 82       # status 4: control not supported
            """;
    private static final String SELECT_DONE = """
            05 64 1c 44 01 00 0a 00 76 36
            c0 c3 81 00 00 0c 01 28 01 00 07 00 03 01 64 00 84 1a
            00 00 64 00 00 00 00 00 5b
            """;
    private static final String UNSOLICITED = "05 64 0a 44 01 00 0a 00 6e 25 c1 f5 82 00 00 81 5b";

    private final Dnp3Dissector dissector = new Dnp3Dissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aCommandIsCountedWithBothAddresses() {
        assertThat(dissector.probe(bytes(SELECT), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(SELECT), observer)).isEqualTo(35);
        assertThat(observer.lines())
                .containsExactly("number SENDER dnp3.address 1", "number RECEIVER dnp3.address 10", "request dnp3 3");
    }

    @Test
    void theStatusOfACommandRefusesIt() {
        dissector.dissect(bytes(SELECT), observer);
        dissector.dissect(bytes(SELECT_REFUSED), observer);
        dissector.dissect(bytes(SELECT), observer);
        dissector.dissect(bytes(SELECT_DONE), observer);
        assertThat(observer.lines()).containsSubsequence("answer dnp3 3 refused", "answer dnp3 3");
    }

    @Test
    void internalIndicationsRefuse() {
        dissector.dissect(bytes("0564 0b c4 0a00 0100 acd1 c1 c4 01 3c0206 abd9"), observer); // Read class 1
        dissector.dissect(bytes("0564 0a 44 0100 0a00 6e25 c1 c4 81 0002 0d7b"), observer); // object unknown
        assertThat(observer.lines()).contains("request dnp3 1", "answer dnp3 1 refused");
    }

    @Test
    void anUnsolicitedResponseAnswersNothing() {
        dissector.dissect(bytes(SELECT), observer);
        dissector.dissect(bytes(UNSOLICITED), observer);
        assertThat(observer.lines()).noneMatch(line -> line.startsWith("answer"));
    }

    @Test
    void settingTheClockIsNotAWriteToTheProcess() {
        assertThat(Dnp3Dissector.DNP3.function(Dnp3Functions.written(50)).functionClass())
                .isEqualTo(FunctionClass.TIME);
        dissector.dissect(bytes("0564 12 c4 0a00 0100 5686 c1 c5 02 320107 01 112233445566 efe6"), observer);
        assertThat(observer.lines()).contains("request dnp3 2");
    }

    @Test
    void anOutstationTellsWhoItIs() {
        dissector.dissect(bytes("""
                        05 64 43 44 01 00 0a 00 28 a4
                        c0 c3 81 00 00               # response
                        00 fc 00 00 00 01 04 'Acme'  # group 0, variation 252, point 0, visible string
                        66 40                        # check
                        00 fa 00 00 00 01 05 'RTU 7'
                        00 f2 00 00 bf 23            # check inside the next object
                        00 01 04 '2.10'
                        00 f8 00 00 00 01 04 'A1' e5 ba '23'
                        00 f7 00 00 00 01 05 'North' 7b 47
                        """), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "number SENDER dnp3.address 10",
                        "number RECEIVER dnp3.address 1",
                        "identity SENDER vendor Acme HIGH",
                        "identity SENDER model RTU 7 HIGH",
                        "identity SENDER firmware 2.10 HIGH",
                        "identity SENDER serial A123 HIGH",
                        "identity SENDER name North HIGH");
    }

    @Test
    void secureAuthenticationIsSeen() {
        dissector.dissect(bytes("""
                        05 64 18 44 01 00 0a 00 18 7b
                        c0 c4 83 00 00 78 01 5b 01 08 00 01 02 03 04 05  # authentication response: challenge
                        94 ac 06 07 08 87 d2
                        """), observer);
        assertThat(observer.lines()).contains("number SENDER dnp3.secure-authentication 1");
        dissector.dissect(bytes(SELECT), observer);
        assertThat(observer.lines())
                .filteredOn(line -> line.contains("authentication"))
                .hasSize(1);
    }

    @Test
    void aWrongCheckIsReported() {
        dissector.dissect(bytes(SELECT.replace("00 5b", "00 5c")), observer);
        assertThat(observer.lines()).contains("weird check 28", "request dnp3 3");
        assertThat(dissector.probe(bytes(SELECT.replace("8a 1c", "8a 1d")), observer))
                .isEqualTo(Probe.UNSURE);
    }

    @Test
    void aFrameIsReadWhole() {
        ByteSlice whole = bytes(SELECT);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), observer))
                    .isEqualTo(Dissector.NEED_MORE);
        }
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice http = bytes("474554202f20485454502f312e310d0a");
        assertThat(dissector.probe(http, observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(http, observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(SELECT));
        HostileInput.survives(dissector, bytes(SELECT_REFUSED), Transport.UDP, 20000, 20000);
        HostileInput.survives(dissector, bytes(UNSOLICITED));
    }
}
