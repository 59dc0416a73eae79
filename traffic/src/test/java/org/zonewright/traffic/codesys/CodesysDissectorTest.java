package org.zonewright.traffic.codesys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// One runtime under many makers' names: the name service says whose controller it is, and a program must be seen to
/// go.
class CodesysDissectorTest {
    private static final String SEARCH = """
            c5 7c 40 03 00 10 12 34      # header of four words, name service, sender's address of one word
            00 63                        # its address
            00 00                        # up to a multiple of four
            02 c2 00 04 01 00 00 00      # Resolve Address, version 4.0, request 1
            """;

    private static final String FOUND = """
            c5 6b 40 04 00 11            # header of three words, answer; both addresses of one word
            00 63 00 07
            00 00
            80 c2 00 04 01 00 00 00      # Identification, version 4.0, request 1
            04 00 01 00 00 00            # four channels, low byte first, parent's address of no bytes
            05 00 06 00 04 00            # characters of the names
            02 10 00 00 0a 00 01 00      # type 4098, id 65546
            20 10 05 03 00 00 00 00      # version 3.5.16.32, flags
            04 00 05 00                  # serial number, maker's data, driver
            00 00 00 00 00 00 00 00
            w'PLC-7' 00 00
            w'CPX-E1' 00 00
            w'Acme' 00 00
            '4711' 00
            """;

    private static String overTcp(String datagram) {
        int length = bytes(datagram).length() + 8;
        return "00 01 17 e8 " + String.format("%02x %02x 00 00 ", length & 0xff, length >>> 8) + datagram;
    }

    private static String service(String protocol, String group) {
        return """
            c5 6b 40 40 00 11 00 63 00 07 00 00   # channel service
            01 81 05 00 01 00 00 00 00 00 00 00   # first block of a request, channel 5
            10 00 00 00 aa bb cc dd               # 16 bytes, their check
            """ + protocol + "10 00" + group + "44 33 22 11 00 00 00 00"; // session, no content
    }

    private final CodesysDissector dissector = new CodesysDissector();
    private final RecordingObserver udp = new RecordingObserver().ports(Transport.UDP, 1743, 1740);
    private final RecordingObserver tcp = new RecordingObserver().ports(Transport.TCP, 49152, 11740);

    private static final String[] IDENTITY = {
        "answer codesys dg/3",
        "identity SENDER name PLC-7 HIGH",
        "identity SENDER model CPX-E1 HIGH",
        "identity SENDER vendor Acme HIGH",
        "identity SENDER serial 4711 HIGH",
        "identity SENDER firmware 3.5.16.32 HIGH",
        "number SENDER codesys.target-type 4098",
        "number SENDER codesys.target-id 65546"
    };

    @Test
    void aSearchFindsWhoseControllerItIs() {
        assertThat(dissector.probe(bytes(SEARCH), udp)).isEqualTo(Probe.UNSURE);
        dissector.dissect(bytes(SEARCH), udp);
        assertThat(udp.lines()).containsExactly("request codesys dg/3");
        RecordingObserver answers = new RecordingObserver().ports(Transport.UDP, 1740, 1743);
        dissector.dissect(bytes(FOUND), answers);
        assertThat(answers.lines()).containsExactly(IDENTITY);
    }

    @Test
    void theSameIsReadOverTcp() {
        assertThat(dissector.probe(bytes(overTcp(FOUND)), tcp)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(overTcp(FOUND)), tcp))
                .isEqualTo(bytes(FOUND).length() + 8);
        assertThat(tcp.lines()).containsExactly(IDENTITY);
    }

    @Test
    void aServiceOfAChannelHasTheClassOfItsGroup() {
        dissector.dissect(bytes(overTcp(service("55 cd", "02 00 05 00"))), tcp);
        dissector.dissect(bytes(overTcp(service("55 cd", "82 00 05 00"))), tcp.fromServer());
        assertThat(tcp.lines()).containsExactly("request codesys 0x02/0x05", "answer codesys 0x02/0x05");
        assertThat(CodesysDissector.CODESYS.function(0x0205).functionClass().id())
                .isEqualTo("program");
    }

    @Test
    void whatIsEncryptedIsSaidToBe() {
        dissector.dissect(bytes(overTcp(service("57 75", "12 34 56 78"))), tcp);
        assertThat(tcp.lines()).containsExactly("identity RECEIVER codesys.protection encrypted HIGH");
    }

    @Test
    void versionTwoTellsSystemAndProduct() {
        Dissector v2 = new CodesysV2Dissector();
        String answer = "bb bb" + "00".repeat(62) + "'Nucleus PLUS'" + "00".repeat(20) + "'1.15'" + "00".repeat(28)
                + "'3S-Smart Software Solutions'" + "00".repeat(5);
        RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 49152, 2455);
        assertThat(v2.probe(bytes("bb bb 01 00 00 00 01"), observer)).isEqualTo(Probe.UNSURE);
        v2.dissect(bytes("bb bb 01 00 00 00 01"), observer);
        v2.dissect(bytes(answer), observer.fromServer());
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER operating-system Nucleus PLUS 1.15 HIGH",
                        "identity SENDER codesys.product 3S-Smart Software Solutions HIGH");
        Cuts.survives(v2, bytes(answer));
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1' 0d 0a"), tcp)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("12 34 01 00 00 01 00 00 00 00 00 00"), udp))
                .isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(overTcp(FOUND)));
        HostileInput.survives(dissector, bytes(overTcp(service("55 cd", "02 00 05 00"))));
        HostileInput.survives(dissector, bytes(FOUND), Transport.UDP, 1740, 1743);
    }
}
