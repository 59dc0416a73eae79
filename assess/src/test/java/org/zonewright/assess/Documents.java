package org.zonewright.assess;

import org.zonewright.base.Severity;
import org.zonewright.base.Texts;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.yaml.PlantYaml;

/// Plant documents written as text in tests.
public final class Documents {
    private static final String HEAD = "zonewright: 1\nsite: { id: test }\n";

    private Documents() {}

    /// The document without its first two lines.
    public static PlantReading read(String text) {
        PlantReading reading = PlantYaml.plain().read("plant.yaml", HEAD + text);
        boolean whole = reading.problems().stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        if (!whole) {
            throw new IllegalArgumentException(reading.problems().stream()
                    .map(problem -> problem.display(Texts.english()))
                    .toList()
                    .toString());
        }
        return reading;
    }

    public static Plant plant(String text) {
        return read(text).plant().orElseThrow();
    }
}
