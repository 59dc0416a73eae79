package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Attribute;

/// Which MAC address owns which IP address. The source MAC address of a routed packet is the router's: taking it for
/// the sender's makes one device of a whole plant.
class OwnersTest {
    private static final String HOST = "00:1b:1b:00:00:10";
    private static final String ROUTER = "00:1d:9c:00:00:01";

    @Test
    void aStationThatSendsForOneAddressOwnsIt() {
        Inventory inventory = Resolved.of(Observation.capture("a").sends(HOST, "10.0.1.10"));
        Asset asset = Resolved.asset(inventory, "a/10.0.1.10");
        assertThat(Resolved.addresses(asset)).containsExactly("10.0.1.10", HOST);
        assertThat(asset.merges().getFirst().text().key()).isEqualTo("inventory.merge.sent");
    }

    @Test
    void aRouterOwnsNoneOfTheAddressesItForwards() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .sends(ROUTER, "10.0.2.1", 1)
                .sends(ROUTER, "10.0.2.2", 1)
                .sends(ROUTER, "8.8.8.8", 7));
        assertThat(Resolved.ids(inventory)).containsExactly("a/" + ROUTER, "a/10.0.2.1", "a/10.0.2.2", "a/8.8.8.8");
        assertThat(Resolved.roles(inventory, "a/" + ROUTER)).containsExactly(Role.ROUTER);
    }

    @Test
    void aRouterSeenWithOneAddressFromAfarDoesNotOwnIt() {
        Inventory inventory = Resolved.of(Observation.capture("a").sends(ROUTER, "8.8.8.8", 7));
        assertThat(Resolved.ids(inventory)).containsExactly("a/" + ROUTER, "a/8.8.8.8");
        assertThat(Resolved.roles(inventory, "a/" + ROUTER)).containsExactly(Role.ROUTER);
    }

    @Test
    void aRouterOwnsTheAddressItClaimsByArp() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .sends(ROUTER, "10.0.2.1", 1)
                .sends(ROUTER, "10.0.2.2", 1)
                .claims(ROUTER, "10.0.1.1", "arp"));
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/10.0.1.1"))).containsExactly("10.0.1.1", ROUTER);
        assertThat(Resolved.roles(inventory, "a/10.0.1.1")).containsExactly(Role.ROUTER);
    }

    @Test
    void anAddressClaimedByAnotherStationIsOnlyForwarded() {
        Inventory inventory =
                Resolved.of(Observation.capture("a").sends(ROUTER, "10.0.1.10").claims(HOST, "10.0.1.10", "arp"));
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/10.0.1.10"))).containsExactly("10.0.1.10", HOST);
        assertThat(Resolved.ids(inventory)).contains("a/" + ROUTER);
    }

    /// Some stacks start with a TTL of 60 or 100, which looks like four or twenty-eight routers.
    @Test
    void anUnusualTtlOnTheLinkIsStillTheStationsOwn() {
        Inventory near = Resolved.of(
                Observation.capture("a").sends(HOST, "10.0.1.10", 4).sends("00:1b:1b:00:00:20", "10.0.1.20"));
        assertThat(Resolved.ids(near)).containsExactly("a/10.0.1.10", "a/10.0.1.20");
        Inventory alone = Resolved.of(Observation.capture("a").sends(HOST, "10.0.1.10", 28));
        assertThat(Resolved.ids(alone)).containsExactly("a/10.0.1.10");
    }

    @Test
    void linkLocalAndIpv6AddressesBelongToTheStationThatSendsThem() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .sends(HOST, "10.0.1.10")
                .sends(HOST, "169.254.7.7")
                .sends(HOST, "fe80::21b:1bff:fe00:10")
                .sends(HOST, "2001:db8::10"));
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/10.0.1.10")))
                .containsExactly("10.0.1.10", "169.254.7.7", "2001:db8::10", "fe80::21b:1bff:fe00:10", HOST);
    }

    @Test
    void aRouterOwnsItsLinkLocalAddressAndNothingElse() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .sends(ROUTER, "fe80::1")
                .sends(ROUTER, "2001:db8:1::5", 1)
                .sends(ROUTER, "2001:db8:2::5", 1));
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/fe80::1"))).containsExactly("fe80::1", ROUTER);
        assertThat(inventory.assets()).hasSize(3);
    }

    @Test
    void redundantRoutersShareAnAddressThatMergesNothing() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .claims("00:00:5e:00:01:0a", "10.0.1.1", "arp")
                .sends(ROUTER, "10.0.1.1"));
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/00:00:5e:00:01:0a")))
                .containsExactly("00:00:5e:00:01:0a");
        assertThat(Resolved.roles(inventory, "a/00:00:5e:00:01:0a")).containsExactly(Role.ROUTER);
    }

    @Test
    void aStationAnsweringForManyByArpIsARouterNotTheirOwner() {
        Observation capture = Observation.capture("a");
        for (int host = 1; host <= 9; host++) {
            capture.claims(ROUTER, "10.0.5." + host, "arp");
        }
        assertThat(Resolved.ids(Resolved.of(capture))).containsExactly("a/" + ROUTER);
    }

    @Test
    void twoClaimsOfOneAddressAreAProblemAndTwoDevices() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .packets(50)
                .sends(HOST, "10.0.1.10")
                .claims(HOST, "10.0.1.10", "arp")
                .claims("00:1b:1b:00:00:99", "10.0.1.10", "arp"));
        assertThat(Resolved.problems(inventory)).containsExactly("inventory.duplicate-address");
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/10.0.1.10"))).containsExactly("10.0.1.10", HOST);
        assertThat(Resolved.ids(inventory)).contains("a/00:1b:1b:00:00:99");
    }

    @Test
    void aStationMayOwnSeveralClaimedAddresses() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .sends(HOST, "10.0.1.10")
                .sends(HOST, "10.0.1.11")
                .claims(HOST, "10.0.1.10", "arp")
                .claims(HOST, "10.0.1.11", "arp"));
        assertThat(inventory.assets()).hasSize(1);
    }

    @Test
    void aMakersMacAddressIsOneDeviceInEveryRealm() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .vlan(10)
                .claims(ROUTER, "10.0.10.1", "arp")
                .vlan(20)
                .claims(ROUTER, "10.0.20.1", "arp"));
        assertThat(inventory.realms()).hasSize(2);
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/vlan 10/10.0.10.1")))
                .containsExactly("10.0.10.1", "10.0.20.1", ROUTER);
    }

    @Test
    void aLocallyChosenMacAddressMayBeAnotherDeviceElsewhere() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .vlan(10)
                .claims("02:00:00:00:00:01", "10.0.10.1", "arp")
                .vlan(20)
                .claims("02:00:00:00:00:01", "10.0.20.1", "arp"));
        assertThat(inventory.assets()).hasSize(2);
    }

    @Test
    void theMakerOfTheInterfaceIsAFactOfTheDevice() {
        Inventory inventory = Resolved.of(Observation.capture("a").sends("00:1b:1b:00:00:10", "10.0.1.10"));
        Asset asset = Resolved.asset(inventory, "a/10.0.1.10");
        assertThat(asset.best(Attribute.VENDOR)).contains("Siemens AG,");
        assertThat(asset.values(Attribute.VENDOR).getFirst().method()).isEqualTo("oui");
    }
}
