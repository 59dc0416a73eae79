package org.zonewright.assess.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.yaml.PlantYaml;

/// A published example with numbers, as a tree of maps and lists; `cases/*.yaml` say where each was read.
record Cases(Map<String, Object> root) {
    static Cases read(String name) {
        try (InputStream in =
                Objects.requireNonNull(Cases.class.getResourceAsStream("cases/" + name), "no case " + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Cases(map(new Load(LoadSettings.builder().build()).loadFromString(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a plant document with the product's reader; every problem fails the test.
    static Plant plant(String document) {
        PlantReading reading = PlantYaml.plain().read("case.yaml", document);
        assertThat(reading.problems()).isEmpty();
        return reading.plant().orElseThrow();
    }

    static Map<String, Object> map(Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    static List<Object> list(Object node) {
        return List.copyOf((List<?>) node);
    }

    /// The value of a key that must be there.
    static Object in(Map<String, Object> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    Object at(Object... path) {
        Object node = root;
        for (Object step : path) {
            node = step instanceof Integer index
                    ? list(node).get(index)
                    : map(node).get(step.toString());
            if (node == null) {
                throw new IllegalArgumentException("nothing at " + step);
            }
        }
        return node;
    }

    Map<String, Object> mapAt(Object... path) {
        return map(at(path));
    }

    List<Object> listAt(Object... path) {
        return list(at(path));
    }

    int number(Object... path) {
        return ((Number) at(path)).intValue();
    }
}
