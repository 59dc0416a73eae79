package org.zonewright.assess.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.DocumentAddresses;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Match;
import org.zonewright.plant.PlantAsset;

/// Finds the assets of an inventory that a documented asset's `match` lines describe. All that one line gives must
/// hold. A line with a unit is of a device behind a gateway, which no inventory lists by itself: it finds none.
final class Recogniser {
    private final AddressBook book;
    private final Map<String, Set<String>> bySerial = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();

    Recogniser(Inventory inventory, AddressBook book) {
        this.book = book;
        for (Asset asset : inventory.assets()) {
            for (IdentityFact fact : asset.facts()) {
                if (fact.attribute().equals(Attribute.SERIAL)) {
                    put(bySerial, fact.value(), asset);
                } else if (fact.attribute().equals(Attribute.NAME)) {
                    put(byName, fact.value(), asset);
                    int dot = fact.value().indexOf('.');
                    if (dot > 0) {
                        put(byName, fact.value().substring(0, dot), asset);
                    }
                }
            }
        }
    }

    private static void put(Map<String, Set<String>> index, String value, Asset asset) {
        index.computeIfAbsent(key(value), any -> new TreeSet<>()).add(asset.id());
    }

    private static String key(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /// The ids of the assets that the line describes, sorted.
    SortedSet<String> observed(PlantAsset asset) {
        SortedSet<String> found = new TreeSet<>();
        asset.matches().forEach(match -> found.addAll(observed(match)));
        return found;
    }

    private SortedSet<String> observed(Match match) {
        List<Set<String>> held = new ArrayList<>();
        match.ip().ifPresent(ip -> held.add(at(match, DocumentAddresses.observed(ip))));
        match.mac().ifPresent(mac -> held.add(Set.copyOf(book.ownersOf(DocumentAddresses.observed(mac)))));
        match.serial().ifPresent(serial -> held.add(bySerial.getOrDefault(key(serial), Set.of())));
        match.hostname().ifPresent(name -> held.add(byName.getOrDefault(key(name), Set.of())));
        SortedSet<String> all = new TreeSet<>();
        if (!held.isEmpty() && match.unit().isEmpty()) {
            all.addAll(held.getFirst());
            held.forEach(one -> all.retainAll(one));
        }
        return all;
    }

    /// The owner in the realm that the line names. A device with addresses of several realms is known by each of
    /// them, also where nothing was said to that address.
    private Set<String> at(Match match, Address address) {
        if (match.realm().isEmpty()) {
            return Set.copyOf(book.ownersOf(address));
        }
        return book.ownerOf(match.realm().get().value(), address)
                .map(Set::of)
                .orElseGet(() -> Set.copyOf(book.ownersOf(address).stream()
                        .filter(this::isMerged)
                        .filter(id -> !id.endsWith("/" + address))
                        .toList()));
    }

    private boolean isMerged(String id) {
        return book.asset(id).filter(asset -> !asset.merges().isEmpty()).isPresent();
    }
}
