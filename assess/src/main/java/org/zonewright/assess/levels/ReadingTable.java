package org.zonewright.assess.levels;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.standard.RequirementId;

/// How we read single requirements, a table of our own that levels rest on, read once. A row that cannot be read is a
/// fault of ours and stops the program.
final class ReadingTable {
    private static final class Shipped {
        static final ReadingTable INSTANCE = read(text("reading.tsv"));
    }

    /// `placeBorne`: what was found of a zone as a whole is enough. `condition`: what has to be absent so that the
    /// requirement may be not applicable.
    record Reading(boolean placeBorne, Optional<String> condition) {}

    private static final Reading USUAL = new Reading(false, Optional.empty());

    private final Map<RequirementId, Reading> readings = new LinkedHashMap<>();

    private ReadingTable() {}

    static ReadingTable read(String text) {
        ReadingTable table = new ReadingTable();
        for (List<String> cells : rows(text, 3)) {
            RequirementId id = RequirementId.parse(cells.getFirst())
                    .orElseThrow(() -> new IllegalStateException("no requirement: " + cells.getFirst()));
            String condition = cells.get(2);
            table.readings.put(
                    id,
                    new Reading(
                            cells.get(1).equals("place"),
                            condition.equals("-") ? Optional.empty() : Optional.of(condition)));
        }
        return table;
    }

    static ReadingTable shipped() {
        return Shipped.INSTANCE;
    }

    Reading of(RequirementId id) {
        return readings.getOrDefault(id, USUAL);
    }

    Map<RequirementId, Reading> readings() {
        return readings;
    }

    private static List<List<String>> rows(String text, int cells) {
        return text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> {
                    List<String> row = List.of(line.split("\t", -1));
                    if (row.size() != cells) {
                        throw new IllegalStateException("a row has " + cells + " cells: " + line);
                    }
                    return row;
                })
                .toList();
    }

    private static String text(String name) {
        try (InputStream in = ReadingTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own table cannot be read", e);
        }
    }
}
