package org.zonewright.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.identity.DocumentIdentity;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.assess.placement.Placer;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTableBuilder;
import org.zonewright.facts.DirectionEvidence;
import org.zonewright.facts.Facts;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.LinkSighting;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.Outcome;
import org.zonewright.facts.ProtocolEvidence;
import org.zonewright.facts.Source;
import org.zonewright.facts.Transport;
import org.zonewright.facts.VantagePoint;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.InventoryResolver;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.AssetId;

/// Protects plants of machines built alike: three cells with the same inside addresses behind translation are nine
/// assets, not three and not twelve, and what no capture shows of them is said to be unseen.
///
/// Cells A and B were captured inside, cell C was not; the plant side sees the outside addresses of the three
/// controllers.
class NatCellsTest {
    private static final List<String> CELLS = List.of("a", "b", "c");
    private static final Map<String, String> INSIDE =
            Map.of("plc", "192.168.1.10", "drive", "192.168.1.20", "hmi", "192.168.1.30");

    private static String document() {
        StringBuilder text = new StringBuilder("sensors:\n  - { id: plant-tap, sources: [ plant.pcap ] }\n");
        CELLS.forEach(cell -> text.append("  - { id: tap-%s, sources: [ cell-%s.pcap ] }\n".formatted(cell, cell)));
        text.append("realms:\n  - { id: plant, sees: [ { sensor: plant-tap } ] }\n");
        CELLS.forEach(cell -> text.append("  - { id: cell-%s, sees: [ { sensor: tap-%s } ] }\n".formatted(cell, cell)));
        text.append("nat:\n");
        for (int i = 0; i < CELLS.size(); i++) {
            text.append("  - { realm: plant, outside: 10.50.%d.10, inside-realm: cell-%s, inside: 192.168.1.10 }\n"
                    .formatted(i + 1, CELLS.get(i)));
        }
        text.append("assets:\n  - { id: scada, match: { realm: plant, ip: 10.50.0.5 }, zone: operations }\n");
        for (String cell : CELLS) {
            INSIDE.keySet().stream()
                    .sorted()
                    .forEach(device ->
                            text.append("  - { id: %s-%s, match: { realm: cell-%s, ip: %s }, zone: cell-%s }\n"
                                    .formatted(device, cell, cell, INSIDE.get(device), cell)));
        }
        text.append("zones:\n  - { id: operations, function: operations }\n");
        CELLS.forEach(cell -> text.append("  - { id: cell-%s, function: control }\n".formatted(cell)));
        return text.toString();
    }

    private static Address ip(String text) {
        return Address.parse(text).orElseThrow();
    }

    /// One capture; every row is `mac ip`, and the first station polls the others.
    private static Contribution capture(String file, List<String> onLink, List<String> polled) {
        VantagePoint here = new VantagePoint(file, "", List.of());
        List<IdentityFact> facts = new ArrayList<>();
        List<LinkSighting> links = new ArrayList<>();
        ConversationTableBuilder table = new ConversationTableBuilder();
        long frame = 0;
        for (String row : onLink) {
            String[] words = row.split(" ", -1);
            MacAddress mac = (MacAddress) ip(words[0]);
            facts.add(new IdentityFact(
                    here,
                    mac,
                    Attribute.OWNS_ADDRESS,
                    words[1],
                    "arp",
                    Confidence.HIGH,
                    Basis.OBSERVED,
                    new SourceRef.InCapture(file, ++frame, -1)));
            links.add(new LinkSighting(here, mac, ip(words[1]), 10, frame, 0));
        }
        String client = onLink.getFirst().split(" ", -1)[1];
        for (String server : polled) {
            table.add(
                    new ConversationTableBuilder.Key(
                            here, Transport.TCP, ip(client), ip(server), -1, 502, "modbus", ProtocolEvidence.CONTENT),
                    new ConversationTableBuilder.Volume(10, 10, 1000, 1000, 0, 1_000_000_000L, ++frame, 1),
                    DirectionEvidence.HANDSHAKE,
                    Outcome.ESTABLISHED);
        }
        return new Contribution(
                new Source(file, file, "sha256:" + file, Basis.OBSERVED),
                Optional.empty(),
                table.build(),
                facts,
                links,
                List.of(),
                Map.of());
    }

    private static Facts facts() {
        List<Contribution> captures = new ArrayList<>();
        captures.add(capture(
                "plant.pcap",
                List.of("00:1e:c9:00:00:05 10.50.0.5"),
                List.of("10.50.1.10", "10.50.2.10", "10.50.3.10")));
        for (String cell : List.of("a", "b")) {
            String maker = "00:80:f4:0" + cell + ":00:";
            captures.add(capture(
                    "cell-" + cell + ".pcap",
                    List.of(maker + "30 192.168.1.30", maker + "10 192.168.1.10", maker + "20 192.168.1.20"),
                    List.of("192.168.1.10", "192.168.1.20")));
        }
        return Facts.of(captures);
    }

    @Test
    void threeCellsBuiltAlikeAreNineAssets() {
        PlantReading reading = Documents.read(document());
        Facts facts = facts();
        Inventory inventory = InventoryResolver.resolve(
                facts,
                DocumentIdentity.of(reading.plant().orElseThrow(), facts, reading.positions())
                        .rules());
        Placement placement = Placer.place(reading.plant().orElseThrow(), inventory, reading.positions());

        assertThat(placement.assets().values().stream()
                        .filter(placed -> !placement.views().containsKey(placed.observed()))
                        .map(placed -> placed.documented().map(AssetId::value).orElse(placed.observed())))
                .containsExactlyInAnyOrder("scada", "plc-a", "drive-a", "hmi-a", "plc-b", "drive-b", "hmi-b", "plc-c");
        assertThat(placement.unseen()).containsExactlyInAnyOrder(new AssetId("drive-c"), new AssetId("hmi-c"));
        assertThat(reading.plant().orElseThrow().assets()).hasSize(1 + 9);
    }

    @Test
    void anOutsideAddressIsAnotherNameOfTheInsideAsset() {
        PlantReading reading = Documents.read(document());
        Facts facts = facts();
        Inventory inventory = InventoryResolver.resolve(
                facts,
                DocumentIdentity.of(reading.plant().orElseThrow(), facts, reading.positions())
                        .rules());
        Placement placement = Placer.place(reading.plant().orElseThrow(), inventory, reading.positions());
        for (int i = 0; i < CELLS.size(); i++) {
            Address outside = ip("10.50." + (i + 1) + ".10");
            List<Asset> owners = inventory.assets().stream()
                    .filter(asset -> asset.addresses().contains(outside))
                    .toList();
            assertThat(owners).hasSize(1);
            assertThat(placement.of(owners.getFirst().id()).flatMap(PlacedAsset::documented))
                    .contains(new AssetId("plc-" + CELLS.get(i)));
        }
    }
}
