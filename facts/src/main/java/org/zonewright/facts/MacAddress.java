package org.zonewright.facts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A 48-bit MAC address (IEEE 802) in the low bits of `bits`, first octet highest. Printed with colons, lower case.
public record MacAddress(long bits) implements Address {
    static final int FAMILY = 48;

    public MacAddress {
        bits &= 0xffff_ffff_ffffL;
    }

    /// Reads `00:1b:1b:…`, `00-1b-1b-…`, `001b1b…` and `001b.1b12.3456`.
    static Optional<MacAddress> parse(String text) {
        long bits = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit >= 0 && digits < 12) {
                bits = (bits << 4) | digit;
                digits++;
            } else if (!isSeparator(text, i, digits)) {
                return Optional.empty();
            }
        }
        return digits == 12 ? Optional.of(new MacAddress(bits)) : Optional.empty();
    }

    /// True of a colon or hyphen between pairs of digits and a point between groups of four, if they are all alike
    /// in how they group.
    private static boolean isSeparator(String text, int at, int digits) {
        boolean point = text.charAt(at) == '.';
        int group = point ? 4 : 2;
        return (point || text.charAt(at) == ':' || text.charAt(at) == '-')
                && digits > 0
                && digits < 12
                && digits % group == 0
                && text.charAt(at - 1) != text.charAt(at)
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && (text.indexOf('.') >= 0) == point
                && (!point || text.length() == 14);
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

    /// Never: it is of the link itself, and routers do not know it.
    @Override
    public boolean isLinkLocal() {
        return false;
    }

    @Override
    public boolean isPublic() {
        return false;
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
