package org.zonewright.report.enforcement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zonewright.base.Texts;
import org.zonewright.enforce.ConduitPolicy;
import org.zonewright.enforce.Mode;
import org.zonewright.enforce.target.ChangeRequest;
import org.zonewright.report.discovery.SteadyWorkbook;
import org.zonewright.report.markup.Printable;

/// A change request as a spreadsheet: the rows of [ChangeRequest] under a frozen heading with filters. Text is stored
/// as text, so nothing in it is a formula; the same policy gives the same bytes.
public final class ChangeRequestWorkbook {
    private static final List<Integer> WIDTHS = List.of(6, 14, 20, 24, 18, 34, 18, 34, 16, 12, 26, 34, 24, 12, 50);

    /// A cell holds at most 32,767 characters.
    private static final int LONGEST_TEXT = 32_000;

    private ChangeRequestWorkbook() {}

    /// Writes and flushes; the stream stays open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(ConduitPolicy policy, Mode mode, Texts texts, OutputStream stream) throws IOException {
        List<String> columns = ChangeRequest.columns();
        List<List<String>> rows = ChangeRequest.rows(policy, mode, texts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Zonewright", null)) {
            Worksheet sheet = workbook.newWorksheet(texts.say("report.enforce.sheet"));
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, texts.say("enforce.column." + columns.get(column)));
                sheet.width(column, WIDTHS.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(
                            row + 1,
                            column,
                            shortened(Printable.of(rows.get(row).get(column))));
                }
            }
            sheet.range(0, 0, 0, columns.size() - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
            sheet.freezePane(0, 1);
            sheet.setAutoFilter(0, 0, Math.max(1, rows.size()), columns.size() - 1);
            sheet.finish();
        }
        SteadyWorkbook.write(bytes.toByteArray(), stream);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
