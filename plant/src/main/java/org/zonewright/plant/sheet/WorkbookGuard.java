package org.zonewright.plant.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Looks through a workbook's archive before a library opens it, and refuses what would fill the memory: archives
/// that unfold without bound, document types, and cells far outside of any sheet, for which a reader makes room.
final class WorkbookGuard {
    private static final int MAX_ENTRIES = 500;
    private static final long MAX_TOTAL_BYTES = 256L << 20;
    private static final int MAX_ENTRY_BYTES = 128 << 20;

    /// A cell reference or a span beyond three letters or seven digits, or one that is spelled in a roundabout way.
    private static final Pattern FAR_AWAY = Pattern.compile(
            "\\s(?:r|spans|ref|count|uniqueCount|min|max)\\s*=\\s*[\"'][^\"']{0,40}?(?:[A-Za-z]{4}|[0-9]{8}|&)");

    private WorkbookGuard() {}

    /// Why the workbook is refused; empty for one that may be opened.
    static Optional<String> refusal(byte[] content) {
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
            return Optional.of("it is no .xlsx file");
        }
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            return entries(zip);
        } catch (IOException e) {
            return Optional.of("its archive is damaged");
        }
    }

    private static Optional<String> entries(ZipFile zip) throws IOException {
        long total = 0;
        int count = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            byte[] bytes = content(zip, entry);
            total += bytes.length;
            if (++count > MAX_ENTRIES || bytes.length > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES) {
                return Optional.of("it is too large");
            }
            Optional<String> fault = entry.getName().endsWith(".xml") ? fault(bytes) : Optional.empty();
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static byte[] content(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(MAX_ENTRY_BYTES + 1);
        }
    }

    private static Optional<String> fault(byte[] bytes) {
        String xml = new String(bytes, StandardCharsets.ISO_8859_1);
        if (xml.indexOf('\0') >= 0 || xml.contains("<!DOCTYPE")) {
            return Optional.of("it holds a document type or is not UTF-8");
        }
        return FAR_AWAY.matcher(xml).find() ? Optional.of("a cell lies outside of any sheet") : Optional.empty();
    }
}
