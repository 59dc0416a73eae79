package org.zonewright.facts.inventory.asset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.facts.Address;
import org.zonewright.facts.Contribution;

/// The entries of one document, and what more than one of them says.
record Listing(List<DocumentEntry> entries, Map<Address, Integer> addressUses, Map<String, Integer> markUses) {

    static Listing of(Contribution contribution) {
        Listing listing = new Listing(DocumentEntry.of(contribution), new HashMap<>(), new HashMap<>());
        for (DocumentEntry entry : listing.entries) {
            entry.addresses().forEach(address -> listing.addressUses.merge(address, 1, Integer::sum));
            entry.marks().forEach(mark -> listing.markUses.merge(mark, 1, Integer::sum));
        }
        return listing;
    }

    boolean hasOnce(Address address) {
        return addressUses.getOrDefault(address, 0) == 1;
    }

    boolean hasOnce(String mark) {
        return markUses.getOrDefault(mark, 0) == 1;
    }
}
