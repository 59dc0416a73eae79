package org.zonewright.traffic.dcerpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// OPC Classic hides behind dynamic ports: the bound interface names it.
class DcerpcDissectorTest {
    private static final String BIND = """
            05 00 0b 03 10 00 00 00 48 00 00 00 01 00 00 00  # bind, 72 bytes
            d0 16 d0 16 00 00 00 00
            01 00 00 00                                      # one context
            00 00 01 00
            4d 3a c1 39 1e 01 d0 11 96 75 00 20 af d8 ad b3  # IOPCServer
            00 00 00 00
            04 5d 88 8a eb 1c c9 11 9f e8 08 00 2b 10 48 60 02 00 00 00
            """;

    private final DcerpcDissector dissector = new DcerpcDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void anOpcInterfaceNamesTheFlow() {
        assertThat(dissector.probe(bytes(BIND), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(BIND), observer)).isEqualTo(72);
        assertThat(observer.lines())
                .containsExactly("protocol opc-da", "identity RECEIVER dcerpc.interface IOPCServer HIGH");
    }

    @Test
    void anotherInterfaceDoesNot() {
        dissector.dissect(
                bytes(BIND.replace("4d 3a c1 39 1e 01 d0 11 96 75", "4d 3a c1 39 1e 01 d0 11 96 74")), observer);
        assertThat(observer.lines())
                .containsExactly("identity RECEIVER dcerpc.interface 39c13a4d-011e-11d0-9674-0020afd8adb3 HIGH");
    }

    @Test
    void otherTrafficIsRefused() {
        assertThat(dissector.probe(bytes("05 64 14 c4 04 00 01 00 aa bb c0 c1 01 3c 02 06"), observer))
                .isEqualTo(Probe.NO); // DNP3
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(BIND));
    }
}
