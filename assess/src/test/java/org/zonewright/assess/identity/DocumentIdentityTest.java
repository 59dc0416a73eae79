package org.zonewright.assess.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Facts;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Source;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.IdentityRules;
import org.zonewright.facts.inventory.IdentityRules.Endpoint;
import org.zonewright.facts.inventory.IdentityRules.SensorRule;
import org.zonewright.plant.PlantReading;

/// Protects identity: what people write about sensors, realms, translation and devices reaches the resolver whole,
/// with the line it stands on.
class DocumentIdentityTest {
    private static final String REALMS = """
            sensors: [ { id: tap, sources: [ "tap-*.pcapng", tap.pcap ] }, { id: cell-tap, sources: [ cell.pcap ] } ]
            realms:
              - { id: plant, sees: [ { sensor: tap }, { sensor: cell-tap, vlan: 7 } ] }
              - { id: cell, sees: [ { sensor: cell-tap, vlan: 0 } ] }
            """;

    private static IdentityReading read(String text, Facts facts) {
        PlantReading reading = Documents.read(text);
        return DocumentIdentity.of(reading.plant().orElseThrow(), facts, reading.positions());
    }

    private static IdentityRules rules(String text) {
        return read(text, Facts.none()).rules();
    }

    private static Address ip(String text) {
        return Address.parse(text).orElseThrow();
    }

    @Test
    void everySourceOfASensorIsAPattern() {
        assertThat(rules(REALMS).sensors())
                .containsExactly(
                        new SensorRule("tap", "tap-*.pcapng"),
                        new SensorRule("tap", "tap.pcap"),
                        new SensorRule("cell-tap", "cell.pcap"));
    }

    @Test
    void aRealmIsSeenBySensorAndTag() {
        IdentityRules rules = rules(REALMS);
        assertThat(rules.realms()).extracting(IdentityRules.RealmRule::realm).containsExactly("plant", "plant", "cell");
        assertThat(rules.realms().get(1).vlan()).isEqualTo(OptionalInt.of(7));
        assertThat(rules.realms().getFirst().where().display()).startsWith("plant.yaml:");
    }

    @Test
    void untaggedFramesAloneCannotBeSaidAndIsReported() {
        assertThat(read(REALMS, Facts.none()).problems())
                .extracting(Problem::kind)
                .containsExactly(IdentityProblem.UNTAGGED_ONLY);
    }

    @Test
    void oneTranslatedAddressIsARuleWhetherSeenOrNot() {
        IdentityRules rules = rules(
                REALMS + "nat: [ { realm: plant, outside: 10.40.1.10, inside-realm: cell, inside: 192.168.0.10 } ]\n");
        assertThat(rules.nat()).hasSize(1);
        assertThat(rules.nat().getFirst().outside()).isEqualTo(ip("10.40.1.10"));
        assertThat(rules.nat().getFirst().inside()).isEqualTo(ip("192.168.0.10"));
    }

    @Test
    void aTranslatedNetworkGivesRulesForWhatWasSeenOnEitherSide() {
        String nat = REALMS
                + "nat: [ { realm: plant, outside: 10.40.1.0/24, inside-realm: cell, inside: 192.168.0.0/24 } ]\n";
        IdentityRules rules =
                read(nat, seen("10.40.1.20", "192.168.0.30", "10.9.9.9")).rules();
        assertThat(rules.nat())
                .extracting(rule -> rule.outside() + "=" + rule.inside())
                .containsExactly("10.40.1.20=192.168.0.20", "10.40.1.30=192.168.0.30");
    }

    private static Facts seen(String... addresses) {
        List<LinkSighting> links = java.util.Arrays.stream(addresses)
                .map(address -> new LinkSighting(
                        new VantagePoint("tap", "", List.of()), new MacAddress(1), ip(address), 1, 1, 0))
                .toList();
        return Facts.of(List.of(new Contribution(
                new Source("tap", "tap.pcap", "sha256:0", Basis.OBSERVED),
                Optional.empty(),
                ConversationTable.empty(),
                List.of(),
                links,
                List.of(),
                Map.of())));
    }

    @Test
    void sameAndApartKeepTheirReasonsAndRealms() {
        IdentityRules rules = rules(REALMS + """
                identity:
                  - { same: [ { realm: plant, ip: 10.0.0.1 }, { mac: "00:1b:1b:00:00:01" } ], because: two cards }
                  - { apart: [ { realm: plant, ip: 10.0.0.2 }, { realm: cell, ip: 10.0.0.2 } ], because: spare unit }
                """);
        assertThat(rules.same().getFirst().because()).isEqualTo("two cards");
        assertThat(rules.same().getFirst().endpoints())
                .containsExactly(new Endpoint("plant", ip("10.0.0.1")), new Endpoint("", ip("00:1b:1b:00:00:01")));
        assertThat(rules.apart().getFirst().endpoints())
                .containsExactly(new Endpoint("plant", ip("10.0.0.2")), new Endpoint("cell", ip("10.0.0.2")));
        assertThat(rules.same().getFirst().where()).isInstanceOf(SourceRef.InDocument.class);
    }

    @Test
    void aSerialNumberOrNameStandsForTheAddressThatGivesIt() {
        List<IdentityFact> told = List.of(
                told("10.0.0.1", Attribute.SERIAL, "BF1203550"),
                told("00:1b:1b:00:00:01", Attribute.SERIAL, "BF1203550"),
                told("10.0.0.2", Attribute.NAME, "pc-7"));
        Facts facts = Facts.of(List.of(new Contribution(
                new Source("tap", "tap.pcap", "sha256:0", Basis.OBSERVED),
                Optional.empty(),
                ConversationTable.empty(),
                told,
                List.of(),
                List.of(),
                Map.of())));
        IdentityReading reading = read(
                REALMS + "identity: [ { apart: [ { serial: bf1203550 }, { hostname: PC-7 } ], because: two units } ]\n",
                facts);
        assertThat(reading.problems()).extracting(Problem::kind).doesNotContain(IdentityProblem.DEVICE_WITHOUT_ADDRESS);
        assertThat(reading.rules().apart().getFirst().endpoints())
                .containsExactly(new Endpoint("", ip("10.0.0.1")), new Endpoint("", ip("10.0.0.2")));
    }

    private static IdentityFact told(String subject, Attribute attribute, String value) {
        return new IdentityFact(
                new VantagePoint("tap", "", List.of()),
                ip(subject),
                attribute,
                value,
                "s7comm",
                Confidence.HIGH,
                Basis.OBSERVED,
                new SourceRef.InCapture("tap.pcap", 1, -1));
    }

    @Test
    void aDeviceKnownByNameAloneCannotBeJoinedAndIsReported() {
        IdentityReading reading = read(
                REALMS + "identity: [ { same: [ { ip: 10.0.0.1 }, { hostname: pc-7 } ], because: test } ]\n",
                Facts.none());
        assertThat(reading.problems()).extracting(Problem::kind).contains(IdentityProblem.DEVICE_WITHOUT_ADDRESS);
    }
}
