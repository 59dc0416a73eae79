package org.zonewright.traffic.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.RecordingObserver;

/// The switch port that a station hangs on is what a technician needs first, and few sources know it.
class RelayInformationTest {
    private static final MacAddress CLIENT = new MacAddress(0x001b1b000001L);

    private final RecordingObserver observer = new RecordingObserver();

    private void tell(String hex) {
        ByteSlice option = bytes(hex);
        RelayInformation.tell(option, 0, option.length(), CLIENT, observer);
    }

    @Test
    void portAndSwitchAreReadInTheFormsThatAreCommon() {
        tell("01 06 00 04 00 0a 01 07 02 08 00 06 00 1b 1b 00 00 09"); // VLAN 10, module 1, port 7
        tell("01 06 'port-3' 02 04 'sw-1'");
        tell("01 02 ff 07 02 06 00 1b 1b 00 00 09");
        assertThat(observer.lines())
                .containsExactly(
                        "identity 00:1b:1b:00:00:01 neighbour 00:1b:1b:00:00:09 port 1/7 HIGH",
                        "identity 00:1b:1b:00:00:01 neighbour sw-1 port port-3 HIGH",
                        "identity 00:1b:1b:00:00:01 neighbour 00:1b:1b:00:00:09 port ff07 HIGH");
    }

    @Test
    void halfAnAnswerIsNone() {
        tell("01 06 'port-3'");
        tell("02 ff");
        assertThat(observer.lines()).isEmpty();
    }
}
