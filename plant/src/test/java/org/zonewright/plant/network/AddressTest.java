package org.zonewright.plant.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An address read wrongly puts an asset into the wrong zone.
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.1.7, 10.0.1.7",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "::, ::",
        "::1, ::1",
        "fe80::1, fe80::1",
        "1:0:2:0:3:0:4:0, 1:0:2:0:3:0:4:0",
        "::ffff:10.0.1.7, 10.0.1.7",
    })
    void anAddressIsWrittenInOneWay(String text, String expected) {
        assertThat(IpAddress.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.1",
                "10.0.1.256",
                "010.0.0.1",
                "10.0.0.1 ",
                "localhost",
                "fe80::1%eth0",
                "1::2::3",
                ":",
                "10.0.0.1/8"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void ipv6ReadsBackAndMeansWhatTheJdkReads(@ForAll long high, @ForAll long low) throws Exception {
        IpAddress address = new IpAddress(true, high | 1L << 61, low);
        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
        assertThat(IpAddress.parse(InetAddress.ofLiteral(address.toString()).getHostAddress()))
                .isEqualTo(address);
    }

    @Property
    void aNetworkHoldsExactlyTheAddressesThatShareItsPrefix(@ForAll int one, @ForAll int other, @ForAll int bits) {
        int prefix = Math.floorMod(bits, 33);
        Cidr range = new Cidr(IpAddress.v4(one).network(prefix), prefix);
        boolean shared = prefix == 0 || (one ^ other) >>> (32 - prefix) == 0;
        assertThat(range.contains(IpAddress.v4(other))).isEqualTo(shared);
        assertThat(Cidr.parse(range.toString())).isEqualTo(range);
        assertThat(range.overlaps(Cidr.of(IpAddress.v4(other)))).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp/2404, tcp/2404",
        "udp/5000-5010, udp/5000-5010",
        "tcp/any, tcp/any",
        "tcp/0-65535, tcp/any",
        "ip/47, ip/47",
        "ethertype/0x88B8, ethertype/0x88b8",
    })
    void aPortIsWrittenInOneWay(String text, String expected) {
        assertThat(Port.parse(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2404", "tcp", "tcp/", "tcp/70000", "tcp/9-5", "icmp/1", "ip/any", "ethertype/5", "tcp/http"})
    void whatIsNoPortIsRefused(String text) {
        assertThatThrownBy(() -> Port.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:1B:1b:0a:0b:0c", "00-1b-1b-0a-0b-0c", "001b.1b0a.0b0c"})
    void aMacIsReadInItsUsualSpellings(String text) {
        assertThat(MacAddress.parse(text)).hasToString("00:1b:1b:0a:0b:0c");
    }
}
