package org.zonewright.intake.list;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;

/// Dates of cells in ISO 8601: in the mapping's format, already so, or day.month.year, which has one reading.
/// Anything else stays as it is; only where the mapping names a format is that a problem.
final class CellDate {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T.*)?");
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);

    private CellDate() {}

    static String iso(String text, ColumnMapping mapping, SourceRef where, ProblemLog log) {
        if (ISO.matcher(text).matches()) {
            return text;
        }
        Optional<String> format = mapping.dateFormat();
        Optional<String> date = parse(
                text,
                format.map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                        .orElse(DOTTED));
        if (date.isEmpty() && format.isPresent()) {
            log.report(IntakeProblem.BAD_DATE, where, HeadingText.shortened(text), format.get());
        }
        return date.orElse(text);
    }

    private static Optional<String> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(text, format).toString());
        } catch (DateTimeException e) {
            // Not a date in this format: the caller keeps the text.
            return Optional.empty();
        }
    }
}
