package org.zonewright.systemtests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables under one heading of a Markdown page: what the page promises people is what the tests hold it to.
final class MarkdownTables {
    private MarkdownTables() {}

    /// The tables between a heading of the second level and the next one, in order; a row maps column to cell,
    /// without marks of code.
    static List<List<Map<String, String>>> under(String heading, String page) {
        List<List<Map<String, String>>> tables = new ArrayList<>();
        List<String> columns = List.of();
        boolean inside = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + heading);
            }
            if (!inside || !line.startsWith("|")) {
                columns = List.of();
            } else if (columns.isEmpty()) {
                columns = cells(line);
                tables.add(new ArrayList<>());
            } else if (!line.startsWith("|---")) {
                tables.getLast().add(row(columns, cells(line)));
            }
        }
        if (tables.isEmpty()) {
            throw new AssertionError("no table under the heading " + heading);
        }
        return tables;
    }

    private static List<String> cells(String line) {
        String inner = line.strip();
        inner = inner.substring(1, inner.length() - (inner.endsWith("|") ? 1 : 0));
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    private static Map<String, String> row(List<String> columns, List<String> cells) {
        if (columns.size() != cells.size()) {
            throw new AssertionError("a row of " + cells.size() + " cells under " + columns + ": " + cells);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }
}
