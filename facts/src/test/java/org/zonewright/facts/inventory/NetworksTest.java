package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.facts.Attribute;

/// A prefix that was guessed must say so: zones are drawn along networks.
class NetworksTest {
    private static List<String> networks(Observation capture) {
        return Resolved.of(capture).networks().stream()
                .map(network -> network.cidr() + (network.guessed() ? " guessed" : ""))
                .toList();
    }

    @Test
    void aToldPrefixIsTakenAndMakesGuessesWithinItNeedless() {
        assertThat(networks(Observation.capture("a")
                        .says("00:1b:1b:00:00:10", Attribute.NETWORK, "10.0.1.10/16", "dhcp")
                        .sends("00:1b:1b:00:00:10", "10.0.1.10")
                        .sends("00:1b:1b:00:00:20", "10.0.2.20")))
                .containsExactly("10.0.0.0/16");
    }

    @Test
    void addressesOnTheLinkGiveGuesses() {
        assertThat(networks(Observation.capture("a")
                        .sends("00:1b:1b:00:00:10", "10.0.1.10")
                        .sends("00:1b:1b:00:00:10", "fe80::1")
                        .sends("00:1b:1b:00:00:20", "2001:db8:0:7::20")))
                .containsExactly("10.0.1.0/24 guessed", "2001:db8:0:7::/64 guessed");
    }

    @Test
    void addressesBehindARouterMakeNoNetwork() {
        assertThat(networks(Observation.capture("a")
                        .sends("00:1d:9c:00:00:01", "10.0.1.10", 1)
                        .sends("00:1d:9c:00:00:01", "10.0.2.10", 1)))
                .isEmpty();
    }

    @Test
    void aPrefixOfNoBitsIsNoNetwork() {
        assertThat(networks(Observation.capture("a").says("00:1b:1b:00:00:10", Attribute.NETWORK, "0.0.0.0/0", "dhcp")))
                .isEmpty();
    }
}
