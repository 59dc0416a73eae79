package org.zonewright.traffic.hartip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A transmitter's range can be changed from the office through a gateway: commands count, and whose they are.
class HartIpDissectorTest {
    private static final String INITIATE = """
            01 00 00 00 00 01 00 0d  # version 1, request, session initiate, 13 bytes
            01 00 09 27 c0           # primary host, 600 seconds
            """;
    private static final String IDENTIFY = """
            01 00 03 00 00 02 00 0d  # token-passing, 13 bytes
            02 80 00 00 82           # request to polling address 0, command 0; check
            """;
    private static final String IDENTIFIED = """
            01 01 03 00 00 02 00 25  # 37 bytes
            06 80 00 18 00 00        # response, 24 bytes, good, device good
            fe f9 fd 05 07 02 32 4e 00 95 26 6f   # HART 7, device 2, software 50, hardware 9, id
            05 03 00 0a 00 00 26 00 26 41         # maker 0x0026
            00                       # check
            """;
    private static final String RANGE = """
            01 00 03 00 00 03 00 1a
            82 26 95 eb 27 b8        # request to a device behind
            23 09 0c 42 c8 00 00 00 00 00 00  # command 35, 9 bytes: unit, upper, lower
            00
            """;
    private static final String TAG = """
            01 01 03 00 00 04 00 28
            86 a6 95 eb 27 b8        # response of that device
            0d 17 00 00              # command 13, 23 bytes
            41 4b 71 c3 18 20        # eight characters of six bits
            82 08 20 82 08 20 82 08 20 82 08 20  # descriptor: spaces
            01 01 78 00
            """;
    private static final String DIRECT = """
            02 00 04 00 00 05 00 0e  # version 2, direct
            00 00 00 2a 01 00        # status; command 42, one byte
            """;

    private final HartIpDissector dissector = new HartIpDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.TCP, 40_000, 5094);

    @Test
    void aSessionIsRecognisedOnItsPort() {
        assertThat(dissector.probe(bytes(INITIATE), observer)).isEqualTo(Probe.UNSURE);
        assertThat(dissector.dissect(bytes(INITIATE), observer)).isEqualTo(13);
        assertThat(observer.lines()).containsExactly("request hart-ip 0");
    }

    @Test
    void theGatewayTellsWhoItIs() {
        dissector.dissect(bytes(IDENTIFY), observer);
        assertThat(dissector.dissect(bytes(IDENTIFIED), observer.fromServer())).isEqualTo(37);
        assertThat(observer.lines())
                .containsExactly(
                        "request hart 0",
                        "answer hart 0",
                        "identity SENDER vendor Rosemount HIGH",
                        "number SENDER hart.manufacturer-id 38",
                        "identity SENDER hart.device-type 0xf9fd HIGH",
                        "number SENDER hart.device-id 9774703",
                        "identity SENDER serial 9774703 MEDIUM",
                        "number SENDER hart.device-revision 2",
                        "number SENDER hart.universal-revision 7",
                        "identity SENDER firmware 50 HIGH",
                        "identity SENDER hardware 9 HIGH");
    }

    @Test
    void aDeviceBehindTheGatewayIsNotTheGateway() {
        dissector.dissect(bytes(IDENTIFY), observer);
        dissector.dissect(bytes(IDENTIFIED), observer.fromServer());
        observer.lines().clear();
        dissector.dissect(bytes(TAG), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "answer hart 13", "identity SENDER hart.device-tag type 0x2695 id 15411128: PT-101 HIGH");
    }

    @Test
    void writesAreToldFromReads() {
        dissector.dissect(bytes(RANGE), observer);
        dissector.dissect(bytes(DIRECT), observer);
        assertThat(observer.lines()).containsExactly("request hart 35", "request hart 42");
        assertThat(HartCommands.describe(35).functionClass().id()).isEqualTo("configure");
        assertThat(HartCommands.describe(42).functionClass().id()).isEqualTo("operate");
        assertThat(HartCommands.describe(200).functionClass().id()).isEqualTo("unknown");
    }

    @Test
    void aCommandSentOnCountsToo() {
        dissector.dissect(bytes("""
                        01 00 03 00 00 06 00 20
                        82 26 95 eb 27 b8 4d 0f      # command 77, 15 bytes
                        01 02 05                     # card, channel, preambles
                        82 11 22 33 44 55 06 01 07   # to a sub-device: command 6, polling address 7
                        00 00 00
                        00
                        """), observer);
        assertThat(observer.lines()).containsExactly("request hart 77", "request hart 6");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP/1.1 Host: a'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("00 01 00 00 00 06 01 03 00 00 00 02"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(INITIATE));
        HostileInput.survives(dissector, bytes(IDENTIFIED));
        HostileInput.survives(dissector, bytes(TAG));
        HostileInput.survives(dissector, bytes(DIRECT));
    }
}
