package org.zonewright.traffic.s7comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;
import org.zonewright.traffic.tpkt.TpktDissector;

/// Newer controllers are written to by S7comm-plus; writes must not hide behind the digest of version 3.
class S7PlusMessagesTest {
    private static final String SESSION = """
            72 01 00 2f                         # version 1
            32 00 00 04 ca 00 00 00 01 36       # answer, Create Object
            82 3f 00 15 1b                      # attribute 319: text of 27 bytes
            31 3b 36 45 53 37 20 32 31 31 2d 31 42 45 33 31 2d 30 58 42 30 20 3b 56 33 2e 30
            72 01 00 00
            """;

    private static final String OPENING = """
            72 01 00 6e
            31 00 00 04 ca 00 00 00 01   # request, Create Object, sequence 1
            00 00 01 20 36               # no session yet
            00 00 01 1d                  # in the container of sessions
            a3 82 28 00 15 08 'HMI USER'
            a3 82 29 00 15 05 'SM@RT'
            a3 82 2a 00 15 18 'DESKTOP-TH87O90_81762375'
            a3 82 2d 00 15 04 'OMS+'
            72 01 00 00
            """;

    private final S7PlusMessages messages = new S7PlusMessages();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aWriteBehindADigestIsCounted() {
        messages.read(bytes("""
                72 03 00 2a
                20 0000000000000000000000000000000000000000000000000000000000000000
                31 00 00 04 f2 00 00 00 06   # request, Set Variable
                """), observer);
        assertThat(observer.lines())
                .containsExactly("request s7comm-plus 0x04f2", "identity RECEIVER s7comm-plus.protection digest HIGH");
    }

    @Test
    void theFirstAnswerNamesOrderNumberAndFirmware() {
        messages.read(bytes(SESSION), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "answer s7comm-plus 0x04ca",
                        "identity SENDER vendor Siemens HIGH",
                        "identity SENDER model 6ES7 211-1BE31-0XB0 HIGH",
                        "identity SENDER firmware V3.0 HIGH",
                        "number SENDER s7comm-plus.version 1");
    }

    @Test
    void theFirstRequestNamesTheStation() {
        messages.read(bytes(OPENING), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request s7comm-plus 0x04ca",
                        "identity SENDER account HMI USER MEDIUM",
                        "identity SENDER s7comm-plus.application SM@RT HIGH",
                        "identity SENDER name DESKTOP-TH87O90 MEDIUM",
                        "identity SENDER s7comm-plus.software OMS+ HIGH");
    }

    @Test
    void aPanelsHostIsNobodysName() {
        messages.read(bytes(OPENING.replace("18 'DESKTOP-TH87O90_81762375'", "08 'HMI HOST'")), observer);
        assertThat(observer.lines()).noneMatch(line -> line.contains("name"));
    }

    @Test
    void aStopIsToldFromAWriteAndFromASubscription() {
        assertThat(nameOfVariableSet("00 00 00 34   01 90 77")).isEqualTo("Set Operating State program");
        assertThat(nameOfVariableSet("70 00 0e 51   01 88 1d")).isEqualTo("Set Subscription Credit read");
        assertThat(nameOfVariableSet("8a 0e 00 01   01 a0 01")).isEqualTo("Set Variable write");
    }

    private static String nameOfVariableSet(String objectAndAttribute) {
        return name(0x04f2, objectAndAttribute);
    }

    private static String name(int function, String data) {
        Function meant = S7PlusMessages.S7COMM_PLUS.function(S7PlusFunctions.variant(function, bytes(data), 0));
        assertThat(meant.code()).isEqualTo(String.format("0x%04x", function));
        return meant.name() + " " + meant.functionClass().id();
    }

    @Test
    void aNewBlockIsToldFromANewSession() {
        assertThat(name(0x04ca, "00 00 00 03 00 04 00")).isEqualTo("Create Program Object program");
        assertThat(name(0x04d4, "8a 0e 00 01 00 04 00")).isEqualTo("Delete Program Object program");
        assertThat(name(0x04ca, "00 00 01 1d 00 04 00")).isEqualTo("Create Object session");
        assertThat(name(0x04d4, "70 00 03 a0 00 04 00")).isEqualTo("Delete Object session");
    }

    @Test
    void aResultBelowZeroRefuses() {
        String stop = "72 02 00 2e 31 00 00 04 f2 00 00 00 05 00 00 03 98 34 00 00 00 34 01 90 77";
        String answer = "72 02 00 10 32 00 00 04 f2 00 00 00 05 34 ";
        messages.read(bytes(stop), observer);
        messages.read(bytes(answer + "00"), observer.fromServer());
        messages.read(bytes(answer + "11"), observer); // 17 is a remark
        messages.read(bytes(answer + "83 ff 6f"), observer); // 0xffef is -17
        messages.read(bytes(answer + "ff ff ff ff ff ff ff ff ef"), observer); // the same in nine bytes
        assertThat(observer.lines())
                .containsSubsequence(
                        "answer s7comm-plus 0x04f2",
                        "answer s7comm-plus 0x04f2",
                        "answer s7comm-plus 0x04f2 refused",
                        "answer s7comm-plus 0x04f2 refused");
    }

    @Test
    void whatIsInsideTlsIsSaidToBe() {
        TpktDissector tpkt = new TpktDissector();
        String record = "03 00 00 0f 02 f0 80   17 03 03 00 03 aa bb cc"; // application data of three bytes
        tpkt.dissect(bytes(record), observer);
        assertThat(observer.lines()).isEmpty();
        tpkt.dissect(bytes("03 00 00 15 02 f0 80   72 01 00 0a 31 00 00 05 b3 00 00 00 01 00"), observer);
        tpkt.dissect(bytes(record), observer);
        tpkt.dissect(bytes(record), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "protocol s7comm-plus",
                        "request s7comm-plus 0x05b3",
                        "identity RECEIVER s7comm-plus.protection tls HIGH");
    }

    @Test
    void theVersionAndProtectionAreToldOnceAFlow() {
        String read = "72 02 00 2e 31 00 00 05 4c 00 00 00 05 00 00 03 98 34 00 00 00 00";
        messages.read(bytes(read), observer);
        messages.read(bytes(read), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request s7comm-plus 0x054c",
                        "identity RECEIVER s7comm-plus.protection none HIGH",
                        "request s7comm-plus 0x054c");
    }

    @Test
    void eventsAreNotRequests() {
        messages.read(bytes("72 fe 00 00 31 00 00 04 f2"), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(new TpktDissector(), bytes("03 00 00 35 02 f0 80" + SESSION));
        HostileInput.survives(new TpktDissector(), bytes("03 00 00 6e 02 f0 80" + OPENING));
    }
}
