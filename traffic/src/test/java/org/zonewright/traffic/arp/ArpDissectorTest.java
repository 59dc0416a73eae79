package org.zonewright.traffic.arp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Who owns an address is what assets are built on: a probe or a broken message must not claim one.
class ArpDissectorTest {
    private static final String REQUEST = """
            00 01 08 00 06 04  # Ethernet, IPv4, 6 and 4 bytes
            00 01              # request
            00 1b 1b 00 00 01  # sender
            0a 00 00 05        # 10.0.0.5
            00 00 00 00 00 00
            0a 00 00 06
            """;

    private final ArpDissector dissector = new ArpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void theSenderOwnsItsAddressAndSaysSoOnce() {
        assertThat(dissector.dissect(bytes(REQUEST), observer)).isEqualTo(28);
        dissector.dissect(bytes(REQUEST), observer);
        assertThat(observer.lines()).containsExactly("identity 00:1b:1b:00:00:01 owns-address 10.0.0.5 HIGH");
    }

    @Test
    void bothSidesOfAFlowAreRemembered() {
        dissector.dissect(bytes(REQUEST), observer);
        ByteSlice answer =
                bytes(REQUEST.replace("00 01              #", "00 02 #").replace("0a 00 00 05", "0a 00 00 06"));
        dissector.dissect(answer, observer.fromServer());
        dissector.dissect(answer, observer);
        assertThat(observer.lines()).hasSize(2);
    }

    @Test
    void aProbeClaimsNothing() {
        dissector.dissect(bytes(REQUEST.replace("0a 00 00 05", "00 00 00 00")), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void otherHardwareIsPassedOver() {
        assertThat(dissector.dissect(bytes("00 13 08 00 08 04 00 01"), observer))
                .isEqualTo(8);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(REQUEST));
    }
}
