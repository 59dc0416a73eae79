package org.zonewright.traffic.knx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// A light switched and a device programmed are both tunnelled; a building's devices say who they are when searched.
class KnxDissectorTest {
    private static final String SEARCH = "06 10 02 01 00 0e 08 01 c0 a8 58 e7 a1 7f";
    private static final String FOUND = """
            06 10 02 02 00 4e              # search response, 78 bytes
            08 01 c0 a8 01 0a 0e 57        # endpoint 192.168.1.10:3671
            36 01 02 00                    # 54 bytes, device, twisted pair
            11 0a 00 00                    # 1.1.10, no project
            00 fa 00 00 12 34              # serial number
            e0 00 17 0c                    # 224.0.23.12
            00 24 6d 00 12 34              # MAC address
            'IP Router' 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            0a 02 02 01 03 01 04 01 09 01  # services: core, management, tunnels, security
            """;
    private static final String SWITCH = """
            06 10 04 20 00 15              # tunneling, 21 bytes
            04 01 00 00                    # channel 1
            11 00 bc e0 00 00 08 01        # L_Data.req to group 1/0/1
            01 00 81                       # group value write: on
            """;
    private static final String MEMORY = """
            06 10 04 20 00 18
            04 01 01 00
            11 00 b0 60 00 00 11 0a        # to device 1.1.10
            04 42 81 40 00 ff              # numbered, memory write of one byte
            """;

    private final KnxDissector dissector = new KnxDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 41_343, 3671);

    @Test
    void aDeviceTellsWhoItIs() {
        assertThat(dissector.probe(bytes(SEARCH), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(SEARCH), observer);
        assertThat(dissector.dissect(bytes(FOUND), observer.fromServer())).isEqualTo(78);
        assertThat(observer.lines())
                .containsExactly(
                        "request knx 0x0201",
                        "answer knx 0x0201",
                        "identity SENDER name IP Router HIGH",
                        "identity SENDER serial 00fa00001234 HIGH",
                        "identity SENDER knx.address 1.1.10 HIGH",
                        "identity SENDER knx.medium twisted pair HIGH",
                        "identity SENDER knx.mac 00:24:6d:00:12:34 HIGH",
                        "number SENDER knx.secure 1");
    }

    @Test
    void whatIsDoneToTheBusIsCounted() {
        dissector.dissect(bytes(SWITCH), observer);
        dissector.dissect(bytes(MEMORY), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request knx 0x0420", "request knx apci/0x080", "request knx 0x0420", "request knx apci/0x280");
        assertThat(KnxServices.describe(KnxServices.applicationCode(0x081)).functionClass())
                .isEqualTo(FunctionClass.OPERATE);
        assertThat(KnxServices.describe(KnxServices.applicationCode(0x281)).functionClass())
                .isEqualTo(FunctionClass.PROGRAM);
    }

    @Test
    void severalMessagesInOneSegmentAreRead() {
        String two = "06 10 04 23 00 0e 04 01 02 00 06 00 10 87 06 10 04 25 00 0e 04 01 03 00 06 00 10 87";
        assertThat(dissector.probe(bytes(two), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(two), observer)).isEqualTo(14);
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("'M-SEARCH * HTTP/1.1'"), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.probe(bytes("06 10 02 01 00 0f 08 01 c0 a8 58 e7 a1 7f"), observer))
                .isEqualTo(Probe.NO);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(FOUND));
        HostileInput.survives(dissector, bytes(SWITCH));
        HostileInput.survives(dissector, bytes(MEMORY));
    }
}
