package org.zonewright.facts.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zonewright.facts.inventory.Observation.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.Facts;
import org.zonewright.facts.inventory.IdentityRules.NatRule;
import org.zonewright.facts.inventory.IdentityRules.RealmRule;

/// Machine cells are built alike, with the same addresses in each. A tool that takes an address for an identity makes
/// one controller of twelve and reports a duplicate address.
class MachineCellsTest {
    private static final SourceRef RULE = new SourceRef.InDocument("plant.yaml", 7, 3, "nat[0]");

    /// A panel reads a controller and the controller a drive; `cell` is in the makers' part of each MAC address.
    private static Contribution cell(int cell, String file) {
        String maker = "00:1b:1b:00:0" + Integer.toHexString(cell) + ":";
        return Observation.capture(file)
                .sends(maker + "10", "192.168.1.10")
                .sends(maker + "20", "192.168.1.20")
                .sends(maker + "30", "192.168.1.30")
                .tcp("192.168.1.30", "192.168.1.10:502", "modbus")
                .tcp("192.168.1.10", "192.168.1.20:502", "modbus")
                .build();
    }

    @Test
    void twelveCellsWithTheSameAddressesAreTwelveControllers() {
        List<Contribution> cells = new ArrayList<>();
        for (int cell = 1; cell <= 12; cell++) {
            cells.add(cell(cell, "cell-" + cell + ".pcap"));
        }
        Inventory inventory = InventoryResolver.resolve(Facts.of(cells), IdentityRules.NONE);
        assertThat(inventory.realms()).hasSize(12);
        assertThat(inventory.assets()).hasSize(36);
        assertThat(inventory.conversations()).hasSize(24);
        assertThat(inventory.problems()).isEmpty();
        assertThat(inventory
                        .realms()
                        .getFirst()
                        .reason()
                        .because()
                        .getFirst()
                        .text()
                        .key())
                .isEqualTo("inventory.realm.apart-cells");
    }

    @Test
    void aServiceLaptopThatVisitsEveryCellDoesNotJoinThem() {
        List<Contribution> cells = new ArrayList<>();
        for (int cell = 1; cell <= 3; cell++) {
            cells.add(cell(cell, "cell-" + cell + ".pcap"));
            cells.add(Observation.capture("visit-" + cell + ".pcap")
                    .sends("00:1b:1b:00:0" + cell + ":10", "192.168.1.10")
                    .sends("3c:52:82:00:00:99", "192.168.1.99")
                    .tcp("192.168.1.99", "192.168.1.10:102", "s7comm")
                    .build());
        }
        Inventory inventory = InventoryResolver.resolve(Facts.of(cells), IdentityRules.NONE);
        assertThat(inventory.realms().stream().map(Realm::id))
                .containsExactly("cell-1.pcap", "cell-2.pcap", "cell-3.pcap");
        assertThat(inventory.assets().stream().filter(asset -> asset.addresses().contains(ip("192.168.1.10"))))
                .hasSize(3);
    }

    /// Three cells behind address translation, one of them without a tap, and a list that names all nine devices.
    @Test
    void translatedAddressesAreOtherNamesOfTheDevicesInside() {
        IdentityRules rules = new IdentityRules(
                List.of(),
                List.of(
                        new RealmRule("plant", "plant.pcap", OptionalInt.empty(), RULE),
                        new RealmRule("cell-a", "a.pcap", OptionalInt.empty(), RULE),
                        new RealmRule("cell-b", "b.pcap", OptionalInt.empty(), RULE)),
                List.of(
                        new NatRule("plant", ip("10.50.1.10"), "cell-a", ip("192.168.1.10"), RULE),
                        new NatRule("plant", ip("10.50.2.10"), "cell-b", ip("192.168.1.10"), RULE),
                        new NatRule("plant", ip("10.50.3.10"), "cell-c", ip("192.168.1.10"), RULE)),
                List.of(),
                List.of());
        Contribution plant = Observation.capture("plant.pcap")
                .sends("00:0c:29:00:00:05", "10.20.0.5")
                .sends("00:1d:9c:00:00:01", "10.50.1.10", 1)
                .sends("00:1d:9c:00:00:01", "10.50.2.10", 1)
                .sends("00:1d:9c:00:00:01", "10.50.3.10", 1)
                .tcp("10.20.0.5", "10.50.1.10:502", "modbus")
                .tcp("10.20.0.5", "10.50.2.10:502", "modbus")
                .tcp("10.20.0.5", "10.50.3.10:502", "modbus")
                .build();
        Observation list = Observation.list("assets.csv");
        for (String cell : List.of("cell-a", "cell-b", "cell-c")) {
            for (int host : new int[] {10, 20, 30}) {
                list.place(cell).says("192.168.1." + host, Attribute.NAME, cell + "-" + host, "asset-list");
            }
        }
        Facts facts = Facts.of(List.of(plant, cell(1, "a.pcap"), cell(2, "b.pcap"), list.build()));
        Inventory inventory = InventoryResolver.resolve(facts, rules);

        List<Asset> inside = inventory.assets().stream()
                .filter(asset -> asset.realm().startsWith("cell-"))
                .toList();
        assertThat(inside).hasSize(9);
        assertThat(inside.stream().filter(asset -> asset.addresses().stream()
                        .anyMatch(address -> address.toString().startsWith("10.50."))))
                .hasSize(3);
        assertThat(inventory.conversations().stream()
                        .filter(conversation -> conversation.realm().equals("plant"))
                        .map(Conversation::server))
                .containsExactly("cell-a/192.168.1.10", "cell-b/192.168.1.10", "cell-c/192.168.1.10");
        assertThat(inside.stream().filter(asset -> !asset.isObserved()).map(Asset::id))
                .containsExactly("cell-c/192.168.1.20", "cell-c/192.168.1.30");
        assertThat(inventory.assetAt("cell-c", ip("192.168.1.10")).orElseThrow().bases())
                .containsExactly(Basis.OBSERVED, Basis.DOCUMENTED);
        assertThat(inventory.problems()).isEmpty();
    }
}
