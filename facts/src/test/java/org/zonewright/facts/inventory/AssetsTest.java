package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.inventory.Observation.ip;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.IdentityRules.ApartRule;
import org.zonewright.facts.inventory.IdentityRules.Endpoint;
import org.zonewright.facts.inventory.IdentityRules.SameRule;

/// What is an asset: who was heard, not who was asked.
class AssetsTest {
    private static final SourceRef RULE = new SourceRef.InDocument("plant.yaml", 12, 3, "identity[0]");

    private static IdentityRules same(Endpoint... endpoints) {
        return new IdentityRules(
                List.of(),
                List.of(),
                List.of(),
                List.of(new SameRule(List.of(endpoints), "two interfaces", RULE)),
                List.of());
    }

    private static IdentityRules apart(Endpoint... endpoints) {
        return new IdentityRules(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ApartRule(List.of(endpoints), "spare unit", RULE)));
    }

    @Test
    void anAddressThatWasOnlyAskedIsNoAsset() {
        Inventory inventory =
                Resolved.of(Observation.capture("a").asks(Transport.TCP, "10.0.1.5:50000", "10.0.1.99:502"));
        assertThat(Resolved.ids(inventory)).containsExactly("a/10.0.1.5");
        assertThat(inventory.conversations().getFirst().server()).isEmpty();
        assertThat(inventory.conversations().getFirst().serverAddress()).isEqualTo(ip("10.0.1.99"));
    }

    @Test
    void groupsAndBroadcastsAreNoAssets() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .row(
                        Transport.UDP,
                        "10.0.1.5:5353",
                        "224.0.0.251:5353",
                        "mdns",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0)
                .row(
                        Transport.UDP,
                        "10.0.1.5:138",
                        "10.0.1.255:138",
                        "netbios",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0)
                .row(
                        Transport.UDP,
                        "0.0.0.0:68",
                        "255.255.255.255:67",
                        "dhcp",
                        DirectionEvidence.MESSAGE,
                        Outcome.ONE_WAY,
                        0));
        assertThat(Resolved.ids(inventory)).containsExactly("a/10.0.1.5");
        assertThat(inventory.conversations()).hasSize(3);
    }

    @Test
    void aStationThatSendsNoIpIsAnAssetByItsMacAddress() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .row(
                        Transport.ETHERNET,
                        "00:80:63:00:00:01",
                        "01:80:c2:00:00:00",
                        "stp",
                        DirectionEvidence.FIRST_PACKET,
                        Outcome.ONE_WAY,
                        0));
        assertThat(Resolved.ids(inventory)).containsExactly("a/00:80:63:00:00:01");
        assertThat(Resolved.asset(inventory, "a/00:80:63:00:00:01").protocols()).containsExactly("stp");
    }

    @Test
    void aManagementAddressToldByLldpBelongsToTheSwitchThoughItNeverSent() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .claims("00:80:63:00:00:01", "10.0.1.250", "lldp")
                .says("00:80:63:00:00:01", Attribute.NAME, "sw-1", "lldp"));
        Asset asset = Resolved.asset(inventory, "a/10.0.1.250");
        assertThat(Resolved.addresses(asset)).containsExactly("10.0.1.250", "00:80:63:00:00:01");
        assertThat(asset.label()).isEqualTo("sw-1");
    }

    @Test
    void timesAreThoseOfWhatItSent() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .time(5, 9)
                .tcp("10.0.1.30", "10.0.1.10:502", "modbus")
                .time(7, 20)
                .asks(Transport.UDP, "10.0.1.30:5000", "10.0.1.10:6000"));
        assertThat(Resolved.asset(inventory, "a/10.0.1.10").lastSeen()).contains(Instant.ofEpochSecond(9));
        assertThat(Resolved.asset(inventory, "a/10.0.1.30").lastSeen()).contains(Instant.ofEpochSecond(20));
    }

    @Test
    void aRuleMakesOneDeviceOfTwoAddresses() {
        IdentityRules rules = same(new Endpoint("", ip("10.0.1.10")), new Endpoint("a", ip("10.0.2.10")));
        Inventory inventory = Resolved.of(rules, Observation.capture("a").tcp("10.0.2.10", "10.0.1.10:80", "http"));
        Asset asset = Resolved.asset(inventory, "a/10.0.1.10");
        assertThat(Resolved.addresses(asset)).containsExactly("10.0.1.10", "10.0.2.10");
        assertThat(asset.merges().getFirst().sources()).containsExactly(RULE);
    }

    @Test
    void aRuleKeepsApartWhatEvidenceWouldMerge() {
        String mac = "00:1b:1b:00:00:10";
        IdentityRules rules = apart(new Endpoint("", ip("10.0.1.10")), new Endpoint("", ip("10.0.1.11")));
        Inventory inventory = Resolved.of(
                rules, Observation.capture("a").claims(mac, "10.0.1.10", "arp").claims(mac, "10.0.1.11", "arp"));
        assertThat(Resolved.ids(inventory)).containsExactly("a/10.0.1.10", "a/10.0.1.11");
    }

    @Test
    void rulesForNobodyOrForManyAreSaid() {
        Inventory nobody = Resolved.of(
                same(new Endpoint("", ip("10.9.9.9")), new Endpoint("", ip("10.0.1.10"))),
                Observation.capture("a").sends("00:1b:1b:00:00:10", "10.0.1.10"));
        assertThat(Resolved.problems(nobody)).containsExactly("inventory.rule-without-address");

        Inventory many = Resolved.of(
                same(new Endpoint("", ip("10.0.1.20")), new Endpoint("", ip("10.0.1.10"))),
                Observation.capture("a")
                        .sends("00:1b:1b:00:00:10", "10.0.1.10")
                        .sends("00:1b:1b:00:00:20", "10.0.1.20"),
                Observation.capture("b").sends("00:1b:1b:00:00:11", "10.0.1.10"));
        assertThat(Resolved.problems(many)).containsExactly("inventory.rule-ambiguous");
        assertThat(many.assets()).hasSize(3);
    }

    @Test
    void rulesThatContradictAreSaidAndKeepApart() {
        List<Endpoint> pair = List.of(new Endpoint("", ip("10.0.1.10")), new Endpoint("", ip("10.0.1.20")));
        IdentityRules rules = new IdentityRules(
                List.of(),
                List.of(),
                List.of(),
                List.of(new SameRule(pair, "one", RULE)),
                List.of(new ApartRule(pair, "two", RULE)));
        Inventory inventory = Resolved.of(rules, Observation.capture("a").tcp("10.0.1.10", "10.0.1.20:80", "http"));
        assertThat(Resolved.problems(inventory)).containsExactly("inventory.rules-contradict");
        assertThat(inventory.assets()).hasSize(2);
    }
}
