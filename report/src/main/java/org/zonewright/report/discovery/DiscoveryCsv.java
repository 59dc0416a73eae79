package org.zonewright.report.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zonewright.base.Texts;
import org.zonewright.report.Timestamps;
import org.zonewright.report.markup.Printable;

/// One part of a discovery as CSV (RFC 4180): UTF-8, commas, CRLF, columns named like the JSON contract's fields.
///
/// Text that a spreadsheet would take for a formula (it begins with `= + - @`) gets a leading apostrophe: names come
/// from the network.
public final class DiscoveryCsv {
    private static final String FORMULA_STARTS = "=+-@";

    private DiscoveryCsv() {}

    /// Writes the part and flushes; the stream stays open.
    ///
    /// @throws IOException where the stream cannot take it
    public static void write(Discovery discovery, DiscoveryPart part, Texts texts, OutputStream stream)
            throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        DiscoveryTable<?> table = DiscoveryTable.of(discovery, part, texts);
        out.write(String.join(",", table.columnNames()) + "\r\n");
        for (int i = 0; i < table.rowCount(); i++) {
            writeRow(table.row(i), out);
        }
        out.flush();
    }

    private static void writeRow(List<Cell> row, Writer out) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(
                    switch (row.get(i)) {
                        case Cell.Words(String text) -> quoted(text);
                        case Cell.Count(long number) -> Long.toString(number);
                        case Cell.Moment(var time) -> Timestamps.precise(time);
                        case Cell.Nothing() -> "";
                    });
        }
        out.write("\r\n");
    }

    static String quoted(String text) {
        String shown = Printable.of(text);
        String start = shown.stripLeading();
        boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        String safe = formula ? "'" + shown : shown;
        boolean plain = safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.equals(safe.strip());
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
