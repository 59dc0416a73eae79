package org.zonewright.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The example `examples/waterworks`: where it is, and what its pages say.
final class Waterworks {
    /// The folder of the example.
    static final Path FOLDER =
            Path.of("../examples/waterworks").toAbsolutePath().normalize();
    /// The folder of its captures.
    static final Path CAPTURES = FOLDER.resolve("captures");
    /// Its plant document.
    static final Path PLANT = FOLDER.resolve("plant.yaml");
    /// A day on which its findings hold.
    static final String DAY = "2026-11-22";

    private static final Pattern ZONE = Pattern.compile("(?m)^  - id: (\\S+)\\R    name: (.+)$");
    private static final Pattern FLOW = Pattern.compile("- \\{ id: (f-\\S+),");
    private static final Pattern ASSET = Pattern.compile("- \\{ id: (\\S+), match: \\{ realm: (\\S+), ip: (\\S+) }");

    private Waterworks() {}

    /// The tables under a heading of `expected.md`.
    static List<List<Map<String, String>>> expected(String heading) {
        return MarkdownTables.under(heading, text(FOLDER.resolve("expected.md")));
    }

    /// The names that the plant document gives to zones, by their ids.
    static Map<String, String> zoneNames() {
        return matches(ZONE).stream().collect(Collectors.toMap(zone -> zone.group(1), zone -> zone.group(2)));
    }

    /// The ids of the flows of the plant document.
    static List<String> flows() {
        return matches(FLOW).stream().map(flow -> flow.group(1)).toList();
    }

    /// The assets of the plant document: id to realm and address, as in `plant/10.10.0.5`.
    static Map<String, String> assets() {
        return matches(ASSET).stream()
                .collect(Collectors.toMap(asset -> asset.group(1), asset -> asset.group(2) + "/" + asset.group(3)));
    }

    private static List<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(text(PLANT)).results().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
