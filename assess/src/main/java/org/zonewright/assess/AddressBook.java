package org.zonewright.assess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Conversation;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.network.Cidr;

/// Which asset of an inventory has which address of which realm. An asset that stands in several realms (a router, a
/// machine behind address translation) has addresses of each. Immutable once made.
public final class AddressBook {
    /// An address and the realm it is meant in.
    public record Located(String realm, Address address) implements Comparable<Located> {
        @Override
        public int compareTo(Located other) {
            int order = realm.compareTo(other.realm);
            return order != 0 ? order : address.compareTo(other.address);
        }
    }

    private final Map<Located, String> owners = new HashMap<>();
    private final Map<Address, List<String>> anywhere = new HashMap<>();
    private final Map<String, SortedSet<Located>> places = new TreeMap<>();
    private final Map<String, Asset> assets = new TreeMap<>();
    private final Map<String, String> routed = new TreeMap<>();

    private AddressBook() {}

    public static AddressBook of(Inventory inventory) {
        AddressBook book = new AddressBook();
        inventory.assets().forEach(asset -> book.assets.put(asset.id(), asset));
        for (Conversation conversation : inventory.conversations()) {
            book.put(conversation.realm(), conversation.clientAddress(), conversation.client());
            book.put(conversation.realm(), conversation.serverAddress(), conversation.server());
        }
        for (Asset asset : inventory.assets()) {
            for (Address address : asset.addresses()) {
                if (asset.merges().isEmpty() || asset.id().endsWith("/" + address) || book.isUnplaced(asset, address)) {
                    book.put(asset.realm(), address, asset.id());
                }
                List<String> owners = book.anywhere.computeIfAbsent(address, any -> new ArrayList<>());
                if (!owners.contains(asset.id())) {
                    owners.add(asset.id());
                }
            }
        }
        book.findRouted(inventory);
        return book;
    }

    private boolean isUnplaced(Asset asset, Address address) {
        return places.getOrDefault(asset.id(), new TreeSet<>()).stream()
                .noneMatch(place -> place.address().equals(address));
    }

    private void put(String realm, Address address, String asset) {
        if (!asset.isEmpty()) {
            Located place = new Located(realm, address);
            owners.putIfAbsent(place, asset);
            places.computeIfAbsent(asset, any -> new TreeSet<>()).add(place);
        }
    }

    /// A station with no MAC address of its own in a realm, outside all networks of that realm, is there from behind
    /// a router; where one asset alone of the other realms owns the address, it is that asset.
    private void findRouted(Inventory inventory) {
        Map<String, List<Cidr>> networks = new HashMap<>();
        inventory.networks().forEach(network -> networks.computeIfAbsent(network.realm(), any -> new ArrayList<>())
                .add(Cidr.parse(network.cidr())));
        for (Asset asset : inventory.assets()) {
            if (asset.addresses().size() == 1 && asset.addresses().getFirst().isIp()) {
                Address address = asset.addresses().getFirst();
                boolean local = DocumentAddresses.ip(address)
                        .filter(ip -> networks.getOrDefault(asset.realm(), List.of()).stream()
                                .anyMatch(network -> network.contains(ip)))
                        .isPresent();
                List<String> owners = anywhere.getOrDefault(address, List.of()).stream()
                        .filter(other -> !other.equals(asset.id()) && ownsLink(other))
                        .toList();
                if (!local && owners.size() == 1) {
                    routed.put(asset.id(), owners.getFirst());
                }
            }
        }
    }

    private boolean ownsLink(String id) {
        Asset asset = assets.get(id);
        return asset != null && asset.addresses().stream().anyMatch(MacAddress.class::isInstance);
    }

    /// The asset itself, or the one that it is only another realm's view of.
    public String canonical(String asset) {
        return routed.getOrDefault(asset, asset);
    }

    /// True if the asset is only another realm's view of one that is listed by itself.
    public boolean isView(String asset) {
        return routed.containsKey(asset);
    }

    /// The asset with the address in the realm, views replaced by what they show.
    public Optional<String> ownerOf(String realm, Address address) {
        return Optional.ofNullable(owners.get(new Located(realm, address))).map(this::canonical);
    }

    /// The assets with the address in any realm, in the order of the inventory, views left out.
    public List<String> ownersOf(Address address) {
        return anywhere.getOrDefault(address, List.of()).stream()
                .filter(asset -> !isView(asset))
                .toList();
    }

    /// Every address of the asset with its realm, in order.
    public Collection<Located> placesOf(String asset) {
        return places.getOrDefault(asset, new TreeSet<>());
    }

    public Optional<Asset> asset(String id) {
        return Optional.ofNullable(assets.get(id));
    }
}
