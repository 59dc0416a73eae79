package org.zonewright.assess.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zonewright.assess.AddressBook;
import org.zonewright.assess.AddressBook.Located;
import org.zonewright.assess.Place;
import org.zonewright.assess.ZoneLookup;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantAsset;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;

/// Lays the inventory over the drawing. A pure function; its time grows with assets and matches, not their product.
public final class Placer {
    private final Inventory inventory;
    private final AddressBook book;
    private final ZoneLookup zones;
    private final SourceMap positions;
    private final Map<String, PlantAsset> documented = new HashMap<>();
    private final Map<String, List<AssetId>> contested = new TreeMap<>();

    private Placer(Plant plant, Inventory inventory, SourceMap positions) {
        this.inventory = inventory;
        this.positions = positions;
        book = AddressBook.of(inventory);
        zones = new ZoneLookup(plant);
    }

    public static Placement place(Plant plant, Inventory inventory, SourceMap positions) {
        Placer placer = new Placer(plant, inventory, positions);
        placer.match(plant);
        return placer.placement(plant);
    }

    private void match(Plant plant) {
        Recogniser recogniser = new Recogniser(inventory, book);
        for (PlantAsset asset : plant.assets()) {
            for (String observed : recogniser.observed(asset)) {
                PlantAsset first = documented.putIfAbsent(observed, asset);
                if (first != null && !first.id().equals(asset.id())) {
                    List<AssetId> lines = contested.computeIfAbsent(observed, any -> new ArrayList<>());
                    if (lines.isEmpty()) {
                        lines.add(first.id());
                    }
                    lines.add(asset.id());
                }
            }
        }
    }

    private Placement placement(Plant plant) {
        Map<String, PlacedAsset> placed = new TreeMap<>();
        Map<String, String> views = new TreeMap<>();
        Set<AssetId> seen = new HashSet<>();
        for (Asset asset : inventory.assets()) {
            String shown = book.canonical(asset.id());
            if (!shown.equals(asset.id())) {
                views.put(asset.id(), shown);
            }
            PlacedAsset here = placed(asset.id(), book.asset(shown).orElse(asset));
            placed.put(asset.id(), here);
            if (asset.isObserved()) {
                here.documented().ifPresent(seen::add);
            }
        }
        List<AssetId> unseen = plant.assets().stream()
                .map(PlantAsset::id)
                .filter(id -> !seen.contains(id))
                .toList();
        return new Placement(placed, views, unseen, contested);
    }

    private PlacedAsset placed(String id, Asset asset) {
        Map<ZoneId, Located> byAddress = new TreeMap<>();
        for (Located place : homeFirst(asset)) {
            zones.zoneOf(place.realm(), place.address()).ifPresent(zone -> byAddress.putIfAbsent(zone, place));
        }
        Optional<PlantAsset> line = Optional.ofNullable(documented.get(asset.id()));
        Optional<Place> said = line.flatMap(known -> zones.placeOf(known.id()));
        Place place = said.orElseGet(() -> firstZone(asset).orElseGet(Place.Undrawn::new));
        return new PlacedAsset(
                id,
                line.map(PlantAsset::id),
                place,
                byAddress.keySet().stream().toList(),
                reason(asset, line, said.isPresent(), place));
    }

    private Optional<Place> firstZone(Asset asset) {
        return homeFirst(asset).stream()
                .flatMap(at -> zones.zoneOf(at.realm(), at.address()).stream())
                .findFirst()
                .map(Place.InZone::new);
    }

    /// The asset's addresses, those of its own realm before others.
    private List<Located> homeFirst(Asset asset) {
        return book.placesOf(asset.id()).stream()
                .sorted(Comparator.comparing((Located at) -> !at.realm().equals(asset.realm())))
                .toList();
    }

    private Reason reason(Asset asset, Optional<PlantAsset> line, boolean said, Place place) {
        List<SourceRef> lines =
                line.flatMap(known -> positions.of(known.id())).stream().toList();
        String name = line.map(known -> known.id().value()).orElse(asset.id());
        Text text;
        if (place instanceof Place.Undrawn) {
            text = Text.of(line.isPresent() ? "placement.known-undrawn" : "placement.unknown-undrawn", name);
        } else if (line.isPresent()) {
            text = Text.of(said ? "placement.documented" : "placement.documented-address", name, place.label());
        } else {
            text = Text.of("placement.unknown", name, place.label());
        }
        return new Reason(text, lines, List.of());
    }
}
