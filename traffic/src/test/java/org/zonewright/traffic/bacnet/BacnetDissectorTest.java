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
        dissector.dissect(bytes(NAME.replace("00 1c 01 00", "00 20 01 08 00 0d 01 3d")), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "behind SENDER bacnet.station 13:61 bacnet.station 13:61 HIGH",
                        "request bacnet u0",
                        "behind SENDER bacnet.station 13:61 bacnet.device-instance 123 HIGH",
                        "behind SENDER bacnet.station 13:61 bacnet.vendor-id 36 HIGH",
                        "behind SENDER bacnet.station 13:61 vendor Tridium HIGH",
                        "answer bacnet c12",
                        "behind SENDER bacnet.station 13:61 bacnet.object-type device HIGH",
                        "behind SENDER bacnet.station 13:61 name SimpleSv HIGH");
    }

    @Test
    void anAddressBehindARouterIsWrittenAsItsNetworkDoes() {
        dissector.dissect(bytes("81 0b 00 13 01 08 65 93 06 c0 a8 00 67 ba c0 10 08"), observer);
        dissector.dissect(bytes("81 0b 00 13 01 08 00 02 06 00 a0 f3 01 02 03 10 08"), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "behind SENDER bacnet.station 26003:192.168.0.103:47808 bacnet.station"
                                + " 26003:192.168.0.103:47808 HIGH",
                        "request bacnet u8",
                        "behind SENDER bacnet.station 2:00a0f3010203 bacnet.station 2:00a0f3010203 HIGH",
                        "request bacnet u8");
    }

    @Test
    void iHaveNamesTheDeviceOnlyIfTheObjectIsTheDevice() {
        String rest = "75 08 00 55 6e 6b 6e 6f 77 6e"; // "Unknown"
        dissector.dissect(bytes("81 0b 00 1c 01 00 10 01 c4 02 3f ff ff c4 02 00 00 6c" + rest), observer);
        dissector.dissect(bytes("81 0b 00 1c 01 00 10 01 c4 02 00 00 6c c4 02 00 00 6c" + rest), observer);
        dissector.dissect(bytes("81 0b 00 1c 01 00 10 01 c4 02 00 00 6c c4 00 00 00 01" + rest), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request bacnet u1",
                        "identity SENDER bacnet.device-object-name Unknown HIGH",
                        "request bacnet u1",
                        "identity SENDER name Unknown HIGH",
                        "request bacnet u1");
    }

    @Test
    void routersAndBroadcastManagersTalkOfTheNetwork() {
        dissector.dissect(bytes("81 0b 00 0b 01 80 01 00 0d 00 0e"), observer); // I-Am-Router-To-Network 13 and 14
        dissector.dissect(bytes("81 05 00 06 00 3c"), observer); // Register-Foreign-Device for 60 s
        dissector.dissect(bytes("81 03 00 04"), observer); // a broadcast distribution table, empty
        assertThat(observer.lines())
                .containsExactly(
                        "request bacnet-network n1",
                        "number SENDER bacnet.routes-network 13",
                        "number SENDER bacnet.routes-network 14",
                        "request bacnet-network l5",
                        "answer bacnet-network l2");
    }

    @Test
    void aLineRecordedIntoEthernetFramesIsRead() {
        MstpDissector line = new MstpDissector();
        String whoIs = """
                00 00 80                   # time, unknown
                06 ff 01 00 08 73          # data without reply, to all, from 1, 8 bytes, check
                01 20 ff ff 00 ff 10 08    # Who-Is to all networks
                11 4c                      # check
                """;
        String token = "00 00 80 00 01 72 00 00 84";
        assertThat(line.probe(bytes(token), observer)).isEqualTo(Probe.YES);
        assertThat(line.dissect(bytes(whoIs), observer)).isEqualTo(19);
        assertThat(line.dissect(bytes(token), observer)).isEqualTo(9);
        assertThat(observer.lines()).containsExactly("request bacnet u8");
        HostileInput.survives(line, bytes(whoIs));
    }

    @Test
    void theNameOfTheDeviceObjectIsTheStations() {
        dissector.dissect(bytes(NAME), observer);
        dissector.dissect(bytes(NAME.replace("0c 02 00", "0c 00 00")), observer); // an analog input
        assertThat(observer.lines())
                .containsExactly(
                        "answer bacnet c12",
                        "identity SENDER bacnet.object-type device HIGH",
                        "identity SENDER name SimpleSv HIGH",
                        "answer bacnet c12",
                        "identity SENDER bacnet.object-type analog-input HIGH");
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
