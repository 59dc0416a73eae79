package org.zonewright.traffic.profinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Who takes a field device into its control is said once, when the relation is opened.
class ConnectionManagementDissectorTest {
    private static final String OBJECT_AND_INTERFACE = """
            de a0 00 00 6c 97 11 d1 82 71 00 01 00 03 01 5a   # object: device 3 of vendor 0x015a
            de a0 00 01 6c 97 11 d1 82 71 00 a0 24 42 df 7d   # device interface
            """;
    private static final String ACTIVITY = "00112233445566778899aabbccddeeff 00000000 00000001 00000000\n";
    private static final String CONNECT = """
            04 00 20 00 00 00 00 00                           # version 4, request, big endian
            """ + OBJECT_AND_INTERFACE + ACTIVITY + """
            00 00 ff ff ff ff 00 52 00 00 00 00               # Connect
            00 00 10 00 00 00 00 3e 00 00 10 00 00 00 00 00 00 00 00 3e
            01 01 00 3a 01 00                                 # relation request
            00 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01
            00 a0 45 6d d3 43                                 # initiator's MAC address
            de a0 00 00 6c 97 11 d1 82 71 00 01 00 3c 00 b0   # initiator: device 0x3c of vendor 0xb0
            00 00 00 11 02 58 88 92 00 04 70 6c 63 31         # name "plc1"
            """;

    private final ConnectionManagementDissector dissector = new ConnectionManagementDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.UDP, 49155, 34964);

    @Test
    void theInitiatorOfARelationIsNamed() {
        assertThat(dissector.probe(bytes(CONNECT), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(CONNECT), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request profinet-cm 0",
                        "number SENDER profinet.vendor-id 176",
                        "number SENDER profinet.device-id 60",
                        "identity SENDER name plc1 MEDIUM");
    }

    @Test
    void identifiersInLittleEndianAreTheSame() {
        String swapped = "01 00 a0 de 97 6c d1 11 82 71 00 a0 24 42 df 7d";
        String little = CONNECT.replace("04 00 20 00 00", "04 00 20 00 10")
                .replace("de a0 00 01 6c 97 11 d1 82 71 00 a0 24 42 df 7d", swapped)
                .replace("00 00 ff ff ff ff 00 52", "04 00 ff ff ff ff 52 00");
        assertThat(dissector.probe(bytes(little), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(little), observer);
        assertThat(observer.lines()).contains("request profinet-cm 4");
    }

    @Test
    void anAnswerNamesItsSenderByTheObject() {
        dissector.dissect(
                bytes("04 02 20 00 00 00 00 00" + OBJECT_AND_INTERFACE + ACTIVITY
                        + "00 02 ff ff ff ff 00 04 00 00 00 00 de 80 b3 01"),
                observer);
        assertThat(observer.lines())
                .containsExactly(
                        "answer profinet-cm 2 refused",
                        "number SENDER profinet.vendor-id 346",
                        "number SENDER profinet.device-id 3");
    }

    @Test
    void otherRemoteProcedureCallsAreRefused() {
        String other = CONNECT.replace("de a0 00 01", "e1 af 83 08");
        assertThat(dissector.probe(bytes(other), observer)).isEqualTo(Probe.NO);
        assertThat(dissector.dissect(bytes(other), observer)).isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(CONNECT), Transport.UDP, 49155, 34964);
    }
}
