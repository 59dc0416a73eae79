package org.zonewright.traffic.cdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Switches that speak no LLDP are known by this: name, platform, version and address must be read whole.
class CdpDissectorTest {
    private static final String FRAME = """
            02 b4 00 00                       # version 2, 180 s, checksum
            00 01 00 08 'SW-1'           # device id "SW-1"
            00 02 00 11 00 00 00 01           # one address:
            01 01 cc 00 04 0a 00 00 fd        #   IPv4 10.0.0.253
            00 03 00 07 'Fa1'              # port "Fa1"
            00 04 00 08 00 00 00 28           # switch, IGMP
            00 05 00 15 'Version 12.1, fc1'
            00 06 00 0f 'cisco WS-C2'
            """;

    private final CdpDissector dissector = new CdpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aSwitchTellsWhoItIs() {
        dissector.dissect(bytes(FRAME), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER name SW-1 HIGH",
                        "identity SENDER owns-address 10.0.0.253 HIGH",
                        "identity SENDER cdp.port Fa1 HIGH",
                        "identity SENDER announced-role switch HIGH",
                        "identity SENDER description Version 12.1, fc1 HIGH",
                        "identity SENDER firmware 12.1 HIGH",
                        "identity SENDER model cisco WS-C2 HIGH",
                        "identity SENDER vendor Cisco HIGH");
    }

    @Test
    void aFieldShorterThanItsHeaderEndsTheReading() {
        assertThat(dissector.dissect(bytes("02 b4 00 00 00 01 00 03"), observer))
                .isEqualTo(Dissector.MALFORMED);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(FRAME));
    }
}
