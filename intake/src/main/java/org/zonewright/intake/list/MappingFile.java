package org.zonewright.intake.list;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Attribute;
import org.zonewright.intake.IntakeProblem;

/// Reads mapping files: `setting = value` lines, then `[columns]`, then `column = field` lines; `#` begins a comment
/// line. In a column's line the last `=` divides, so a heading may hold others. Mutable; one thread; reads one file.
final class MappingFile {
    private static final String COLUMNS = "[columns]";
    private static final List<String> SETTINGS =
            List.of("sheet", "heading-row", "delimiter", "date-format", "realm", "sensor");
    private static final int MAX_LINES = 2000;
    private static final String ATTRIBUTE = "[a-z0-9]+(?:[.-][a-z0-9]+)*";

    private final String file;
    private final ProblemLog log = new ProblemLog();
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, ColumnUse> columns = new TreeMap<>();
    private OptionalInt headingRow = OptionalInt.empty();
    private Optional<Character> delimiter = Optional.empty();

    MappingFile(String file) {
        this.file = file;
    }

    ColumnMapping read(String text) {
        boolean inColumns = false;
        int number = 0;
        for (String line : text.lines().limit(MAX_LINES).map(String::strip).toList()) {
            number++;
            if (line.equals(COLUMNS)) {
                inColumns = true;
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                int equals = inColumns ? line.lastIndexOf('=') : line.indexOf('=');
                if (equals <= 0 || equals == line.length() - 1) {
                    log.report(IntakeProblem.MAPPING_LINE, at(number), HeadingText.shortened(line));
                } else {
                    String left = line.substring(0, equals).strip();
                    String right = line.substring(equals + 1).strip();
                    if (inColumns) {
                        column(number, left, right);
                    } else {
                        setting(number, left, right);
                    }
                }
            }
        }
        return new ColumnMapping(
                columns,
                headingRow,
                Optional.ofNullable(settings.get("sheet")),
                delimiter,
                Optional.ofNullable(settings.get("date-format")),
                Optional.ofNullable(settings.get("realm")),
                Optional.ofNullable(settings.get("sensor")),
                log.problems());
    }

    private void setting(int line, String name, String value) {
        boolean usable =
                switch (name) {
                    case "heading-row" -> headingRow(value);
                    case "delimiter" -> delimiter(value);
                    case "date-format" -> isDateFormat(value);
                    default -> true;
                };
        if (!SETTINGS.contains(name)) {
            log.report(IntakeProblem.MAPPING_SETTING, at(line), name, NearestWord.of(name, SETTINGS));
        } else if (usable) {
            settings.put(name, value);
        } else {
            log.report(IntakeProblem.MAPPING_VALUE, at(line), name, value);
        }
    }

    private void column(int line, String column, String word) {
        Optional<ListField> field = ListField.of(word);
        if (word.equals(ColumnMapping.IGNORE)) {
            columns.put(column, new ColumnUse.Ignored());
        } else if (field.isPresent()) {
            columns.put(column, new ColumnUse.As(field.get()));
        } else if (word.indexOf('.') > 0 && word.matches(ATTRIBUTE)) {
            columns.put(column, new ColumnUse.Kept(new Attribute(word)));
        } else {
            List<String> known = new ArrayList<>(
                    Arrays.stream(ListField.values()).map(ListField::id).toList());
            known.add(ColumnMapping.IGNORE);
            log.report(IntakeProblem.MAPPING_FIELD, at(line), word, NearestWord.of(word, known));
        }
    }

    private boolean headingRow(String value) {
        if (!value.matches("\\d{1,6}")) {
            return false;
        }
        headingRow = OptionalInt.of(Integer.parseInt(value));
        return true;
    }

    private boolean delimiter(String value) {
        String text = value.equals("tab") ? "\t" : value;
        boolean usable = text.length() == 1 && !Character.isLetterOrDigit(text.charAt(0)) && text.charAt(0) != '"';
        delimiter = usable ? Optional.of(text.charAt(0)) : delimiter;
        return usable;
    }

    private static boolean isDateFormat(String value) {
        try {
            return !DateTimeFormatter.ofPattern(value).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            // Only the pattern's own reader knows which patterns there are.
            return false;
        }
    }

    private SourceRef at(int line) {
        return new SourceRef.InDocument(file, line, 1, "");
    }
}
