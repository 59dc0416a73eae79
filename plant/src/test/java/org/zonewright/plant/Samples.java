package org.zonewright.plant;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.zonewright.base.Texts;
import org.zonewright.plant.yaml.PlantYaml;

/// Documents that several tests read.
public final class Samples {
    /// A document with every key.
    public static final String FULL = text("full.yaml");

    private Samples() {}

    /// A test document by its file name.
    public static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a document that must be whole; its problems are the message of a failure.
    public static Plant whole(String yaml) {
        PlantReading reading = PlantYaml.plain().read("plant.yaml", yaml);
        if (!reading.isWhole()) {
            throw new AssertionError(problems(reading));
        }
        return reading.plant().orElseThrow();
    }

    /// The problems as lines a terminal shows.
    public static String problems(PlantReading reading) {
        return reading.problems().stream()
                .map(problem -> problem.display(Texts.english()))
                .collect(Collectors.joining("\n"));
    }
}
