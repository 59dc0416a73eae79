package org.zonewright.intake.list;

import java.util.List;

/// What was made of one sheet: `sheet` is empty for CSV; `headingRow` counts from 1, 0 for a list without headings;
/// `firstRows` are its first rows with text below the headings.
public record SheetPreview(
        String sheet, int headingRow, List<ListColumn> columns, List<Row> firstRows, RowCounts counts) {
    /// How many rows a preview shows.
    static final int FIRST_ROWS = 10;

    public SheetPreview {
        columns = List.copyOf(columns);
        firstRows = List.copyOf(firstRows);
    }

    /// A row as it stands in the list; `number` counts from 1 as spreadsheet programs do.
    public record Row(int number, List<String> cells, RowOutcome outcome) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
