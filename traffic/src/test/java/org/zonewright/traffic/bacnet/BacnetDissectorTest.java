package org.zonewright.traffic.bacnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Buildings hide many stations behind one address: what a router or a forwarder passes on must not be taken for its
/// own identity.
class BacnetDissectorTest {
    private static final String I_AM = "10 00 c4 02 00 00 7b 22 05 c4 91 03 21 24"; // device 123 of vendor 36
    private static final String NAME = """
            81 0a 00 1c 01 00          # unicast, network version 1
            30 05 0c                   # complex acknowledgement of Read Property
            0c 02 00 00 7b 19 4d       # device 123, object name
            3e 75 09 00 53 69 6d 70 6c 65 53 76 3f  # "SimpleSv"
            """;

    private final BacnetDissector dissector = new BacnetDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 47808, 47808);

    @Test
    void iAmNamesTheSender() {
        String message = "81 0b 00 18 01 20 ff ff 00 ff" + I_AM;
        assertThat(dissector.probe(bytes(message), observer)).isEqualTo(Probe.YES);
        assertThat(dissector.dissect(bytes(message), observer)).isEqualTo(24);
        assertThat(observer.lines())
                .containsExactly(
                        "request bacnet u0",
                        "number SENDER bacnet.device-instance 123",
                        "number SENDER bacnet.vendor-id 36",
                        "identity SENDER vendor Tridium HIGH");
    }

    @Test
    void aForwardedMessageNamesItsOrigin() {
        dissector.dissect(bytes("81 04 00 1a c0 a8 00 69 ba c0 01 00" + I_AM), observer);
        assertThat(observer.lines())
                .contains(
                        "number SENDER bacnet.forwarded-device-instance 123",
                        "identity 192.168.0.105 bacnet.device-instance 123 MEDIUM");
    }

    @Test
    void aStationBehindARouterIsNotTheRouter() {
        dissector.dissect(bytes("81 0b 00 18 01 08 00 0d 01 3d" + I_AM), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request bacnet u0",
                        "number SENDER bacnet.routed-device-instance 123",
                        "number SENDER bacnet.routed-vendor-id 36");
    }

    @Test
    void theNameOfTheDeviceObjectIsTheStations() {
        dissector.dissect(bytes(NAME), observer);
        dissector.dissect(bytes(NAME.replace("0c 02 00", "0c 00 00")), observer); // an analog input
        assertThat(observer.lines())
                .containsExactly("answer bacnet c12", "identity SENDER name SimpleSv HIGH", "answer bacnet c12");
    }

    @Test
    void anAbortRefusesTheRequestWithItsInvokeId() {
        dissector.dissect(bytes("81 0a 00 0a 01 04 00 05 07 0f"), observer); // Write Property
        dissector.dissect(bytes("81 0a 00 09 01 00 71 07 04"), observer);
        assertThat(observer.lines()).containsExactly("request bacnet c15", "answer bacnet c15 refused");
    }

    @Test
    void framesWithoutIpBeginWithTheNetworkHeader() {
        BacnetEthernetDissector ethernet = new BacnetEthernetDissector();
        assertThat(ethernet.dissect(bytes("01 20 ff ff 00 ff 10 08"), observer)).isEqualTo(8);
        assertThat(observer.lines()).containsExactly("request bacnet u8");
        HostileInput.survives(ethernet, bytes("01 08 00 0d 01 3d" + I_AM));
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("474554202f20485454502f312e310d0a"), observer))
                .isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes("474554202f20485454502f312e310d0a"), observer))
                .isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(NAME), Transport.UDP, 47808, 47808);
        HostileInput.survives(
                dissector, bytes("81 04 00 1a c0 a8 00 69 ba c0 01 00" + I_AM), Transport.UDP, 47808, 47808);
    }
}
