package org.zonewright.intake.list;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.zonewright.base.Problem;
import org.zonewright.intake.sheet.ColumnLetters;

/// What a person says about one list: its place in the file, its realm, and what its columns mean. What it leaves
/// open is found in the list itself.
///
/// `columns` has headings as the person wrote them, or letters. `headingRow` counts from 1 as spreadsheet programs
/// do; 0 is for a list without headings, whose columns go by letter. `dateFormat` is a pattern such as `dd.MM.yyyy`
/// ([java.time.format.DateTimeFormatter]). `realm` is for rows without a network of their own. `sensor` names the
/// list as a vantage point, the file's name where absent. `problems` are those of the mapping file.
public record ColumnMapping(
        Map<String, ColumnUse> columns,
        OptionalInt headingRow,
        Optional<String> sheet,
        Optional<Character> delimiter,
        Optional<String> dateFormat,
        Optional<String> realm,
        Optional<String> sensor,
        List<Problem> problems) {
    /// The word for a column that is left out on purpose.
    public static final String IGNORE = "ignore";
    /// What follows a list's file name in the name of its mapping file.
    public static final String FILE_SUFFIX = ".mapping";
    /// Nothing said: everything is found in the list.
    public static final ColumnMapping AUTO = new ColumnMapping(
            Map.of(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public ColumnMapping {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
        problems = List.copyOf(problems);
    }

    /// Reads the text of a mapping file; `file` is its name for problems. Lines that cannot be read are problems, the
    /// others count.
    public static ColumnMapping parse(String file, String text) {
        return new MappingFile(file).read(text);
    }

    /// The key under which the mapping names this column, empty where it does not.
    Optional<String> key(int index, String heading) {
        String letter = ColumnLetters.of(index);
        String wanted = HeadingText.slug(heading);
        return columns.keySet().stream()
                .filter(key -> !wanted.isEmpty() && HeadingText.slug(key).equals(wanted))
                .findFirst()
                .or(() -> columns.keySet().stream()
                        .filter(key -> key.equalsIgnoreCase(letter))
                        .findFirst());
    }

    ColumnMapping withProblems(List<Problem> found) {
        return new ColumnMapping(columns, headingRow, sheet, delimiter, dateFormat, realm, sensor, found);
    }

    boolean hasColumns() {
        return !columns.isEmpty();
    }
}
