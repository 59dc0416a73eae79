package org.zonewright.intake.sheet;

import java.util.List;

/// One row of a sheet as text without surrounding blanks; blanks that do not break count as blanks. `number` counts
/// from 1 as spreadsheet programs do; cells that are missing are empty.
public record SheetRow(int number, List<String> cells) {
    public SheetRow {
        cells = cells.stream().map(SheetRow::stripped).toList();
    }

    private static String stripped(String text) {
        return text.replace('\u00a0', ' ').replace("\u200b", "").strip();
    }

    /// The text of the column, which counts from 0; empty beyond the row's end.
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
