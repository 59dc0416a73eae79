package org.zonewright.assess.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.assess.placement.PlacedAsset;
import org.zonewright.assess.placement.Placement;
import org.zonewright.facts.Address;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.id.AssetId;

/// Puts the conversations of an inventory between the places of the drawing.
final class Exchanges {
    private final Map<String, Asset> assets;
    private final Placement placement;
    private final ZoneLookup zones;

    private Exchanges(Inventory inventory, Placement placement, ZoneLookup zones) {
        this.assets = inventory.assetsById();
        this.placement = placement;
        this.zones = zones;
    }

    /// All exchanges in a fixed order, those to groups and control messages included.
    static List<Exchange> of(Inventory inventory, Placement placement, ZoneLookup zones) {
        Map<String, Exchange> byKey = new TreeMap<>();
        for (Exchange exchange : views(inventory, placement, zones)) {
            Conversation conversation = exchange.conversation();
            String key = exchange.from().identity() + " " + exchange.to().identity() + " " + conversation.service()
                    + " " + conversation.protocol();
            byKey.merge(key, exchange, Exchanges::better);
        }
        List<Exchange> all = new ArrayList<>(byKey.values());
        all.sort(Exchange.ORDER);
        return all;
    }

    /// Every conversation by itself, in the order of the inventory: routed traffic once for each view of it.
    static List<Exchange> views(Inventory inventory, Placement placement, ZoneLookup zones) {
        Exchanges exchanges = new Exchanges(inventory, placement, zones);
        return inventory.conversations().stream()
                .map(conversation -> new Exchange(
                        conversation,
                        exchanges.end(conversation.realm(), conversation.clientAddress(), conversation.client()),
                        exchanges.end(conversation.realm(), conversation.serverAddress(), conversation.server())))
                .toList();
    }

    private End end(String realm, Address address, String asset) {
        String shown = placement.views().getOrDefault(asset, asset);
        Optional<PlacedAsset> placed = placement.of(shown);
        Place place = placed.map(PlacedAsset::place).orElseGet(() -> zones.zoneOf(realm, address)
                .<Place>map(Place.InZone::new)
                .orElseGet(Place.Undrawn::new));
        Optional<AssetId> documented = placed.flatMap(PlacedAsset::documented);
        Asset known = assets.get(shown);
        String name = known == null ? address.toString() : known.label();
        String label = documented
                .map(AssetId::value)
                .orElse(name.equals(address.toString()) ? name : name + " (" + address + ")");
        return new End(place, documented, shown, label, realm, address);
    }

    /// Of two views of one exchange the one that shows more: an answer before none, then functions, then packets.
    private static Exchange better(Exchange one, Exchange two) {
        int byOutcome = one.outcome().compareTo(two.outcome());
        if (byOutcome != 0) {
            return byOutcome < 0 ? one : two;
        }
        int byFunctions = Integer.compare(one.requests().size(), two.requests().size());
        if (byFunctions != 0) {
            return byFunctions > 0 ? one : two;
        }
        return packets(two) > packets(one) ? two : one;
    }

    private static long packets(Exchange exchange) {
        return exchange.conversation().clientPackets() + exchange.conversation().serverPackets();
    }
}
