package org.zonewright.facts.inventory.vendor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.zonewright.facts.MacAddress;

/// The IEEE's assignments of MAC address prefixes to organisations: 24 bits (MA-L), 28 (MA-M) and 36 (MA-S), the
/// longest first. Immutable; loaded at the first question, in a few milliseconds; searched in place.
///
/// The resource `mac-vendors.gz` (made by `src/oui/MakeVendorTable.java`) is big endian and holds: `ZWMV`, version
/// (2 bytes); for each length the number of prefixes (4 bytes) and columns of one byte a prefix, the prefix's bytes
/// from the highest and the vendor's number from the highest; then the number of names, their length in bytes, the
/// offset of every 64th name (4 bytes each), and the sorted names, each ended by a newline. Gzip adds the checksum.
public final class MacVendors {
    private static final int MAGIC = 0x5a574d56;
    private static final int VERSION = 1;
    private static final int BLOCK = 64;
    private static final int[] LENGTHS = {24, 28, 36};

    /// Assignments that name no maker.
    private static final Set<String> NO_MAKER = Set.of("Private", "IEEE Registration Authority");

    /// An assignment: the prefix as `00:1b:1b` or, where it ends inside an octet, `70:b3:d5:00:1`.
    public record Assignment(String prefix, String vendor) {}

    private static final class Loaded {
        static final MacVendors INSTANCE = load();
    }

    private final byte[] bytes;
    private final List<Table> tables;
    private final int[] blocks;
    private final int text;

    private record Table(int length, int count, int start) {}

    private MacVendors(byte[] bytes) throws IOException {
        this.bytes = bytes;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt() != MAGIC || in.getShort() != VERSION) {
            throw new IOException("not a table of MAC vendors of version " + VERSION);
        }
        tables = new ArrayList<>();
        for (int length : LENGTHS) {
            int count = in.getInt();
            tables.add(new Table(length, count, in.position()));
            in.position(in.position() + count * (octets(length) + 2));
        }
        int names = in.getInt();
        int textLength = in.getInt();
        blocks = new int[(names + BLOCK - 1) / BLOCK];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = in.getInt();
        }
        text = in.position();
        if (bytes.length != text + textLength) {
            throw new IOException("the table of MAC vendors is cut short");
        }
    }

    private static MacVendors load() {
        try (InputStream file = MacVendors.class.getResourceAsStream("mac-vendors.gz")) {
            if (file == null) {
                throw new IOException("mac-vendors.gz is missing");
            }
            byte[] packed = file.readAllBytes();
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
                byte[] bytes = new byte[unpackedLength(packed)];
                if (in.readNBytes(bytes, 0, bytes.length) < bytes.length || in.read() >= 0) {
                    throw new IOException("the table of MAC vendors has another length than it says");
                }
                return new MacVendors(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own table of MAC vendors cannot be read", e);
        }
    }

    /// What the last four bytes of a gzip file say (RFC 1952, 2.3.1): no array has to grow.
    private static int unpackedLength(byte[] packed) {
        return ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(packed.length - Integer.BYTES);
    }

    private static int octets(int length) {
        return (length + 7) / 8;
    }

    /// The assignment of the address; empty for group addresses, locally administered ones, prefixes nobody was
    /// assigned, and assignments that name no maker.
    public static Optional<Assignment> of(MacAddress mac) {
        if (!mac.isStation() || mac.isLocallyAdministered()) {
            return Optional.empty();
        }
        return Loaded.INSTANCE.find(mac);
    }

    private Optional<Assignment> find(MacAddress mac) {
        for (Table table : tables.reversed()) {
            int row = row(table, mac.bits() >>> (48 - table.length()));
            if (row >= 0) {
                String vendor = name(table, row);
                return NO_MAKER.contains(vendor)
                        ? Optional.empty()
                        : Optional.of(new Assignment(prefix(mac, table.length()), vendor));
            }
        }
        return Optional.empty();
    }

    private static String prefix(MacAddress mac, int length) {
        int digits = length / 4;
        return mac.toString().substring(0, digits + (digits - 1) / 2);
    }

    private int row(Table table, long prefix) {
        int low = 0;
        int high = table.count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = column(table, middle, octets(table.length()));
            if (found == prefix) {
                return middle;
            }
            if (found < prefix) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /// The row's prefix.
    private long column(Table table, int row, int octets) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = (value << 8) | (bytes[table.start() + i * table.count() + row] & 0xff);
        }
        return value;
    }

    private String name(Table table, int row) {
        int vendors = table.start() + octets(table.length()) * table.count();
        int number = ((bytes[vendors + row] & 0xff) << 8) | (bytes[vendors + table.count() + row] & 0xff);
        int at = text + blocks[number / BLOCK];
        for (int skip = number % BLOCK; skip > 0; skip--) {
            at = end(at) + 1;
        }
        return new String(bytes, at, end(at) - at, StandardCharsets.UTF_8);
    }

    private int end(int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
