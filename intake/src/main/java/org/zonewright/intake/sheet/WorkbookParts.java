package org.zonewright.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.intake.IntakeProblem;

/// The XML parts of an XLSX archive, unpacked in memory within [SheetLimits]; pictures and the like are passed over.
///
/// Part names are keys of a map and never paths. What is counted are the bytes that come out, not the sizes that the
/// archive claims. A name that comes twice is refused, since programs would disagree on which one counts.
record WorkbookParts(Map<String, byte[]> parts) {
    private static final int CHUNK_BYTES = 64 << 10;

    static boolean isArchive(byte[] bytes) {
        return bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9 && bytes[3] < 9;
    }

    static WorkbookParts unpack(byte[] bytes) throws RefusedSheet {
        Map<String, byte[]> parts = new TreeMap<>();
        int allowed = SheetLimits.unpackedBytes(bytes.length);
        int left = allowed;
        ZipDirectory directory = new ZipDirectory(bytes);
        for (ZipDirectory.Entry entry : directory.entries()) {
            String name = key(entry.name());
            try (InputStream in = directory.open(entry)) {
                byte[] content = isXml(name) ? in.readNBytes(left + 1) : new byte[0];
                left -= isXml(name) ? content.length : skip(in, left + 1);
                if (left < 0) {
                    throw new RefusedSheet(
                            IntakeProblem.UNPACKS_TOO_LARGE, bytes.length, SheetLimits.megabytes(allowed));
                }
                if (parts.putIfAbsent(name, content) != null) {
                    throw new RefusedSheet(IntakeProblem.DAMAGED, "two parts are called " + name);
                }
            } catch (IOException e) {
                throw new RefusedSheet(IntakeProblem.DAMAGED, "the part " + name + " cannot be unpacked");
            }
        }
        return new WorkbookParts(parts);
    }

    /// A part by its name, whatever its case and with or without a leading stroke.
    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(key(name)));
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.equals("mimetype");
    }

    private static int skip(InputStream in, int limit) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        int skipped = 0;
        while (skipped < limit) {
            int read = in.read(chunk, 0, Math.min(chunk.length, limit - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }
}
