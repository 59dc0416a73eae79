package org.zonewright.assess.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.zonewright.assess.Scene;
import org.zonewright.assess.Subject;
import org.zonewright.assess.placement.Placer;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.id.AssetId;
import org.zonewright.plant.id.ZoneId;
import org.zonewright.plant.yaml.PlantYaml;

/// What tests of reach share: published examples with what follows from them, and documents with traffic.
final class ReachCase {
    private ReachCase() {}

    static Map<?, ?> example(String name) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(name));
    }

    static Object at(Object node, String... path) {
        Object inner = node;
        for (String step : path) {
            inner = Objects.requireNonNull(((Map<?, ?>) inner).get(step), step);
        }
        return inner;
    }

    static List<String> words(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(ReachCase.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A document beside this class, read by the product's reader without any problem.
    static Plant plant(String name) {
        PlantReading reading = PlantYaml.plain().read(name, text(name));
        assertThat(reading.problems()).isEmpty();
        return reading.plant().orElseThrow();
    }

    static ReachInput input(Plant plant, Inventory inventory) {
        PlantReading positions = PlantYaml.plain().read("plant.yaml", "zonewright: 1\nsite: { id: any }\n");
        return new ReachInput(
                plant, Placer.place(plant, inventory, positions.positions()), inventory, Enforced.UNKNOWN);
    }

    static Reach reach(Plant plant) {
        return Reach.of(input(plant, new Scene().inventory()));
    }

    static Foothold asset(String id) {
        return new Foothold.OfAsset(Subject.of(new AssetId(id)));
    }

    static Foothold zone(String id) {
        return new Foothold.OfZone(new ZoneId(id));
    }

    static Subject at(String asset) {
        return Subject.of(new AssetId(asset));
    }

    static Spread spread(Reach reach, Foothold foothold) {
        return reach.from(foothold, true).orElseThrow();
    }

    static List<String> assets(Spread spread) {
        return spread.assets().stream().map(reached -> reached.asset().id()).toList();
    }

    static List<String> zones(Spread spread) {
        return spread.zoneIds().stream().map(ZoneId::value).toList();
    }
}
