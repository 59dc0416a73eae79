package org.zonewright.assess.partition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.NewLines;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.id.AssetId;

/// Names the assets of an inventory for a plant document.
final class AssetNames {
    private AssetNames() {}

    /// An id for each asset that is no mere view of another: its name, with the realm where two would be equal.
    static Map<String, AssetId> of(Inventory inventory) {
        AddressBook book = AddressBook.of(inventory);
        List<Asset> assets = inventory.assets().stream()
                .filter(asset -> !book.isView(asset.id()))
                .toList();
        Map<String, Integer> uses = new HashMap<>();
        assets.forEach(asset -> uses.merge(NewLines.name(asset), 1, Integer::sum));
        Map<String, Integer> taken = Words.nothingTaken();
        Map<String, AssetId> ids = new HashMap<>();
        for (Asset asset : assets) {
            String name = NewLines.name(asset);
            String realm = NewLines.id(Words.withoutFile(asset.realm()));
            String id = uses.getOrDefault(name, 1) > 1 && !realm.isEmpty() ? name + "-" + realm : name;
            ids.put(asset.id(), new AssetId(Words.unique(id, taken)));
        }
        return ids;
    }
}
