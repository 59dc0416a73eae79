package org.zonewright.report.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zonewright.base.Texts;
import org.zonewright.report.Timestamps;
import org.zonewright.report.markup.Printable;

/// A discovery as a spreadsheet (XLSX), a sheet a part, with frozen headings, filters and column widths.
///
/// Text is stored as text, so nothing in it is a formula. The same discovery gives the same bytes: the writer's own
/// creation time is replaced. The whole file is held in memory, compressed.
public final class DiscoveryWorkbook {
    private static final int LONGEST_TEXT = 32_000;
    private static final long LARGEST_EXACT = 1L << 53;

    private final Texts texts;

    private DiscoveryWorkbook(Texts texts) {
        this.texts = texts;
    }

    /// Writes the workbook and flushes; the stream stays open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(Discovery discovery, Texts texts, OutputStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Zonewright", null)) {
            for (DiscoveryPart part : DiscoveryPart.values()) {
                new DiscoveryWorkbook(texts).sheet(workbook, DiscoveryTable.of(discovery, part, texts));
            }
        }
        SteadyWorkbook.write(bytes.toByteArray(), stream);
    }

    private void sheet(Workbook workbook, DiscoveryTable<?> table) throws IOException {
        Worksheet sheet = workbook.newWorksheet(texts.say("table." + table.name()));
        List<String> names = table.columnNames();
        for (int column = 0; column < names.size(); column++) {
            sheet.value(0, column, texts.say("table." + names.get(column)));
            sheet.width(column, table.columnWidths().get(column));
        }
        sheet.range(0, 0, 0, names.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor("E8EBEF")
                .set();
        sheet.freezePane(0, 1);
        int rows = Math.min(table.rowCount(), Worksheet.MAX_ROWS - 2);
        for (int row = 0; row < rows; row++) {
            write(sheet, row + 1, table.row(row));
        }
        if (rows < table.rowCount()) {
            sheet.value(rows + 1, 0, texts.say("table.rows-left-out", table.rowCount() - rows));
        }
        sheet.setAutoFilter(0, 0, Math.max(1, rows), names.size() - 1);
        sheet.finish();
    }

    private static void write(Worksheet sheet, int row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Cell.Words(String text) -> sheet.value(row, column, shortened(Printable.of(text)));
                case Cell.Count(long number) -> {
                    if (Math.abs(number) < LARGEST_EXACT) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.value(row, column, Long.toString(number));
                    }
                }
                case Cell.Moment(var time) -> sheet.value(row, column, Timestamps.readable(time));
                case Cell.Nothing() -> {}
            }
        }
    }

    /// A cell holds at most 32,767 characters.
    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
