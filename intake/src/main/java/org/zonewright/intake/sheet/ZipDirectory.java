package org.zonewright.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.zonewright.intake.IntakeProblem;

/// The entries of a ZIP archive in memory, by its central directory (PKWARE APPNOTE 4.3.12), as spreadsheet programs
/// read it. The stream classes of the JDK read local headers instead, and fail on archives that were written in one
/// go. Sizes that the archive claims bound nothing but stored entries.
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final byte[] archive;
    private final ByteBuffer bytes;

    /// One entry; `localOffset` is where its header begins.
    record Entry(String name, int flags, int method, long storedBytes, long localOffset) {
        boolean isEncrypted() {
            return (flags & 1) != 0;
        }
    }

    ZipDirectory(byte[] archive) {
        this.archive = archive;
        this.bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The entries in the order of the directory.
    List<Entry> entries() throws RefusedSheet {
        int end = end();
        int count = u16(end + 10);
        long at = u32(end + 16);
        if (count > SheetLimits.MAX_PARTS) {
            throw new RefusedSheet(IntakeProblem.DAMAGED, "more than " + SheetLimits.MAX_PARTS + " parts");
        }
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_LENGTH > end || bytes.getInt((int) at) != ENTRY_SIGNATURE) {
                throw broken();
            }
            int entry = (int) at;
            int nameLength = u16(entry + 28);
            at += ENTRY_LENGTH + nameLength + u16(entry + 30) + u16(entry + 32);
            if (at > end) {
                throw broken();
            }
            String name = new String(archive, entry + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
            entries.add(new Entry(name, u16(entry + 8), u16(entry + 10), u32(entry + 24), u32(entry + 42)));
        }
        return entries;
    }

    /// The entry's content, unpacked as it is read; a damaged one throws while it is read.
    InputStream open(Entry entry) throws RefusedSheet {
        if (entry.isEncrypted()) {
            throw new RefusedSheet(IntakeProblem.ENCRYPTED);
        }
        long offset = entry.localOffset();
        if (offset + LOCAL_LENGTH > archive.length || bytes.getInt((int) offset) != LOCAL_SIGNATURE) {
            throw broken();
        }
        int local = (int) offset;
        int content = local + LOCAL_LENGTH + u16(local + 26) + u16(local + 28);
        if (content > archive.length) {
            throw broken();
        }
        int rest = archive.length - content;
        return switch (entry.method()) {
            case STORED -> new ByteArrayInputStream(archive, content, (int) Math.min(rest, entry.storedBytes()));
            case DEFLATED -> inflated(new ByteArrayInputStream(archive, content, rest));
            default -> throw broken();
        };
    }

    private static InputStream inflated(InputStream deflated) {
        return new InflaterInputStream(deflated, new Inflater(true)) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        };
    }

    /// The end record is the last thing but a comment.
    private int end() throws RefusedSheet {
        int first = Math.max(0, archive.length - END_LENGTH - MAX_COMMENT);
        for (int at = archive.length - END_LENGTH; at >= first; at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw broken();
    }

    private int u16(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    private long u32(int at) {
        return bytes.getInt(at) & 0xffff_ffffL;
    }

    private static RefusedSheet broken() {
        return new RefusedSheet(IntakeProblem.DAMAGED, "the archive cannot be unpacked");
    }
}
