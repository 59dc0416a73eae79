package org.zonewright.facts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A 48-bit MAC address (IEEE 802) in the low bits of `bits`, first octet highest. Printed with colons, lower case.
public record MacAddress(long bits) implements Address {
    static final int FAMILY = 48;
    private static final Pattern PAIRS = Pattern.compile("[0-9a-fA-F]{2}([:-]?[0-9a-fA-F]{2}){5}");
    private static final Pattern QUADS = Pattern.compile("[0-9a-fA-F]{4}\\.[0-9a-fA-F]{4}\\.[0-9a-fA-F]{4}");

    public MacAddress {
        bits &= 0xffff_ffff_ffffL;
    }

    /// Reads `00:1b:1b:…`, `00-1b-1b-…`, `001b1b…` and `001b.1b12.3456`.
    static Optional<MacAddress> parse(String text) {
        if (text.length() > 17
                || !(PAIRS.matcher(text).matches() || QUADS.matcher(text).matches())) {
            return Optional.empty();
        }
        return Optional.of(new MacAddress(Long.parseLong(text.replaceAll("[:.-]", ""), 16)));
    }

    @Override
    public boolean isGroup() {
        return ((bits >>> 40) & 1) != 0;
    }

    @Override
    public boolean isUnspecified() {
        return bits == 0;
    }

    @Override
    public boolean isLoopback() {
        return false;
    }

    /// True if the address was chosen by software rather than assigned by a maker (the U/L bit).
    public boolean isLocallyAdministered() {
        return ((bits >>> 41) & 1) != 0;
    }

    @Override
    public int family() {
        return FAMILY;
    }

    @Override
    public String toString() {
        char[] out = new char[17];
        for (int i = 0; i < 6; i++) {
            int octet = (int) (bits >>> (40 - 8 * i)) & 0xff;
            out[3 * i] = Character.forDigit(octet >>> 4, 16);
            out[3 * i + 1] = Character.forDigit(octet & 15, 16);
            if (i < 5) {
                out[3 * i + 2] = ':';
            }
        }
        return new String(out);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MacAddress that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits) * 0x9E3779B1;
    }
}
