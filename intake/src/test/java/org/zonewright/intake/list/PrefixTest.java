package org.zonewright.intake.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A network that is one bit wrong puts half of a plant into the wrong zone.
class PrefixTest {
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/24, 10.1.2.0/24",
        "10.1.2.3/255.255.254.0, 10.1.2.0/23",
        "10.1.2.3/32, 10.1.2.3/32",
        "10.1.2.3/0, 0.0.0.0/0",
        "2001:db8:1:2:3::4/64, 2001:db8:1:2::/64",
        "2001:db8:1:2:3::4/65, 2001:db8:1:2::/65",
        "2001:db8::4/128, 2001:db8::4/128",
        "2001:db8::4/20, 2001::/20",
    })
    void theNetworkOfAnAddressIsItsFirstBits(String text, String network) {
        assertThat(Prefix.parse(text)).hasValue(network);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3", "10.1.2.3/33", "10.1.2.3/255.0.255.0", "00:1b:1b:00:00:01/24", "/24", "10.1.2.3/"})
    void anythingElseIsNoNetwork(String text) {
        assertThat(Prefix.parse(text)).isEmpty();
    }
}
