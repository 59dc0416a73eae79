package org.zonewright.traffic.dlms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Cutting a customer off and loading firmware are actions like any other on the wire; how the client was
/// authenticated must be told, and its password never.
class DlmsDissectorTest {
    private static final String ASSOCIATE = """
            00 01 00 10 00 01 00 38            # wrapper: client 16, management device 1, 56 bytes
            60 36                              # AARQ
            a1 09 06 07 60 85 74 05 08 01 01   # logical names
            8a 02 07 80
            8b 07 60 85 74 05 08 02 01         # password
            ac 0a 80 08 'topsecrt'
            be 10 04 0e 01 00 00 00 06 5f 1f 04 00 00 7e 1f 04 b0
            """;
    private static final String ACCEPTED = """
            00 01 00 01 00 10 00 1c
            61 1a
            a1 09 06 07 60 85 74 05 08 01 01
            a2 03 02 01 00                     # accepted
            a3 05 a1 03 02 01 00
            88 01 07
            """;
    private static final String CIPHERED_ASSOCIATE = """
            00 01 00 10 00 01 00 19
            60 17
            a1 09 06 07 60 85 74 05 08 01 03   # logical names, ciphered
            a6 0a 04 08 'KAM' 00 00 00 01 02   # system title
            """;
    private static final String DISCONNECT = """
            00 01 00 10 00 01 00 0f
            c3 01 c1                           # action, normal
            00 46 00 00 60 03 0a ff 01         # class 70, 0-0:96.3.10.255, remote disconnect
            01 0f 00
            """;
    private static final String GET_NAME = """
            7e a0 19 03 21 d4 57 5a            # HDLC: to device 1 from client 16, information
            e6 e6 00
            c0 01 c1 00 01 00 00 2a 00 00 ff 02 00
            12 80 7e
            """;
    private static final String NAME = """
            7e a0 22 21 03 fc fa dd
            e6 e7 00
            c4 01 c1 00                        # get response, normal, data
            09 10 'GRX0000000123456'
            8c 86 7e
            """;

    private final DlmsDissector dissector = new DlmsDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 40_000, 4059);

    @Test
    void howTheClientWasAuthenticatedIsToldAndThePasswordIsNot() {
        assertThat(dissector.probe(bytes(ASSOCIATE), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(ASSOCIATE), observer)).isEqualTo(64);
        dissector.dissect(bytes(ACCEPTED), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "number RECEIVER dlms.logical-device 1",
                        "request dlms 0x60",
                        "number SENDER dlms.logical-device 1",
                        "answer dlms 0x60",
                        "identity SENDER dlms.authentication password HIGH",
                        "identity SENDER dlms.application-context logical names HIGH");
    }

    @Test
    void aSystemTitleNamesTheMaker() {
        dissector.dissect(bytes(CIPHERED_ASSOCIATE), observer);
        assertThat(observer.lines())
                .contains(
                        "identity SENDER dlms.system-title 4b414d0000000102 HIGH",
                        "identity SENDER dlms.flag-id KAM HIGH");
    }

    @Test
    void cuttingOffIsAnOperation() {
        dissector.dissect(bytes(DISCONNECT), observer);
        dissector.dissect(bytes("00 01 00 01 00 10 00 04 c7 01 c1 03"), observer.fromServer());
        assertThat(observer.lines()).contains("request dlms 0xc3/70", "answer dlms 0xc3/70 refused");
        assertThat(DlmsServices.describe(DlmsServices.on(DlmsServices.ACTION, 70))
                        .functionClass()
                        .id())
                .isEqualTo("operate");
        assertThat(DlmsServices.describe(DlmsServices.on(DlmsServices.ACTION, 18))
                        .functionClass()
                        .id())
                .isEqualTo("program");
        assertThat(DlmsServices.describe(DlmsServices.on(DlmsServices.SET, 8))
                        .functionClass()
                        .id())
                .isEqualTo("time");
    }

    @Test
    void theLogicalDeviceNameIsReadFromHdlcFrames() {
        assertThat(dissector.probe(bytes(GET_NAME), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(GET_NAME), observer)).isEqualTo(27);
        assertThat(dissector.dissect(bytes(NAME), observer.fromServer())).isEqualTo(36);
        assertThat(observer.lines())
                .containsExactly("request dlms 0xc0", "answer dlms 0xc0", "identity SENDER name GRX0000000123456 HIGH");
    }

    @Test
    void aLinkIsOpened() {
        dissector.dissect(bytes("7e a0 07 03 21 93 0f 01 7e"), observer);
        dissector.dissect(bytes("7e a0 07 21 03 73 73 98 7e"), observer.fromServer());
        assertThat(observer.lines()).containsExactly("request dlms snrm", "answer dlms snrm");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("00 01 00 00 00 06 01 03 00 00 00 02"), observer))
                .isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes(GET_NAME.replace("12 80", "12 81")), observer))
                .isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes("7e ff 03 c0 21 01 01 00 04 7e"), observer))
                .isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(ASSOCIATE));
        HostileInput.survives(dissector, bytes(ACCEPTED));
        HostileInput.survives(dissector, bytes(DISCONNECT));
        HostileInput.survives(dissector, bytes(GET_NAME));
        HostileInput.survives(dissector, bytes(NAME));
    }
}
