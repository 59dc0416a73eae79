package org.zonewright.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;

/// The rows of one worksheet (ECMA-376 part 1, 18.3.1.73). The area that the sheet claims to fill is never used to
/// size anything; rows and cells count as they come.
final class XlsxRows implements RowSource {
    private final String file;
    private final String sheet;
    private final PartReader reader;
    private final SharedTexts texts;
    private final NumberText numbers;
    private final CellBounds bounds;
    private final ProblemLog log;
    private int number;
    private boolean ended;

    XlsxRows(String file, String sheet, PartReader reader, SharedTexts texts, NumberText numbers, ProblemLog log) {
        this.file = file;
        this.sheet = sheet;
        this.reader = reader;
        this.texts = texts;
        this.numbers = numbers;
        this.bounds = new CellBounds(file, sheet, log);
        this.log = log;
    }

    @Override
    public Optional<SheetRow> next() throws RefusedSheet {
        while (!ended && reader.next()) {
            if (reader.isStart("dimension")) {
                checkArea(reader.attribute("ref").orElse(""));
            } else if (reader.isStart("row")) {
                SheetRow row = row();
                if (!row.isEmpty()) {
                    ended = !bounds.rowFits(row.number());
                    return ended ? Optional.empty() : Optional.of(row);
                }
            } else if (reader.isEnd("sheetData")) {
                ended = true;
            }
        }
        return Optional.empty();
    }

    private void checkArea(String area) {
        String last = area.substring(area.indexOf(':') + 1).replaceAll("[^0-9A-Za-z]", "");
        String letters = last.replaceAll("[0-9]+$", "");
        String digits = last.substring(letters.length());
        boolean possible = digits.length() <= 7
                && (digits.isEmpty() || Integer.parseInt(digits) <= SheetLimits.FORMAT_ROWS)
                && (letters.isEmpty()
                        || ColumnLetters.column(letters).orElse(Integer.MAX_VALUE) < SheetLimits.FORMAT_COLUMNS);
        if (!possible) {
            log.report(IntakeProblem.IMPOSSIBLE_AREA, new SourceRef.InSheet(file, sheet, 0, ""), area);
        }
    }

    private SheetRow row() throws RefusedSheet {
        int row = reader.attribute("r").map(this::rowNumber).orElse(number + 1);
        if (row <= number || row > SheetLimits.FORMAT_ROWS) {
            throw reader.damaged();
        }
        number = row;
        List<String> cells = new ArrayList<>();
        int column = -1;
        while (reader.next() && !reader.isEnd("row")) {
            if (reader.isStart("c")) {
                column = column(column + 1);
                String text = cell(column);
                if (bounds.columnFits(number, column, !text.isBlank()) && !text.isEmpty()) {
                    while (cells.size() <= column) {
                        cells.add("");
                    }
                    cells.set(column, bounds.text(number, column, text));
                }
            }
        }
        return new SheetRow(number, cells);
    }

    private int rowNumber(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// The column of the cell the reader stands on: as written (`C7`), else the one after the last.
    private int column(int following) throws RefusedSheet {
        Optional<String> reference = reader.attribute("r");
        if (reference.isEmpty()) {
            return following;
        }
        int column =
                ColumnLetters.column(reference.get().replaceAll("[0-9]+$", "")).orElse(Integer.MAX_VALUE);
        if (column >= SheetLimits.FORMAT_COLUMNS) {
            throw reader.damaged();
        }
        return column;
    }

    private String cell(int column) throws RefusedSheet {
        String type = reader.attribute("t").orElse("n");
        Optional<String> style = reader.attribute("s");
        String value = "";
        String formula = "";
        while (reader.next() && !reader.isEnd("c")) {
            if (reader.isStart("v")) {
                value = reader.text("");
            } else if (reader.isStart("is")) {
                value = reader.text("rPh");
            } else if (reader.isStart("f")) {
                formula = reader.text("");
            }
        }
        if (value.isEmpty() && !formula.isEmpty() && !type.equals("str")) {
            log.report(IntakeProblem.FORMULA_WITHOUT_VALUE, where(column), "=" + shortened(formula));
            return "";
        }
        return switch (type) {
            case "s" -> shared(column, value);
            case "n" -> value.isEmpty() ? "" : numbers.text(value, style);
            case "b" -> XlsxFile.isTrue(value.strip()) ? "true" : "false";
            case "e" -> {
                log.report(IntakeProblem.FORMULA_ERROR, where(column), shortened(value));
                yield "";
            }
            // Excel writes a carriage return within a text like this.
            default -> value.replace("_x000D_", "");
        };
    }

    private String shared(int column, String index) {
        if (index.isBlank()) {
            return "";
        }
        Optional<String> text = texts.text(index);
        if (text.isEmpty()) {
            log.report(IntakeProblem.DAMAGED, where(column), "there is no shared text " + shortened(index));
        }
        return text.orElse("").replace("_x000D_", "");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private SourceRef where(int column) {
        return new SourceRef.InSheet(file, sheet, number, ColumnLetters.of(column));
    }
}
