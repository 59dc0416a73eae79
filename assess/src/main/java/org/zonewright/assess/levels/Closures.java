package org.zonewright.assess.levels;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.assurance.RequirementRef;

/// The measures in place, by what they close where. Of several the one with the smallest id. Immutable.
final class Closures {
    private static final Measure[] NONE = new Measure[0];

    private final RequirementTable table;
    private final Map<Integer, Map<Integer, Measure>> bySystem = new HashMap<>();
    private final Map<Integer, Map<Integer, Measure>> byComponent = new HashMap<>();
    private final Map<Integer, Map<Integer, Measure>> assetSystems = new HashMap<>();

    Closures(RequirementTable table, SiteIndex site, Plant plant) {
        this.table = table;
        for (Measure measure : plant.measures()) {
            if (measure.state() == Measure.State.IN_PLACE) {
                for (Measure.Closure closure : measure.closes()) {
                    add(site, measure, closure);
                }
            }
        }
    }

    private void add(SiteIndex site, Measure measure, Measure.Closure closure) {
        int place = site.placeNumber(closure.at());
        int asset = site.assetNumber(closure.at());
        for (RequirementRef ref : closure.requirements()) {
            RequirementTable.Meaning meaning = table.meaning(ref, Optional.empty());
            for (int system : meaning.systems()) {
                put(place >= 0 ? bySystem : assetSystems, Math.max(place, asset), system, measure);
            }
            for (int component : meaning.components()) {
                int system = table.systemOf(component);
                if (asset >= 0) {
                    put(byComponent, asset, component, measure);
                } else if (system >= 0) {
                    put(bySystem, place, system, measure);
                }
            }
        }
    }

    private static void put(Map<Integer, Map<Integer, Measure>> map, int at, int requirement, Measure measure) {
        if (at >= 0) {
            map.computeIfAbsent(at, _ -> new HashMap<>())
                    .merge(requirement, measure, (one, other) -> one.id().compareTo(other.id()) <= 0 ? one : other);
        }
    }

    /// The measure that closes an SR or RE for a whole place.
    @Nullable
    Measure atPlace(int place, int system) {
        return bySystem.getOrDefault(place, Map.of()).get(system);
    }

    /// For each slot of an asset the measure that closes it there; empty where there is none at all.
    @Nullable
    Measure[] atAsset(int asset, int type) {
        Map<Integer, Measure> components = byComponent.getOrDefault(asset, Map.of());
        Map<Integer, Measure> systems = assetSystems.getOrDefault(asset, Map.of());
        if (components.isEmpty() && systems.isEmpty()) {
            return NONE;
        }
        int[] numbers = table.componentsOf(type);
        @Nullable Measure[] measures = new Measure[numbers.length];
        for (int slot = 0; slot < numbers.length; slot++) {
            Measure own = components.get(numbers[slot]);
            measures[slot] = own != null ? own : systems.get(table.systemOf(numbers[slot]));
        }
        return measures;
    }
}
