package org.zonewright.intake.zeek;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.intake.source.JsonRecords;
import org.zonewright.intake.source.LogRecord;

/// Understands the lines of one log: the head of a tab-separated log, its rows, or JSON objects. A file may hold
/// several
/// heads one after the other, as logs do that were joined. Mutable; one thread; one file.
final class ZeekLine {
    private static final String SEPARATOR = "#separator";

    private char separator = '\t';
    private String setSeparator = ",";
    private String empty = "(empty)";
    private String unset = "-";
    private String path;
    private List<String> fields = List.of();
    private List<String> types = List.of();

    /// `path` is the log's kind until a line says it.
    ZeekLine(String path) {
        this.path = path;
    }

    /// True for a line that says how rows are written, or nothing.
    boolean isHead(String line) {
        return line.isEmpty() || line.charAt(0) == '#';
    }

    /// Takes a line of a head.
    void head(String line) {
        if (line.startsWith(SEPARATOR)) {
            String value = unescaped(line.substring(SEPARATOR.length()).strip());
            separator = value.isEmpty() ? '\t' : value.charAt(0);
            return;
        }
        List<String> words = split(line);
        String value = words.size() > 1 ? words.get(1) : "";
        switch (words.getFirst()) {
            case "#set_separator" -> setSeparator = value;
            case "#empty_field" -> empty = value;
            case "#unset_field" -> unset = value;
            case "#path" -> path = value;
            case "#fields" -> fields = List.copyOf(words.subList(1, words.size()));
            case "#types" -> types = List.copyOf(words.subList(1, words.size()));
            default -> {
                // Times of opening and closing, and notes say nothing that is needed.
            }
        }
    }

    /// The log's kind, such as `conn`.
    String path() {
        return path;
    }

    /// The kind of one record: JSON may hold several in one file.
    String pathOf(LogRecord record) {
        return record.text("_path").orElse(path);
    }

    /// The record of a row; nothing where it does not fit its head, or is no JSON object.
    Optional<LogRecord> row(String line, int number) {
        if (line.charAt(0) == '{') {
            return JsonRecords.read(line, number);
        }
        List<String> cells = split(line);
        if (fields.isEmpty() || cells.size() != fields.size()) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.equals(unset) && !cell.equals(empty)) {
                values.put(fields.get(i), isList(i) ? members(cell) : List.of(unescaped(cell)));
            }
        }
        return Optional.of(new LogRecord(number, values));
    }

    /// How many cells a row should have.
    int width() {
        return fields.size();
    }

    private boolean isList(int column) {
        String type = column < types.size() ? types.get(column) : "";
        return type.startsWith("set[") || type.startsWith("vector[");
    }

    private List<String> members(String cell) {
        if (setSeparator.isEmpty()) {
            return List.of(unescaped(cell));
        }
        List<String> members = new ArrayList<>();
        int from = 0;
        while (from >= 0) {
            int to = cell.indexOf(setSeparator, from);
            members.add(unescaped(to < 0 ? cell.substring(from) : cell.substring(from, to)));
            from = to < 0 ? -1 : to + setSeparator.length();
        }
        return members;
    }

    private List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        int to = line.indexOf(separator);
        while (to >= 0) {
            cells.add(line.substring(from, to));
            from = to + 1;
            to = line.indexOf(separator, from);
        }
        cells.add(line.substring(from));
        return cells;
    }

    /// Bytes that a log cannot hold stand as `\x` and two digits.
    private static String unescaped(String text) {
        if (!text.contains("\\x")) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            boolean escape = text.startsWith("\\x", at) && at + 4 <= text.length();
            int high = escape ? Character.digit(text.charAt(at + 2), 16) : -1;
            int low = escape ? Character.digit(text.charAt(at + 3), 16) : -1;
            if (high >= 0 && low >= 0) {
                plain.append((char) (16 * high + low));
                at += 4;
            } else {
                plain.append(text.charAt(at));
                at++;
            }
        }
        return plain.toString();
    }
}
