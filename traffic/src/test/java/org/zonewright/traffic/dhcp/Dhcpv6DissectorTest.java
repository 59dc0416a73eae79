package org.zonewright.traffic.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// IPv6 clients name themselves in another shape than IPv4 ones.
class Dhcpv6DissectorTest {
    private static final String REQUEST = """
            03 01 02 03                          # request
            00 01 00 0a 00 03 00 01 00 1b 1b 00 00 01  # client by its MAC address
            00 27 00 07 00 05 'hmi-1'            # full name
            00 10 00 0e 00 00 01 37 00 08 'MSFT 5.0'
            """;

    private static final String REPLY = """
            07 01 02 03                          # reply
            00 01 00 0a 00 03 00 01 00 1b 1b 00 00 01
            00 03 00 28 00 00 00 01 00 00 00 00 00 00 00 00  # association
            00 05 00 18 fd 00 00 00 00 00 00 00 00 00 00 00 00 00 00 05 00 00 00 00 00 00 00 00
            """;

    private final Dhcpv6Dissector dissector = new Dhcpv6Dissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aClientTellsItsName() {
        dissector.dissect(bytes(REQUEST), observer);
        assertThat(observer.lines())
                .containsExactly("identity SENDER name hmi-1 HIGH", "identity SENDER dhcp.vendor-class MSFT 5.0 HIGH");
    }

    @Test
    void aReplyGivesAnAddress() {
        dissector.dissect(bytes(REPLY), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER announced-role dhcp-server HIGH",
                        "identity 00:1b:1b:00:00:01 owns-address fd00::5 MEDIUM");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET / HTTP'"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(REQUEST));
        Cuts.survives(dissector, bytes(REPLY));
    }
}
