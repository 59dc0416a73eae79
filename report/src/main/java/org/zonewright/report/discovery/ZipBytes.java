package org.zonewright.report.discovery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;

/// Reads a ZIP file of our own making from memory by its central directory (APPNOTE 4.3.12). The spreadsheet writer
/// leaves
/// sizes out of the local headers in a way that a stream reader cannot follow.
final class ZipBytes {
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int DIRECTORY_ENTRY_LENGTH = 46;
    private static final int LOCAL_HEADER_LENGTH = 30;

    private ZipBytes() {}

    /// The unpacked entries by name, in the order of the directory.
    ///
    /// @throws IOException where the bytes are no such file
    static SequencedMap<String, byte[]> read(byte[] zip) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_LENGTH;
        if (end < 0 || in.getInt(end) != END_OF_DIRECTORY) {
            throw new IOException("the spreadsheet writer made no ZIP file");
        }
        int count = Short.toUnsignedInt(in.getShort(end + 10));
        int at = in.getInt(end + 16);
        SequencedMap<String, byte[]> contents = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int nameLength = Short.toUnsignedInt(in.getShort(at + 28));
            String name = new String(zip, at + DIRECTORY_ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            contents.put(name, content(in, zip, at));
            int extra = Short.toUnsignedInt(in.getShort(at + 30));
            int comment = Short.toUnsignedInt(in.getShort(at + 32));
            at += DIRECTORY_ENTRY_LENGTH + nameLength + extra + comment;
        }
        return contents;
    }

    private static byte[] content(ByteBuffer in, byte[] zip, int entry) throws IOException {
        int method = Short.toUnsignedInt(in.getShort(entry + 10));
        int packedLength = in.getInt(entry + 20);
        int local = in.getInt(entry + 42);
        int start = local
                + LOCAL_HEADER_LENGTH
                + Short.toUnsignedInt(in.getShort(local + 26))
                + Short.toUnsignedInt(in.getShort(local + 28));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (method == ZipEntry.STORED) {
            out.write(zip, start, packedLength);
            return out.toByteArray();
        }
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(zip, start, packedLength);
            byte[] block = new byte[1 << 15];
            while (!inflater.finished()) {
                int length = inflater.inflate(block);
                if (length == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IOException("the spreadsheet writer made a damaged ZIP file");
                }
                out.write(block, 0, length);
            }
        } catch (DataFormatException e) {
            throw new IOException("the spreadsheet writer made a damaged ZIP file", e);
        }
        return out.toByteArray();
    }
}
