package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.inventory.Observation.ip;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Transport;
import org.zonewright.facts.inventory.IdentityRules.ApartRule;
import org.zonewright.facts.inventory.IdentityRules.Endpoint;

/// A device with several interfaces is one asset where it says so itself, and only then: a switch of eight ports is
/// no eight switches, and two alike computers are no single one.
class InterfacesTest {
    private static final Attribute CHASSIS = new Attribute("lldp.chassis");
    private static final Attribute BRIDGE = new Attribute("stp.bridge");
    private static final Attribute ROUTER_ID = new Attribute("ospf.router-id");
    private static final Attribute SHARED = new Attribute("router.virtual-address");
    private static final SourceRef RULE = new SourceRef.InDocument("plant.yaml", 12, 3, "identity[0]");

    private static List<String> merges(Asset asset) {
        return asset.merges().stream().map(reason -> reason.text().key()).toList();
    }

    private static IdentityRules apart(String one, String other) {
        List<Endpoint> pair = List.of(new Endpoint("", ip(one)), new Endpoint("", ip(other)));
        return new IdentityRules(
                List.of(), List.of(), List.of(), List.of(), List.of(new ApartRule(pair, "two units", RULE)));
    }

    @Test
    void portsThatNameTheirChassisAreOneSwitch() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .says("00:80:63:00:00:01", CHASSIS, "00:80:63:00:00:00", "lldp")
                .says("00:80:63:00:00:02", CHASSIS, "00:80:63:00:00:00", "lldp")
                .claims("00:80:63:00:00:00", "10.0.1.250", "lldp"));
        assertThat(Resolved.ids(inventory)).containsExactly("a/10.0.1.250");
        assertThat(merges(inventory.assets().getFirst()))
                .containsExactly("inventory.merge.claimed", "inventory.merge.chassis", "inventory.merge.chassis");
        assertThat(inventory.assets().getFirst().merges().getLast().sources()).isNotEmpty();
    }

    @Test
    void portsOfOneBridgeAreOneSwitch() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .says("00:80:63:00:00:01", BRIDGE, "00:80:63:00:00:10", "stp")
                .says("00:80:63:00:00:02", BRIDGE, "00:80:63:00:00:10", "stp")
                .says("00:80:63:00:00:03", BRIDGE, "00:80:63:00:00:20", "stp"));
        assertThat(Resolved.ids(inventory)).containsExactly("a/00:80:63:00:00:01", "a/00:80:63:00:00:03");
    }

    @Test
    void portsThatShareANameAndAManagementAddressByCdpAreNoDuplicateAddress() {
        Observation capture = Observation.capture("a");
        for (String port : List.of("00:12:7f:00:00:01", "00:12:7f:00:00:02")) {
            capture.says(port, Attribute.NAME, "sw-1", "cdp").claims(port, "10.0.1.250", "cdp");
        }
        Inventory inventory = Resolved.of(capture);
        assertThat(Resolved.ids(inventory)).containsExactly("a/10.0.1.250");
        assertThat(inventory.problems()).isEmpty();
    }

    @Test
    void switchesWithOneNameAndDifferentAddressesAreTwo() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .says("00:12:7f:00:00:01", Attribute.NAME, "Switch", "cdp")
                .claims("00:12:7f:00:00:01", "10.0.1.250", "cdp")
                .says("00:12:7f:00:00:02", Attribute.NAME, "Switch", "cdp")
                .claims("00:12:7f:00:00:02", "10.0.1.251", "cdp"));
        assertThat(inventory.assets()).hasSize(2);
    }

    @Test
    void interfacesWithOneRouterIdAreOneRouterInTheirRealmOnly() {
        Observation one = Observation.capture("a")
                .sends("00:12:7f:00:00:01", "10.0.1.1")
                .sends("00:12:7f:00:00:02", "10.0.2.1")
                .says("10.0.1.1", ROUTER_ID, "1.1.1.1", "ospf")
                .says("10.0.2.1", ROUTER_ID, "1.1.1.1", "ospf");
        Observation alike = Observation.capture("b")
                .sends("00:12:7f:00:00:03", "10.0.1.1")
                .says("10.0.1.1", ROUTER_ID, "1.1.1.1", "ospf");
        assertThat(Resolved.ids(Resolved.of(one, alike))).containsExactly("a/10.0.1.1", "b/10.0.1.1");
    }

    @Test
    void oneSerialNumberIsOneDeviceAlsoBehindAnUndocumentedTranslation() {
        Observation plant = Observation.capture("plant")
                .sends("00:1d:9c:00:00:01", "10.50.1.10", 1)
                .sends("00:1d:9c:00:00:01", "10.50.2.10", 1)
                .says("10.50.1.10", Attribute.SERIAL, "SVPA1234567", "s7comm");
        Observation cell = Observation.capture("cell")
                .sends("00:1b:1b:00:00:10", "192.168.1.10")
                .says("192.168.1.10", Attribute.SERIAL, "SVPA1234567", "s7comm");
        Inventory inventory = Resolved.of(plant, cell);
        Asset asset = inventory.assetAt("cell", ip("10.50.1.10")).orElseThrow();
        assertThat(Resolved.addresses(asset)).containsExactly("10.50.1.10", "192.168.1.10", "00:1b:1b:00:00:10");
        assertThat(merges(asset)).contains("inventory.merge.serial");
    }

    @Test
    void serialNumbersThatMakersLeaveUnsetAndDifferentModelsJoinNothing() {
        for (String unset : List.of("0", "00000000", "123456789", "none", "FFFFFFFF", "12341234x")) {
            Observation capture = Observation.capture("a")
                    .says("10.0.1.1", Attribute.SERIAL, unset, "cip")
                    .says("10.0.1.2", Attribute.SERIAL, unset, "cip")
                    .says("10.0.1.1", Attribute.MODEL, "1756-L61", "cip")
                    .says("10.0.1.2", Attribute.MODEL, "PowerFlex 525", "cip")
                    .tcp("10.0.1.1", "10.0.1.2:44818", "enip");
            assertThat(Resolved.of(capture).assets()).as(unset).hasSize(2);
        }
    }

    @Test
    void aLineInTheDocumentUndoesAJoin() {
        Observation capture = Observation.capture("a")
                .says("10.0.1.1", Attribute.SERIAL, "SVPA1234567", "s7comm")
                .says("10.0.1.2", Attribute.SERIAL, "SVPA1234567", "s7comm")
                .tcp("10.0.1.1", "10.0.1.2:102", "s7comm");
        assertThat(Resolved.of(capture).assets()).hasSize(1);
        assertThat(Resolved.of(apart("10.0.1.1", "10.0.1.2"), capture).assets()).hasSize(2);
    }

    @Test
    void aStationWithoutIpIsOneDeviceFromTwoPoints() {
        Observation one = Observation.capture("a").says("00:1b:1b:00:00:01", Attribute.NAME, "io-1", "profinet-dcp");
        Observation two = Observation.capture("b").says("00:1b:1b:00:00:01", Attribute.NAME, "io-1", "profinet-dcp");
        assertThat(Resolved.ids(Resolved.of(one, two))).containsExactly("a/00:1b:1b:00:00:01");
    }

    @Test
    void theAddressThatRedundantRoutersShareIsAnAssetWithItsVirtualMacAddress() {
        Inventory inventory = Resolved.of(Observation.capture("a")
                .sends("00:00:5e:00:01:01", "10.0.1.2")
                .sends("00:12:7f:00:00:03", "10.0.1.3")
                .says("10.0.1.2", SHARED, "10.0.1.1", "vrrp")
                .says("10.0.1.3", SHARED, "10.0.1.1", "vrrp"));
        assertThat(Resolved.ids(inventory)).containsExactly("a/10.0.1.1", "a/10.0.1.2", "a/10.0.1.3");
        Asset shared = Resolved.asset(inventory, "a/10.0.1.1");
        assertThat(Resolved.addresses(shared)).containsExactly("10.0.1.1", "00:00:5e:00:01:01");
        assertThat(shared.hasRole(Role.ROUTER)).isTrue();
        assertThat(shared.merges().getFirst().text().arguments())
                .containsExactly("10.0.1.1", "00:00:5e:00:01:01", "10.0.1.2, 10.0.1.3", "vrrp");
    }

    @Test
    void computersWithOneNameAreAQuestionAndNoMerge() {
        Observation capture = Observation.capture("a")
                .says("10.0.1.24", Attribute.NAME, "LAB024", "netbios")
                .says("10.0.1.248", Attribute.NAME, "lab024", "ntlm")
                .middle(Transport.TCP, "10.0.1.24:5000", "10.0.1.248:445", "smb");
        Inventory inventory = Resolved.of(capture);
        assertThat(inventory.assets()).hasSize(2);
        assertThat(Resolved.problems(inventory)).containsExactly("inventory.same-name");
        assertThat(Resolved.problems(Resolved.of(
                        new IdentityRules(
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(new IdentityRules.SameRule(
                                        List.of(new Endpoint("", ip("10.0.1.24")), new Endpoint("", ip("10.0.1.248"))),
                                        "two cards",
                                        RULE)),
                                List.of()),
                        capture)))
                .isEmpty();
    }
}
