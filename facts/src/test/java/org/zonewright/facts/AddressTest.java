package org.zonewright.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses are read in every usual spelling, and nothing else is taken for one.
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "00:1b:1b:12:34:56, 00:1b:1b:12:34:56",
        "00-1B-1B-12-34-56, 00:1b:1b:12:34:56",
        "001b1b123456, 00:1b:1b:12:34:56",
        "001b.1b12.3456, 00:1b:1b:12:34:56",
        "192.168.0.1, 192.168.0.1",
        "010.0.0.255, 10.0.0.255",
        "FE80::1%eth0, fe80::1",
        "::ffff:1.2.3.4, ::ffff:102:304"
    })
    void readsTheUsualSpellings(String text, String printed) {
        assertThat(Address.parse(text))
                .hasValueSatisfying(address -> assertThat(address).hasToString(printed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1..2.3",
                "1.2.3.4.",
                "1.2.3.a",
                "0001.2.3.4",
                "00:1b:1b:12:34",
                "00:1b:1b:12:34:56:78",
                "00:1b:1b:12:34:5",
                "00::1b1b123456",
                "001b1.b12.3456",
                "001b.1b1.23456",
                "001b-1b12.3456",
                "001b1b12345g",
                ":001b1b123456",
                "001b1b123456:"
            })
    void takesNothingElseForAnAddress(String text) {
        assertThat(Address.parse(text).filter(address -> !(address instanceof Ipv6Address)))
                .isEmpty();
    }

    @Test
    void addressesOfOneValueAreEqual() {
        assertThat(new MacAddress(0x1b_1b12_3456L))
                .isEqualTo(Address.parse("00:1b:1b:12:34:56").orElseThrow())
                .hasSameHashCodeAs(new MacAddress(0x1b_1b12_3456L))
                .isNotEqualTo(new MacAddress(0x1b_1b12_3457L));
        assertThat(new Ipv6Address(1, 2)).isEqualTo(new Ipv6Address(1, 2)).isNotEqualTo(new Ipv6Address(2, 1));
        assertThat((Object) new Ipv4Address(7)).isEqualTo(new Ipv4Address(7)).isNotEqualTo(new MacAddress(7));
    }
}
