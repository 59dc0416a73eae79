package org.zonewright.assess.placement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.plant.id.AssetId;

/// The inventory laid over the drawing.
///
/// `assets` has every asset of the inventory by its id; one that is only another realm's view of a second (see
/// [org.zonewright.assess.AddressBook]) is placed as that one and listed in `views`, view to what it shows.
/// `unseen` are the documented assets that none of them is, in the document's order; `contested` the ids of observed
/// assets that more than one line of the document names, with those lines.
public record Placement(
        Map<String, PlacedAsset> assets,
        Map<String, String> views,
        List<AssetId> unseen,
        Map<String, List<AssetId>> contested) {

    public Placement {
        assets = sorted(assets);
        views = sorted(views);
        unseen = List.copyOf(unseen);
        contested = sorted(contested);
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    public Optional<PlacedAsset> of(String observed) {
        return Optional.ofNullable(assets.get(observed));
    }
}
