package org.zonewright.facts.inventory.asset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.IdentityFact;
import org.zonewright.facts.MacAddress;
import org.zonewright.facts.VantagePoint;

/// One device as one document names it: its facts, and the addresses they are about, tell as its own, or share a row
/// with. Its collections grow while a contribution is read, and not after.
///
/// In `place` the interface names a realm where the document has one for the row, and the sensor is the document's
/// name, or that of a realm or sensor the whole document speaks of.
record DocumentEntry(VantagePoint place, SortedSet<Address> addresses, List<IdentityFact> facts) {

    /// The entries of a contribution's documented or configured facts, in the order of their first address.
    static List<DocumentEntry> of(Contribution contribution) {
        Map<VantagePoint, Map<Address, DocumentEntry>> byPlace = new HashMap<>();
        Map<String, Address> rows = new HashMap<>();
        for (IdentityFact fact : contribution.identities()) {
            if (fact.basis() != Basis.OBSERVED && fact.subject().isStation()) {
                Map<Address, DocumentEntry> entries = byPlace.computeIfAbsent(fact.vantage(), any -> new HashMap<>());
                DocumentEntry entry = entry(entries, fact.vantage(), fact.subject());
                entry.facts.add(fact);
                sameDevice(fact, rows).ifPresent(other -> unite(entries, entry, entry(entries, entry.place, other)));
            }
        }
        if (byPlace.isEmpty()) {
            return List.of(); // of every capture
        }
        return byPlace.values().stream()
                .flatMap(entries -> entries.values().stream())
                .distinct()
                .sorted(Comparator.comparing(DocumentEntry::place)
                        .thenComparing(entry -> entry.addresses().first()))
                .toList();
    }

    /// Another address that the fact says is of the same device.
    private static Optional<Address> sameDevice(IdentityFact fact, Map<String, Address> rows) {
        if (fact.attribute().equals(Attribute.LIST_ROW)) {
            return Optional.ofNullable(rows.putIfAbsent(fact.vantage() + fact.value(), fact.subject()));
        }
        return fact.attribute().equals(Attribute.OWNS_ADDRESS)
                ? Address.parse(fact.value()).filter(Address::isStation)
                : Optional.empty();
    }

    private static DocumentEntry entry(Map<Address, DocumentEntry> entries, VantagePoint place, Address address) {
        return entries.computeIfAbsent(
                address, any -> new DocumentEntry(place, new TreeSet<>(List.of(address)), new ArrayList<>()));
    }

    private static void unite(Map<Address, DocumentEntry> entries, DocumentEntry into, DocumentEntry from) {
        if (!into.equals(from)) {
            into.addresses.addAll(from.addresses);
            into.facts.addAll(from.facts);
            from.addresses.forEach(address -> entries.put(address, into));
        }
    }

    /// What the document calls the entry's realm: the row's own word, else the document's name.
    String placeName() {
        return place.networkInterface().isEmpty() ? place.sensor() : place.networkInterface();
    }

    /// Realm ids that the place may mean, the most telling first.
    List<String> realmIds() {
        return place.vlans().isEmpty()
                ? List.of(placeName(), place.sensor())
                : List.of(placeName(), place.sensor() + "/vlan " + place.vlanPath(), place.sensor());
    }

    SourceRef where() {
        return facts.getFirst().where();
    }

    List<Address> macs() {
        return addresses.stream().filter(MacAddress.class::isInstance).toList();
    }

    List<Address> ips() {
        return addresses.stream().filter(Address::isIp).toList();
    }

    /// The values by which a device may be known without an address, as they are compared.
    List<String> marks() {
        return facts.stream()
                .flatMap(fact -> mark(fact).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// A name (its first label, lower case) or a serial number, each with what it is; nothing for other attributes.
    static List<String> mark(IdentityFact fact) {
        String value = fact.value().strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return List.of();
        }
        if (fact.attribute().equals(Attribute.SERIAL)) {
            return List.of("serial " + value);
        }
        if (fact.attribute().equals(Attribute.NAME)) {
            int end = value.indexOf('.') > 0 ? value.indexOf('.') : value.indexOf('<');
            return List.of("name " + (end > 0 ? value.substring(0, end) : value));
        }
        return List.of();
    }
}
