package org.zonewright.traffic.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Writes and calls must be told from reads, refused ones from done ones, and nothing be guessed of what is
/// encrypted.
class OpcUaDissectorTest {
    private static final String OPEN = """
            4f 50 4e 46 84 00 00 00 00 00 00 00                      # OPN, 132 bytes
            2f 00 00 00 68747470 3a2f2f6f 7063666f 756e6461 74696f6e 2e6f7267 2f55412f 53656375
            72697479 506f6c69 6379234e 6f6e65                         # …SecurityPolicy#None
            ff ff ff ff ff ff ff ff                                  # no certificate, no thumbprint
            01 00 00 00 01 00 00 00 01 00 be 01                      # request 1: Open Secure Channel
            00 00 00 00 00 00 00 00 00 00 01 00 00 00                # no token, time, handle
            00 00 00 00 ff ff ff ff 10 27 00 00 00 00 00             # diagnostics, no audit text, 10 s, nothing more
            00 00 00 00 00 00 00 00 01 00 00 00                      # version 0, issue, mode None
            ff ff ff ff 80 ee 36 00                                  # no nonce, an hour
            """;
    private static final String CHANNEL = "01 00 00 00 01 00 00 00 05 00 00 00 07 00 00 00 "; // request 7
    private static final String WRITE = "4d 53 47 46 1c 00 00 00 " + CHANNEL + "01 00 a1 02";
    private static final String ENDPOINTS = """
            4d 53 47 46 aa 00 00 00
            """ + CHANNEL + """
            01 00 af 01                                              # answer to Get Endpoints
            00 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00          # time, handle, good
            00 ff ff ff ff 00 00 00
            01 00 00 00                                              # one endpoint
            0e 00 00 00 6f70632e 7463703a 2f2f706c 6331               # opc.tcp://plc1
            05 00 00 00 75 72 6e 3a 61                               # urn:a
            05 00 00 00 75 72 6e 3a 62                               # urn:b
            02 01 00 00 00 4d                                        # M
            00 00 00 00 ff ff ff ff ff ff ff ff ff ff ff ff          # a server, no gateway, profile, other addresses
            ff ff ff ff                                              # no certificate
            03 00 00 00 05 00 00 00 23 'Best'                        # sign and encrypt, #Best
            02 00 00 00                                              # two kinds of user tokens
            ff ff ff ff 00 00 00 00 ff ff ff ff ff ff ff ff ff ff ff ff  # anonymous
            ff ff ff ff 01 00 00 00 ff ff ff ff ff ff ff ff ff ff ff ff  # user name
            ff ff ff ff 00                                           # no transport named, level 0
            """;

    private static final int OPEN_LENGTH = 132;

    private final OpcUaDissector dissector = new OpcUaDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aChannelNamesItsPolicy() {
        assertThat(dissector.probe(bytes(OPEN), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(OPEN), observer)).isEqualTo(OPEN_LENGTH);
        assertThat(observer.lines())
                .containsExactly(
                        "identity RECEIVER opcua.security-policy None HIGH",
                        "request opcua 446",
                        "identity RECEIVER opcua.security-mode None HIGH");
    }

    @Test
    void aFaultRefusesTheRequestWithItsId() {
        dissector.dissect(bytes(WRITE), observer);
        dissector.dissect(bytes(WRITE.replace("a1 02", "8d 01")), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request opcua 673", "answer opcua 673 refused");
    }

    @Test
    void aWriteOfWhichEveryResultIsBadIsRefused() {
        String answer = "4d 53 47 46 3c 00 00 00 " + CHANNEL
                + "01 00 a4 02 0000000000000000 01000000 00000000 00 ffffffff 00 00 00 02 00 00 00 ";
        dissector.dissect(bytes(answer + "00 00 3b 80 00 00 74 80"), observer.fromServer());
        dissector.dissect(bytes(answer + "00 00 3b 80 00 00 00 00"), observer);
        assertThat(observer.lines()).containsExactly("answer opcua 673 refused", "answer opcua 673");
    }

    @Test
    void aServerSaysWhatItIs() {
        assertThat(dissector.dissect(bytes(ENDPOINTS), observer.fromServer())).isEqualTo(170);
        assertThat(observer.lines())
                .containsExactly(
                        "answer opcua 428",
                        "identity SENDER opcua.endpoint opc.tcp://plc1 HIGH",
                        "identity SENDER opcua.application-uri urn:a HIGH",
                        "identity SENDER opcua.product-uri urn:b HIGH",
                        "identity SENDER opcua.application-name M HIGH",
                        "identity SENDER opcua.offered-security SignAndEncrypt Best HIGH",
                        "identity SENDER opcua.user-token anonymous HIGH",
                        "identity SENDER opcua.user-token user-name HIGH");
    }

    @Test
    void theModeOfASecuredChannelIsSeenFromItsFirstMessage() {
        String secured = OPEN.replace("6f6e65 ", "657721 "); // …SecurityPolicy#New!
        dissector.dissect(bytes(secured.replace("be 01", "12 34")), observer);
        dissector.dissect(bytes(WRITE.replace("a1 02", "12 34")), observer);
        dissector.dissect(bytes(WRITE), observer);
        assertThat(observer.lines()).contains("identity RECEIVER opcua.security-mode SignAndEncrypt MEDIUM");
        RecordingObserver other = new RecordingObserver();
        dissector.dissect(bytes(secured), other);
        dissector.dissect(bytes(WRITE), other);
        assertThat(other.lines()).contains("identity RECEIVER opcua.security-mode Sign MEDIUM");
    }

    @Test
    void theRestOfAMessageIsNotTakenForAnother() {
        dissector.dissect(bytes(WRITE.replace("4d 53 47 46", "4d 53 47 43")), observer);
        dissector.dissect(bytes(WRITE), observer);
        dissector.dissect(bytes(WRITE), observer);
        assertThat(observer.lines()).hasSize(2);
    }

    @Test
    void whatMayBeEncryptedIsNotGuessed() {
        dissector.dissect(bytes(WRITE.replace("a1 02", "12 34")), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void aChunkIsReadWhole() {
        ByteSlice whole = bytes(OPEN);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(dissector.dissect(new ByteSlice().wrap(whole, 0, length), observer))
                    .isEqualTo(Dissector.NEED_MORE);
        }
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        ByteSlice http = bytes("474554202f20485454502f312e310d0a");
        assertThat(dissector.probe(http, observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(http, observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(OPEN));
        HostileInput.survives(dissector, bytes(ENDPOINTS));
        HostileInput.survives(
                dissector, bytes("48454c4624000000 00000000 00000000 00000000 00000000 00000000 04000000 6f70632e"));
    }
}
