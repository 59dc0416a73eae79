package org.zonewright.intake.sheet;

import java.util.List;

/// One row of a sheet as text without surrounding blanks. Blanks that do not break, and signs that no document takes
/// (control characters but tab and line feed, halves of surrogate pairs, noncharacters), count as blanks. `number`
/// counts from 1 as spreadsheet programs do; cells that are missing are empty.
public record SheetRow(int number, List<String> cells) {
    public SheetRow {
        cells = cells.stream().map(SheetRow::stripped).toList();
    }

    private static String stripped(String text) {
        String lines = text.replace("\r\n", "\n");
        StringBuilder kept = new StringBuilder(lines.length());
        int at = 0;
        while (at < lines.length()) {
            int c = lines.codePointAt(at);
            if (c != 0x200B) {
                kept.appendCodePoint(c == 0xA0 || isNoText(c) ? ' ' : c);
            }
            at += Character.charCount(c);
        }
        return kept.toString().strip();
    }

    private static boolean isNoText(int c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c & 0xFFFE) == 0xFFFE;
    }

    /// The text of the column, which counts from 0; empty beyond the row's end.
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isEmpty() {
        return cells.stream().allMatch(String::isEmpty);
    }
}
