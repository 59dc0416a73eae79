import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Makes `mac-vendors.gz`, the table that `MacVendors` reads, from the npm package `oui-data`. Run by hand:
///
///     npm pack oui-data@2.1.9 && tar xzf oui-data-2.1.9.tgz
///     java facts/src/oui/MakeVendorTable.java package/index.json \
///         facts/src/main/resources/org/zonewright/facts/inventory/vendor/mac-vendors.gz
///
/// Only the assigned prefix and the first line of each entry (the organisation's name) are taken; addresses are left
/// out. The format is described in `MacVendors`. The same input gives the same bytes.
final class MakeVendorTable {
    private static final Pattern ENTRY = Pattern.compile("\\s*\"([0-9A-F]{6,9})\": \"((?:[^\"\\\\]|\\\\.)*)\",?");
    private static final int[] DIGITS = {6, 7, 9};
    private static final int BLOCK = 64;

    public static void main(String[] arguments) throws IOException {
        SortedMap<String, String> names = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                names.put(entry.group(1), name(entry.group(2)));
            }
        }
        if (names.size() < 40_000) {
            throw new IOException("only " + names.size() + " entries in " + arguments[0]);
        }
        Files.write(Path.of(arguments[1]), table(names));
    }

    /// The first line of a JSON string's text, white space folded.
    private static String name(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = json.charAt(++i);
            if (escape == 'n') {
                break;
            }
            if (escape == 'u') {
                text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                text.append(escape == 't' || escape == 'r' ? ' ' : escape);
            }
        }
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    private static byte[] table(SortedMap<String, String> names) throws IOException {
        List<String> order = List.copyOf(new TreeSet<>(names.values()));
        SortedMap<String, Integer> numbers = new TreeMap<>();
        order.forEach(name -> numbers.put(name, numbers.size()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new Best(bytes))) {
            out.writeInt(0x5a574d56);
            out.writeShort(1);
            for (int digits : DIGITS) {
                List<Long> prefixes = new ArrayList<>();
                List<Integer> vendors = new ArrayList<>();
                names.forEach((prefix, name) -> {
                    if (prefix.length() == digits) {
                        prefixes.add(Long.parseLong(prefix, 16));
                        vendors.add(numbers.get(name));
                    }
                });
                out.writeInt(prefixes.size());
                for (int shift = 8 * ((digits + 1) / 2 - 1); shift >= 0; shift -= 8) {
                    for (long prefix : prefixes) {
                        out.writeByte((int) (prefix >>> shift));
                    }
                }
                for (int shift = 8; shift >= 0; shift -= 8) {
                    for (int vendor : vendors) {
                        out.writeByte(vendor >>> shift);
                    }
                }
            }
            text(out, order);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, List<String> order) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        List<Integer> blocks = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            if (i % BLOCK == 0) {
                blocks.add(text.size());
            }
            text.write(order.get(i).getBytes(StandardCharsets.UTF_8));
            text.write('\n');
        }
        out.writeInt(order.size());
        out.writeInt(text.size());
        for (int block : blocks) {
            out.writeInt(block);
        }
        text.writeTo(out);
    }

    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
