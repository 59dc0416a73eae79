package org.zonewright.traffic.profinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.HostileInput;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Field devices have names before they have addresses: DCP is where both are said and set.
class ProfinetDissectorTest {
    private static final String IDENTIFIED = """
            fe ff 05 01 00 00 00 01 00 00 00 40  # Identify, success, 64 bytes
            02 02 00 08 00 00 76 61 6c 76 65 37  # name of station "valve7"
            02 01 00 05 00 00 50 4e 53 00        # type of station "PNS", padded
            02 03 00 06 00 00 01 5a 00 03        # vendor 0x015a, device 3
            02 04 00 04 00 00 01 00              # role: device
            01 02 00 0e 00 01 c0 a8 01 02 ff ff ff 00 c0 a8 01 01
            06 01 00 02 00 00                    # device initiative, not read
            """;
    private static final String SET_NAME = """
            fe fd 04 00 00 00 00 02 00 00 00 0c
            02 02 00 08 00 01 76 61 6c 76 65 37  # name of station "valve7", kept
            """;

    private final ProfinetDissector dissector = new ProfinetDissector();
    private final RecordingObserver observer = new RecordingObserver().ports(Transport.ETHERNET, 0, 0);

    @Test
    void anAnswerToIdentifySaysWhoAndWhere() {
        assertThat(dissector.dissect(bytes(IDENTIFIED), observer)).isEqualTo(76);
        assertThat(observer.lines())
                .containsExactly(
                        "protocol profinet-dcp",
                        "answer profinet-dcp 5",
                        "identity SENDER name valve7 HIGH",
                        "identity SENDER profinet.type-of-station PNS HIGH",
                        "number SENDER profinet.vendor-id 346",
                        "number SENDER profinet.device-id 3",
                        "identity SENDER announced-role field-device HIGH",
                        "identity SENDER owns-address 192.168.1.2 HIGH",
                        "identity SENDER network 192.168.1.0/24 HIGH",
                        "identity SENDER gateway 192.168.1.1 HIGH");
    }

    @Test
    void aBlockBeyondTheEndIsReported() {
        dissector.dissect(bytes("fe ff 05 01 00 00 00 01 00 00 00 06 02 02 00 08 00 00"), observer);
        assertThat(observer.lines()).contains("weird block-length 14");
    }

    @Test
    void aNameThatIsSetIsNotTheSendersOwn() {
        dissector.dissect(bytes(SET_NAME), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "protocol profinet-dcp",
                        "request profinet-dcp 4",
                        "identity RECEIVER profinet.asked-to-set name MEDIUM");
    }

    @Test
    void anErrorInTheAnswerToSetRefuses() {
        dissector.dissect(bytes("fe fd 04 01 00 00 00 02 00 00 00 08 05 04 00 03 02 02 03 00"), observer);
        assertThat(observer.lines()).contains("answer profinet-dcp 4 refused");
    }

    @Test
    void aConversationIsNamedAfterItsCyclicData() {
        dissector.dissect(bytes("80 00 01 02 03 04 00 00 35 00"), observer);
        dissector.dissect(bytes(SET_NAME), observer);
        dissector.dissect(bytes("ff 40 00 00"), observer);
        assertThat(observer.lines())
                .filteredOn(line -> line.startsWith("protocol"))
                .containsExactly("protocol profinet-rt");
    }

    @Test
    void cyclicDataHasAClassAndAlarmsCount() {
        dissector.dissect(bytes("80 00 01 02 03 04 00 00 35 00"), observer);
        dissector.dissect(bytes("80 01 01 02 03 04 00 00 35 00"), observer);
        dissector.dissect(bytes("fe 01 00 01 00 02 11 00 00 01"), observer); // data
        dissector.dissect(bytes("fe 01 00 01 00 02 13 00 00 01"), observer); // its acknowledgement
        assertThat(observer.lines())
                .containsExactly(
                        "protocol profinet-rt",
                        "identity SENDER profinet.frame-class rt-class-1 HIGH",
                        "request profinet-rt 0xfe01");
    }

    @Test
    void hostileInputIsSurvived() {
        HostileInput.survives(dissector, bytes(IDENTIFIED));
        HostileInput.survives(dissector, bytes(SET_NAME));
    }
}
