package org.zonewright.traffic.gesrtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// One byte deep in a header tells a read from a stop; and several requests may wait for their answers at once.
class GeSrtpDissectorTest {
    private static final String UP_TO_SEQUENCE =
            "00 00 00 01 00 00 00 00 00 00 00 01" + "00".repeat(12); // bytes 6 to 29

    /// A request without text: message and mailbox sequence, service and its first data byte.
    private static String request(String sequence, String service) {
        return "02 00 " + sequence + " 00 00 00" // request, no text
                + UP_TO_SEQUENCE
                + sequence + " c0" // mailbox sequence, request
                + "00 00 00 00 10 0e 00 00" // from nobody to slot 1, task 14
                + "01 01" // packet 1 of 1
                + service + "00".repeat(13);
    }

    private static String answer(String sequence, String type, String status, String textLength, String text) {
        return "03 00 " + sequence + " 00 " + textLength + UP_TO_SEQUENCE + sequence + type + "10 0e 00 00 00 34 00 00"
                + "01 01" + status + "00 00 00 00 00 00" + "ff 02 33 00 1c 00" // status of the controller
                + text;
    }

    private static final String LONG_WRITE = """
            02 00 09 00 04 00                                # a text of 4 bytes
            00 00 00 02 00 00 00 00 00 00 00 02 00 00 00 00 00 00 00 00 00 00 00 00
            09 80                                            # request with text
            00 00 00 00 10 0e 00 00
            01 01 04 00 00 00 00 00                          # length of the text
            01 01 07 08 31 00 02 00                          # Write System Memory, registers
            01 02 03 04
            """;

    private final GeSrtpDissector dissector = new GeSrtpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void requestsUnderWayAreMatchedWithTheirAnswers() {
        assertThat(bytes(request("03", "23")).length()).isEqualTo(56);
        assertThat(dissector.probe(bytes(request("03", "23")), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(request("03", "23")), observer)).isEqualTo(56);
        dissector.dissect(bytes(request("04", "04")), observer);
        observer.fromServer();
        dissector.dissect(bytes(answer("03", "d1", "05 f1", "00 00", "")), observer);
        dissector.dissect(bytes(answer("04", "d4", "00 00", "00 00", "")), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request ge-srtp 0x23",
                        "request ge-srtp 0x04",
                        "answer ge-srtp 0x23 refused",
                        "answer ge-srtp 0x04");
        assertThat(GeSrtpDissector.GE_SRTP.function(0x23).functionClass().id()).isEqualTo("program");
    }

    @Test
    void aRequestWithATextHasItsServiceElsewhere() {
        assertThat(dissector.probe(bytes(LONG_WRITE), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(LONG_WRITE), observer)).isEqualTo(60);
        assertThat(observer.lines()).containsExactly("request ge-srtp 0x07");
    }

    @Test
    void aControllerTellsItsId() {
        String id = answer("13", "94", "0c 00", "0c 00", "'PUMP7' 00 00 00 03 24 01 00");
        dissector.dissect(bytes(request("13", "43")), observer);
        assertThat(dissector.dissect(bytes(id), observer.fromServer())).isEqualTo(68);
        assertThat(observer.lines())
                .containsExactly(
                        "request ge-srtp 0x43",
                        "answer ge-srtp 0x43",
                        "identity SENDER ge-srtp.controller-id PUMP7 MEDIUM",
                        "number SENDER ge-srtp.major-type 3",
                        "number SENDER ge-srtp.minor-type 36");
    }

    @Test
    void theConnectionIsOpenedByZeros() {
        ByteSlice connect = bytes("00".repeat(56));
        assertThat(dissector.probe(connect, observer)).isEqualTo(Probe.UNSURE);
        dissector.dissect(connect, observer);
        dissector.dissect(bytes("01" + "00".repeat(55)), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request ge-srtp connect", "answer ge-srtp connect");
    }

    @Test
    void everyCutAsksForMoreOrSkipsTheRest() {
        ByteSlice whole = bytes(LONG_WRITE);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), observer))
                    .isIn(Dissector.NEED_MORE, whole.length());
        }
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(
                        bytes("'GET /index.html HTTP/1.1' 0d 0a 'Host: controller-number-7.example.org' 0d 0a"),
                        observer))
                .isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("00 01 00 00 00 06 01 03 00 00 00 02"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(LONG_WRITE));
        HostileInput.survives(dissector, bytes(request("13", "43")));
        HostileInput.survives(dissector, bytes(answer("13", "94", "0c 00", "0c 00", "'PUMP7' 00 00 00 03 24 01 00")));
    }
}
