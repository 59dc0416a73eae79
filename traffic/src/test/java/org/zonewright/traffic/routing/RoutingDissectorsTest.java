package org.zonewright.traffic.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.RecordingObserver;

/// Routers join networks, and drawings rest on knowing them.
class RoutingDissectorsTest {
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void anOspfHelloTellsTheNetwork() {
        Dissector dissector = new OspfDissector();
        ByteSlice hello = bytes("""
                02 01 00 2c 0a 00 00 01 00 00 00 00 00 00 00 00  # version 2, hello
                00 00 00 00 00 00 00 00
                ff ff ff 00                                      # mask
                00 0a 02 01 00 00 00 28
                """);
        dissector.dissect(hello, observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER announced-role router HIGH",
                        "identity SENDER ospf.router-id 10.0.0.1 HIGH",
                        "identity SENDER network 10.0.0.0/24 HIGH");
        Cuts.survives(dissector, hello);
    }

    @Test
    void redundantRoutersShareAnAddress() {
        Dissector dissector = new VrrpDissector();
        ByteSlice vrrp = bytes("21 01 64 01 00 01 00 00 0a 00 00 fe 00 00 00 00 00 00 00 00");
        dissector.dissect(vrrp, observer);
        assertThat(observer.lines()).contains("identity SENDER router.virtual-address 10.0.0.254 HIGH");
        Cuts.survives(dissector, vrrp);
    }

    @Test
    void hsrpIsTakenOnlyBetweenItsOwnPorts() {
        Dissector dissector = new HsrpDissector();
        ByteSlice hello = bytes("00 00 10 03 0a 64 01 00 63 69 73 63 6f 00 00 00 0a 00 00 fe");
        assertThat(dissector.probe(hello, observer.ports(Transport.UDP, 40_000, 1985)))
                .isEqualTo(Probe.NO);
        assertThat(dissector.probe(hello, observer.ports(Transport.UDP, 1985, 1985)))
                .isEqualTo(Probe.UNSURE);
        dissector.dissect(hello, observer);
        assertThat(observer.lines()).contains("identity SENDER router.virtual-address 10.0.0.254 HIGH");
        Cuts.survives(dissector, hello);
    }

    @Test
    void anHsrpAdvertisementIsShorterAndTellsNothing() {
        ByteSlice advertise = bytes("00 03 00 01 00 0a 02 00 00 00 00 00 00 00");
        assertThat(new HsrpDissector().dissect(advertise, observer.ports(Transport.UDP, 1985, 1985)))
                .isEqualTo(14);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void ripAnswersComeFromARouter() {
        Dissector dissector = new RipDissector();
        ByteSlice response = bytes("02 02 00 00  00 02 00 00 0a 01 00 00 ff ff 00 00 00 00 00 00 00 00 00 01");
        dissector.dissect(response, observer.ports(Transport.UDP, 520, 520));
        assertThat(observer.lines()).containsExactly("identity SENDER announced-role router HIGH");
        assertThat(dissector.probe(bytes("47 45 54 20 2f"), observer)).isEqualTo(Probe.NO);
        Cuts.survives(dissector, response);
    }

    @Test
    void onlyHellosMakeARouter() {
        Dissector pim = RouterHelloDissector.pim();
        pim.dissect(bytes("23 00 00 00"), observer); // join or prune
        assertThat(observer.lines()).isEmpty();
        pim.dissect(bytes("20 00 00 00"), observer);
        RouterHelloDissector.eigrp().dissect(bytes("02 05 00 00"), new RecordingObserver());
        assertThat(observer.lines()).containsExactly("identity SENDER announced-role router HIGH");
    }
}
