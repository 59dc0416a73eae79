package org.zonewright.assess.indication;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.RequirementId.SystemId;

/// The shipped table, read once. A row that cannot be read is a fault of ours and stops the program.
final class IndicationTable {
    private static final Pattern VERSION = Pattern.compile("version (\\d+\\.\\d+\\.\\d+)");

    private static final class Shipped {
        static final IndicationTable INSTANCE = read();
    }

    /// When a row applies to an answered exchange.
    enum When {
        ANSWERED,
        READABLE,
        ACTING,
        OLD_SMB,
        UNSECURED_OPCUA;

        static When parse(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no such condition: " + word));
        }
    }

    /// One row.
    record Row(String id, Set<String> protocols, When when, List<SystemId> requirements) {}

    private final String version;
    private final List<Row> rows;

    private IndicationTable(String version, List<Row> rows) {
        this.version = version;
        this.rows = List.copyOf(rows);
    }

    static IndicationTable shipped() {
        return Shipped.INSTANCE;
    }

    String version() {
        return version;
    }

    List<Row> rows() {
        return rows;
    }

    private static IndicationTable read() {
        String text;
        try (InputStream in = IndicationTable.class.getResourceAsStream("indications.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file indications.tsv");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own table cannot be read", e);
        }
        Matcher version = VERSION.matcher(text);
        List<Row> rows = new ArrayList<>();
        text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> rows.add(row(line)));
        return new IndicationTable(version.find() ? version.group(1) : "", rows);
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
            throw new IllegalStateException("a row has four cells: " + line);
        }
        return new Row(
                cells[0],
                Set.of(cells[1].split(",", -1)),
                When.parse(cells[2]),
                Arrays.stream(cells[3].split(";", -1))
                        .map(IndicationTable::requirement)
                        .toList());
    }

    private static SystemId requirement(String text) {
        Optional<RequirementId> id = RequirementId.parse(text);
        if (id.isPresent() && id.get() instanceof SystemId system) {
            return system;
        }
        throw new IllegalStateException("no system requirement: " + text);
    }
}
