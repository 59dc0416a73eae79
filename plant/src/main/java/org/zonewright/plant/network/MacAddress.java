package org.zonewright.plant.network;

import java.util.regex.Pattern;

/// A 48-bit hardware address, kept in the low bits of `bits`.
public record MacAddress(long bits) implements Comparable<MacAddress> {
    private static final Pattern PAIRS = Pattern.compile("([0-9A-Fa-f]{2})([:-][0-9A-Fa-f]{2}){5}");
    private static final Pattern DOTTED = Pattern.compile("[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}\\.[0-9A-Fa-f]{4}");

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("a MAC address has 48 bits");
        }
    }

    /// Reads `00:1b:1b:0a:0b:0c`, also with `-`, and `001b.1b0a.0b0c`; throws `IllegalArgumentException` otherwise.
    public static MacAddress parse(String text) {
        if (!PAIRS.matcher(text).matches() && !DOTTED.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a MAC address such as 00:1b:1b:0a:0b:0c");
        }
        return new MacAddress(Long.parseLong(text.replaceAll("[:.-]", ""), 16));
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    /// Lower case, with colons.
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            out.append(String.format("%02x", bits >>> shift & 255)).append(shift == 0 ? "" : ":");
        }
        return out.toString();
    }
}
