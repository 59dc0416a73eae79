package org.zonewright.assess.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.facts.inventory.Role;
import org.zonewright.plant.AssetType;
import org.zonewright.plant.Match;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.RealmId;

/// Names the assets of an inventory for a plant document, and writes each as a line of it.
public final class AssetNames {
    private static final Set<Role> NETWORK = Set.of(Role.SWITCH, Role.ROUTER, Role.WIRELESS_ACCESS);
    private static final Set<Role> EMBEDDED = Set.of(Role.CONTROLLER, Role.FIELD_DEVICE, Role.GATEWAY, Role.PRINTER);
    private static final int MOST_MATCHES = 16;

    private AssetNames() {}

    /// An id for each asset that is no mere view of another: its name without domain, else its address, with the
    /// realm where two would be equal.
    static Map<String, AssetId> of(Inventory inventory) {
        AddressBook book = AddressBook.of(inventory);
        List<Asset> assets = inventory.assets().stream()
                .filter(asset -> !book.isView(asset.id()))
                .toList();
        Map<String, Integer> uses = new HashMap<>();
        assets.forEach(asset -> uses.merge(name(asset), 1, Integer::sum));
        Map<String, Integer> taken = Words.nothingTaken();
        Map<String, AssetId> ids = new HashMap<>();
        for (Asset asset : assets) {
            String name = name(asset);
            String id = uses.getOrDefault(name, 1) > 1 ? name + "-" + Words.id(Words.withoutFile(asset.realm())) : name;
            ids.put(asset.id(), new AssetId(Words.unique(id, taken)));
        }
        return ids;
    }

    private static String name(Asset asset) {
        String said = asset.best(Attribute.NAME)
                .map(name -> Words.id(shortName(name)))
                .orElse("");
        if (!said.isEmpty()) {
            return said;
        }
        String address = Words.id(asset.id().substring(asset.id().lastIndexOf('/') + 1));
        return address.isEmpty() ? "asset" : address;
    }

    static String shortName(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && !name.matches("[\\d.]+") ? name.substring(0, dot) : name;
    }

    /// The asset as a line of the document; without a zone.
    public static PlantAsset line(Asset asset, AssetId id, AddressBook book, Function<String, RealmId> realms) {
        List<Match> matches = new ArrayList<>();
        book.placesOf(asset.id()).forEach(place -> DocumentAddresses.ip(place.address())
                .filter(ip -> !ip.v6() || ip.high() >>> 54 != 0x3fa)
                .ifPresent(ip -> matches.add(Match.address(realms.apply(place.realm()), ip))));
        if (matches.isEmpty()) {
            asset.addresses().stream()
                    .filter(MacAddress.class::isInstance)
                    .map(MacAddress.class::cast)
                    .forEach(mac -> matches.add(hardware(mac)));
        }
        PlantAsset line = PlantAsset.of(id)
                .withMatches(matches.stream().limit(MOST_MATCHES).toList())
                .withRoles(asset.roles().stream()
                        .map(assigned -> assigned.role().id())
                        .distinct()
                        .toList());
        return type(asset).map(line::withType).orElse(line);
    }

    private static Match hardware(MacAddress mac) {
        return new Match(
                Optional.empty(),
                Optional.empty(),
                Optional.of(DocumentAddresses.mac(mac)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<AssetType> type(Asset asset) {
        List<Role> roles =
                asset.roles().stream().map(assigned -> assigned.role()).toList();
        if (roles.stream().anyMatch(NETWORK::contains)) {
            return Optional.of(AssetType.NETWORK);
        }
        if (roles.stream().anyMatch(EMBEDDED::contains)) {
            return Optional.of(AssetType.EMBEDDED);
        }
        return roles.isEmpty() ? Optional.empty() : Optional.of(AssetType.HOST);
    }
}
