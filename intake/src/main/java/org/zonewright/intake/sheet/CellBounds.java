package org.zonewright.intake.sheet;

import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;

/// Counts the rows of one sheet and keeps its rows and cells within [SheetLimits]; says once what was left out.
/// Mutable; one thread.
final class CellBounds {
    private final String file;
    private final String sheet;
    private final ProblemLog log;
    private int rows;
    private boolean saidColumns;

    CellBounds(String file, String sheet, ProblemLog log) {
        this.file = file;
        this.sheet = sheet;
        this.log = log;
    }

    /// True if one more row with text may be read.
    boolean rowFits(int row) {
        rows++;
        if (rows == SheetLimits.MAX_ROWS + 1) {
            log.report(IntakeProblem.TOO_MANY_ROWS, new SourceRef.InSheet(file, sheet, row, ""), SheetLimits.MAX_ROWS);
        }
        return rows <= SheetLimits.MAX_ROWS;
    }

    /// True if the column, which counts from 0, is read.
    boolean columnFits(int row, int column, boolean hasText) {
        boolean fits = column < SheetLimits.MAX_COLUMNS;
        if (!fits && hasText && !saidColumns) {
            saidColumns = true;
            log.report(
                    IntakeProblem.TOO_MANY_COLUMNS,
                    new SourceRef.InSheet(file, sheet, row, ColumnLetters.of(column)),
                    ColumnLetters.of(SheetLimits.MAX_COLUMNS - 1));
        }
        return fits;
    }

    /// The cell's text, cut where it is too long.
    String text(int row, int column, String text) {
        if (text.length() <= SheetLimits.MAX_CELL_LENGTH) {
            return text;
        }
        log.report(
                IntakeProblem.CELL_CUT,
                new SourceRef.InSheet(file, sheet, row, ColumnLetters.of(column)),
                SheetLimits.MAX_CELL_LENGTH);
        return text.substring(0, SheetLimits.MAX_CELL_LENGTH);
    }
}
