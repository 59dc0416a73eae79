package org.zonewright.traffic.icmpv6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.traffic.dissect.RecordingObserver.bytes;

import org.junit.jupiter.api.Test;
import org.zonewright.traffic.dissect.Cuts;
import org.zonewright.traffic.dissect.RecordingObserver;

/// IPv6 addresses belong to stations as ARP shows it for IPv4: by neighbour discovery.
class Icmpv6DissectorTest {
    private static final String ADVERTISEMENT = """
            88 00 00 00 60 00 00 00                          # neighbour advertisement
            fe 80 00 00 00 00 00 00 00 00 00 00 00 00 00 05  # target
            02 01 00 1b 1b 00 00 05                          # its MAC address
            """;

    private static final String ROUTER = """
            86 00 00 00 40 00 07 08 00 00 00 00 00 00 00 00  # router advertisement, 1800 s
            05 01 00 00 00 00 05 dc                          # MTU
            03 04 40 c0 00 01 51 80 00 00 38 40 00 00 00 00  # prefix of 64 bits
            fd 00 00 00 00 00 00 07 00 00 00 00 00 00 00 00
            """;

    private final Icmpv6Dissector dissector = new Icmpv6Dissector();
    private final RecordingObserver observer = new RecordingObserver();

    @Test
    void anAdvertisementGivesAnAddressItsOwner() {
        dissector.dissect(bytes(ADVERTISEMENT), observer);
        dissector.dissect(bytes(ADVERTISEMENT), observer);
        assertThat(observer.lines()).containsExactly("identity 00:1b:1b:00:00:05 owns-address fe80::5 HIGH");
    }

    @Test
    void aRouterTellsItsNetwork() {
        dissector.dissect(bytes(ROUTER), observer);
        assertThat(observer.lines())
                .containsExactly(
                        "identity SENDER announced-role router HIGH", "identity SENDER network fd00:0:0:7::/64 HIGH");
    }

    @Test
    void anOptionWithoutLengthEndsTheReading() {
        dissector.dissect(bytes(ADVERTISEMENT.replace("02 01 00 1b", "02 00 00 1b")), observer);
        assertThat(observer.lines()).isEmpty();
    }

    @Test
    void damageIsSurvived() {
        Cuts.survives(dissector, bytes(ADVERTISEMENT));
        Cuts.survives(dissector, bytes(ROUTER));
    }
}
