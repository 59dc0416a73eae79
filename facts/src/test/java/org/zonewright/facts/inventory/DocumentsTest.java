package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;

/// Three lists must fall out of captures beside an asset list: seen and listed, only listed, only seen.
class DocumentsTest {
    private static final String MAC = "00:1b:1b:00:00:10";

    private static Observation seen() {
        return Observation.capture("a").sends(MAC, "10.0.1.10").sends("00:1b:1b:00:00:20", "10.0.1.20");
    }

    @Test
    void threeListsFallOut() {
        Inventory inventory = Resolved.of(
                seen(),
                Observation.list("list.csv")
                        .says("10.0.1.10", Attribute.NAME, "plc-1", "asset-list")
                        .says("10.0.1.77", Attribute.NAME, "plc-7", "asset-list"));
        assertThat(Resolved.asset(inventory, "a/10.0.1.10").bases()).containsExactly(Basis.OBSERVED, Basis.DOCUMENTED);
        assertThat(Resolved.asset(inventory, "a/10.0.1.77").bases()).containsExactly(Basis.DOCUMENTED);
        assertThat(Resolved.asset(inventory, "a/10.0.1.20").bases()).containsExactly(Basis.OBSERVED);
        assertThat(inventory.assets()).hasSize(3);
    }

    @Test
    void aMacAddressIsStrongerThanAnIpAddress() {
        Inventory inventory = Resolved.of(
                seen(),
                Observation.list("list.csv")
                        .says(MAC, Attribute.NAME, "plc-1", "asset-list")
                        .claims(MAC, "10.0.1.20", "asset-list"));
        Asset asset = Resolved.asset(inventory, "a/10.0.1.10");
        assertThat(asset.label()).isEqualTo("plc-1");
        assertThat(Resolved.addresses(asset)).containsExactly("10.0.1.10", MAC);
        assertThat(Resolved.problems(inventory)).containsExactly("inventory.document-differs");
    }

    @Test
    void anEntryAddsTheAddressesThatNobodyElseUses() {
        Inventory inventory = Resolved.of(
                Observation.capture("a").tcp("10.0.1.30", "10.0.1.10:502", "modbus"),
                Observation.list("list.csv").claims(MAC, "10.0.1.10", "asset-list"));
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/10.0.1.10"))).containsExactly("10.0.1.10", MAC);
        assertThat(inventory.problems()).isEmpty();
    }

    @Test
    void anEntryWithAnOldAddressIsKnownByItsSerialNumberOrName() {
        Inventory inventory = Resolved.of(
                seen().says("10.0.1.10", Attribute.SERIAL, "S C-1234", "s7comm"),
                Observation.list("list.csv").says("10.0.7.7", Attribute.SERIAL, "s c-1234", "asset-list"));
        assertThat(Resolved.addresses(Resolved.asset(inventory, "a/10.0.1.10")))
                .containsExactly("10.0.1.10", "10.0.7.7", MAC);
    }

    @Test
    void aNameThatTwoEntriesShareMatchesNothing() {
        Inventory inventory = Resolved.of(
                seen().says("10.0.1.10", Attribute.NAME, "PLC.plant.example", "netbios"),
                Observation.list("list.csv")
                        .says("10.0.7.7", Attribute.NAME, "plc", "asset-list")
                        .says("10.0.7.8", Attribute.NAME, "plc", "asset-list"));
        assertThat(inventory.assets()).hasSize(4);
    }

    @Test
    void anAddressThatSeveralRealmsHaveIsNotGuessed() {
        Inventory inventory = Resolved.of(
                seen(),
                Observation.capture("b").sends("00:1b:1b:00:00:99", "10.0.1.10"),
                Observation.list("list.csv").says("10.0.1.10", Attribute.NAME, "plc", "asset-list"));
        assertThat(Resolved.problems(inventory)).containsExactly("inventory.document-ambiguous");
        assertThat(Resolved.asset(inventory, "list.csv/10.0.1.10").bases()).containsExactly(Basis.DOCUMENTED);
    }

