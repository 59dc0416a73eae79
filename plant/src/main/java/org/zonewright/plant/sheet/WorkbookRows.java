package org.zonewright.plant.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.zonewright.base.ProblemLog;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// The rows of one sheet as texts by heading. The first row that is not empty holds the headings.
final class WorkbookRows {
    private static final long MAX_CELLS = 20_000_000;

    /// A row under the headings.
    record Entry(Map<String, Node.Scalar> cells, Place.InCell place) {}

    private final String file;
    private final String sheet;
    private final ProblemLog log;
    private long cellsSeen;

    WorkbookRows(String file, String sheet, ProblemLog log) {
        this.file = file;
        this.sheet = sheet;
        this.log = log;
    }

    /// All rows; a sheet beyond the bound is read as far as it goes.
    List<Entry> read(Sheet source) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        try (Stream<Row> rows = source.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                cellsSeen += row.getCellCount();
                if (cellsSeen > MAX_CELLS) {
                    log.report(
                            PlantProblem.TOO_LARGE, place(row.getRowNum(), "").ref(""), MAX_CELLS + " cells");
                    break;
                }
                if (headings.isEmpty()) {
                    headings.addAll(headings(row));
                } else {
                    entry(row, headings).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    private Place.InCell place(int row, String column) {
        return new Place.InCell(file, sheet, row, column);
    }

    private List<String> headings(Row row) {
        List<String> headings = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            headings.add(row.getOptionalCell(i)
                    .map(cell -> text(cell, row, "").strip())
                    .orElse(""));
        }
        return headings.stream().allMatch(String::isEmpty) ? List.of() : headings;
    }

    private Optional<Entry> entry(Row row, List<String> headings) {
        Map<String, Node.Scalar> cells = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(headings.size(), row.getCellCount()); i++) {
            String heading = headings.get(i);
            Optional<Cell> cell = row.getOptionalCell(i);
            if (!heading.isEmpty() && cell.isPresent()) {
                String text = text(cell.get(), row, heading);
                if (!text.isBlank()) {
                    cells.put(heading, new Node.Scalar(text, true, place(row.getRowNum(), heading)));
                }
            }
        }
        return cells.isEmpty() ? Optional.empty() : Optional.of(new Entry(cells, place(row.getRowNum(), "")));
    }

    private String text(Cell cell, Row row, String heading) {
        return switch (cell.getType()) {
            case STRING -> cell.asString();
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case NUMBER -> isDate(cell) ? date(cell.asDate()) : number(cell.asNumber());
            case EMPTY -> "";
            case FORMULA, ERROR -> {
                log.report(PlantProblem.FORMULA, place(row.getRowNum(), heading).ref(""));
                yield "";
            }
        };
    }

    /// Programs keep numbers as binary fractions; the shortest decimal that means the same one is what was typed.
    private static String number(BigDecimal number) {
        return BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).matches("(?s).*(yy|d{1,4}[-/. ]m|m[-/. ]d).*");
    }

    private static String date(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }
}
