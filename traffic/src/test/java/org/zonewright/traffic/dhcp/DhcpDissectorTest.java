package org.zonewright.traffic.dhcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Host names and owners of addresses: what a client says of itself, what a server gives it.
class DhcpDissectorTest {
    private static final String REQUEST = """
            01 01 06 00 00 00 00 01 00 00 00 00  # request, Ethernet
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 1b 1b 00 00 01 00 00 00 00 00 00 00 00 00 00  # client's MAC address
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            63 82 53 63
            35 01 03                             # request
            0c 05 'hmi-1'
            3c 08 'MSFT 5.0'
            37 03 01 03 0f                       # asks for mask, router, domain
            51 0d 04 00 00 05 'hmi-1' 02 'ot'    # full name as labels
            32 04 0a 00 00 05                    # asked for, not owned
            ff
            """;

    private static final String ACK = """
            02 01 06 00 00 00 00 01 00 00 00 00
            00 00 00 00 0a 00 00 05 00 00 00 00 00 00 00 00  # 10.0.0.5 for the client
            00 1b 1b 00 00 01 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
            63 82 53 63
            35 01 05                             # acknowledged
            36 04 0a 00 00 02                    # by 10.0.0.2
            01 04 ff ff ff 00
            03 04 0a 00 00 01
            ff
            """;

    private final DhcpDissector dissector = new DhcpDissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void aClientTellsItsNames() {
        assertThat(dissector.probe(bytes(REQUEST), observer)).isEqualTo(Probe.YES);
        dissector.dissect(bytes(REQUEST), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "request dhcp 3",
                        "identity 00:1b:1b:00:00:01 name hmi-1 HIGH",
                        "identity 00:1b:1b:00:00:01 name hmi-1.ot HIGH",
                        "identity 00:1b:1b:00:00:01 dhcp.vendor-class MSFT 5.0 HIGH",
                        "identity 00:1b:1b:00:00:01 operating-system Windows MEDIUM",
                        "identity 00:1b:1b:00:00:01 dhcp.fingerprint 1,3,15 HIGH");
    }

    @Test
    void anAcknowledgementGivesAddressNetworkAndRouter() {
        dissector.dissect(bytes(ACK), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity 10.0.0.2 announced-role dhcp-server HIGH",
                        "identity 00:1b:1b:00:00:01 owns-address 10.0.0.5 HIGH",
                        "identity 00:1b:1b:00:00:01 network 10.0.0.0/24 HIGH",
                        "identity 00:1b:1b:00:00:01 gateway 10.0.0.1 HIGH");
    }

    @Test
    void otherTrafficOnThePortIsRefused() {
        assertThat(dissector.probe(bytes("'GET /' 20"), observer)).isEqualTo(Probe.NO);
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(REQUEST));
        Cuts.survives(dissector, bytes(ACK));
    }
}
