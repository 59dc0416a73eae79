package org.zonewright.report.discovery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Spreadsheets without the time at which they were written: the same content gives the same bytes.
public final class SteadyWorkbook {
    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)";

    private SteadyWorkbook() {}

    /// Writes a finished workbook with a fixed time and flushes; the stream stays open.
    ///
    /// @throws IOException where the stream cannot take it, or the bytes are no workbook
    public static void write(byte[] workbook, OutputStream stream) throws IOException {
        ZipOutputStream out = new ZipOutputStream(stream, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> content : ZipBytes.read(workbook).entrySet()) {
            ZipEntry entry = new ZipEntry(content.getKey());
            entry.setTimeLocal(ZIP_EPOCH);
            out.putNextEntry(entry);
            out.write(
                    content.getKey().equals("docProps/core.xml")
                            ? withoutTime(content.getValue())
                            : content.getValue());
            out.closeEntry();
        }
        out.finish();
        out.flush();
    }

    private static byte[] withoutTime(byte[] core) {
        String fixed = ZIP_EPOCH.toInstant(ZoneOffset.UTC).toString();
        return new String(core, StandardCharsets.UTF_8)
                .replaceAll(CREATED, "$1" + fixed + "$2")
                .getBytes(StandardCharsets.UTF_8);
    }
}
