package org.zonewright.assess.reach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The product's own small tables: a word, a tab, what it stands for.
final class Tables {
    private Tables() {}

    /// The rows of a table beside this class; comments begin with `#`.
    static Map<String, String> read(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file " + name);
            }
            Map<String, String> rows = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        int tab = line.indexOf('\t');
                        rows.put(line.substring(0, tab), line.substring(tab + 1).strip());
                    });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own table cannot be read: " + name, e);
        }
    }
}