    @Test
    void aRealmInTheListTellsWhichIsMeant() {
        Inventory inventory = Resolved.of(
                seen(),
                Observation.capture("b").sends("00:1b:1b:00:00:99", "10.0.1.10"),
                Observation.list("list.csv").place("b").says("10.0.1.10", Attribute.NAME, "plc", "asset-list"));
        assertThat(Resolved.asset(inventory, "b/10.0.1.10").label()).isEqualTo("plc");
        assertThat(inventory.problems()).isEmpty();
    }

    @Test
    void aListAloneIsAnInventoryToo() {
        Inventory inventory = Resolved.of(Observation.list("list.csv")
                .says("10.0.1.10", Attribute.NAME, "plc", "asset-list")
                .says("00:80:63:00:00:01", Attribute.MODEL, "RSP35", "asset-list"));
        assertThat(Resolved.ids(inventory)).containsExactly("list.csv/00:80:63:00:00:01", "list.csv/10.0.1.10");
        assertThat(inventory.assets()).noneMatch(Asset::isObserved);
    }

    @Test
    void twoListsOfOneDeviceAreOneDevice() {
        Inventory inventory = Resolved.of(
                Observation.list("one.csv").claims(MAC, "10.0.1.10", "asset-list"),
                Observation.list("two.csv").says(MAC, Attribute.SERIAL, "7", "asset-list"));
        assertThat(inventory.assets()).hasSize(1);
        assertThat(inventory.assets().getFirst().best(Attribute.SERIAL)).contains("7");
    }

    @Test
    void addressesOfOneRowAreOneDevice() {
        Inventory inventory = Resolved.of(Observation.list("list.csv")
                .says("10.0.1.10", Attribute.LIST_ROW, "4", "asset-list")
                .says("10.0.2.10", Attribute.LIST_ROW, "4", "asset-list")
                .says("10.0.3.10", Attribute.LIST_ROW, "5", "asset-list"));
        assertThat(Resolved.ids(inventory)).containsExactly("list.csv/10.0.1.10", "list.csv/10.0.3.10");
    }

    /// A list of cells built alike, with a word for each that no capture knows.
    @Test
    void alikeRowsOfAListAreAsManyDevicesThoughOneCellWasSeen() {
        Observation list = Observation.list("list.csv");
        for (String cell : new String[] {"cell A", "cell B", "cell C"}) {
            list.networkInterface(cell).says("10.0.1.10", Attribute.NAME, "plc of " + cell, "asset-list");
        }
        Inventory inventory = Resolved.of(seen(), list);
        assertThat(Resolved.ids(inventory))
                .containsExactly(
                        "a/10.0.1.10", "a/10.0.1.20", "cell A/10.0.1.10", "cell B/10.0.1.10", "cell C/10.0.1.10");
    }

    @Test
    void aVlanOfTheListTellsTheRealmOfItsSensor() {
        Inventory inventory = Resolved.of(
                Observation.capture("tap")
                        .vlan(10)
                        .sends(MAC, "10.0.1.10")
                        .vlan(20)
                        .sends("00:1b:1b:00:00:99", "10.0.1.10"),
                Observation.list("list.csv")
                        .place("tap")
                        .vlan(20)
                        .says("10.0.1.10", Attribute.NAME, "plc", "asset-list"));
        assertThat(Resolved.asset(inventory, "tap/vlan 20/10.0.1.10").label()).isEqualTo("plc");
    }

    @Test
    void aRoleThatAListGivesIsARole() {
        Inventory inventory = Resolved.of(
                Observation.list("list.csv").says("10.0.1.10", Attribute.ANNOUNCED_ROLE, "historian", "asset-list"));
        assertThat(Resolved.roles(inventory, "list.csv/10.0.1.10")).containsExactly(Role.HISTORIAN);
    }
}
