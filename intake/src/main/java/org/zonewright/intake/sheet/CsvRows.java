package org.zonewright.intake.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;

/// The records of a CSV file. A row's number is its record's, as a spreadsheet program would show it, not the line:
/// a quoted cell may span lines.
final class CsvRows implements RowSource {
    /// Lines in one cell that each look like a row before the quote counts as not closed.
    private static final int SUSPECT_LINES = 3;

    private final String file;
    private final Iterator<CsvRecord> records;
    private final char delimiter;
    private final CellBounds bounds;
    private final ProblemLog log;
    private int number;
    private int width = 2;

    CsvRows(String file, CsvReader<CsvRecord> reader, char delimiter, ProblemLog log) {
        this.file = file;
        this.records = reader.iterator();
        this.delimiter = delimiter;
        this.bounds = new CellBounds(file, "", log);
        this.log = log;
    }

    @Override
    public Optional<SheetRow> next() throws RefusedSheet {
        try {
            while (records.hasNext()) {
                SheetRow row = row(records.next());
                if (!row.isEmpty()) {
                    return bounds.rowFits(row.number()) ? Optional.of(row) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (CsvParseException | UncheckedIOException e) {
            throw new RefusedSheet(IntakeProblem.DAMAGED, "after row " + number + " the text cannot be cut into cells");
        }
    }

    private SheetRow row(CsvRecord record) {
        number++;
        List<String> cells = new ArrayList<>(Math.min(record.getFieldCount(), SheetLimits.MAX_COLUMNS));
        for (int column = 0; column < record.getFieldCount(); column++) {
            String text = asTyped(record.getField(column));
            if (bounds.columnFits(number, column, !text.isBlank())) {
                suspectQuote(column, text);
                cells.add(bounds.text(number, column, text));
            }
        }
        width = Math.max(width, record.getFieldCount());
        return new SheetRow(number, cells);
    }

    /// Programs write `="0012"` to keep a text from being read as a number.
    private static String asTyped(String text) {
        return text.length() >= 3 && text.startsWith("=\"") && text.endsWith("\"")
                ? text.substring(2, text.length() - 1)
                : text;
    }

    /// A quote that is not closed swallows the rows that follow it: they show as lines with as many cells as a row.
    private void suspectQuote(int column, String text) {
        if (text.indexOf('\n') >= 0 && text.lines().filter(this::looksLikeRow).count() >= SUSPECT_LINES) {
            log.report(
                    IntakeProblem.QUOTE_NOT_CLOSED,
                    new SourceRef.InSheet(file, "", number, ColumnLetters.of(column)),
                    text.lines().count());
        }
    }

    private boolean looksLikeRow(String line) {
        return line.chars().filter(c -> c == delimiter).count() >= width - 1;
    }
}
