package org.zonewright.facts;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An IPv6 address as two 64-bit halves. Printed as RFC 5952 asks: lower case, the longest run of zeros shortened.
public record Ipv6Address(long high, long low) implements Address {
    static final int FAMILY = 6;

    static Optional<Ipv6Address> parse(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        int gap = address.indexOf("::");
        if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        List<Integer> head = new ArrayList<>();
        List<Integer> tail = new ArrayList<>();
        boolean readable = gap < 0
                ? groups(address, head)
                : groups(address.substring(0, gap), head) && groups(address.substring(gap + 2), tail);
        int count = head.size() + tail.size();
        if (!readable || (gap < 0 ? count != 8 : count > 7)) {
            return Optional.empty();
        }
        long[] halves = new long[2];
        for (int i = 0; i < 8; i++) {
            int fromTail = i - (8 - tail.size());
            int group = i < head.size() ? head.get(i) : fromTail >= 0 ? tail.get(fromTail) : 0;
            halves[i / 4] = (halves[i / 4] << 16) | group;
        }
        return Optional.of(new Ipv6Address(halves[0], halves[1]));
    }

    private static boolean groups(String text, List<Integer> into) {
        if (text.isEmpty()) {
            return true;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') > 0) {
                Optional<Ipv4Address> embedded = Ipv4Address.parse(parts[i]);
                if (embedded.isEmpty()) {
                    return false;
                }
                into.add(embedded.get().bits() >>> 16);
                into.add(embedded.get().bits() & 0xffff);
            } else if (!isGroup(parts[i])) {
                return false;
            } else {
                into.add(Integer.parseInt(parts[i], 16));
            }
        }
        return into.size() <= 8;
    }

    /// True for one to four hexadecimal digits.
    private static boolean isGroup(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 4;
        for (int i = 0; digits && i < text.length(); i++) {
            digits = HexFormat.isHexDigit(text.charAt(i));
        }
        return digits;
    }

    @Override
    public boolean isGroup() {
        return high >>> 56 == 0xff;
    }

    @Override
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    @Override
    public boolean isLoopback() {
        return high == 0 && low == 1;
    }

    @Override
    public boolean isLinkLocal() {
        return high >>> 54 == 0x3fa;
    }

    /// True for unique local addresses (fc00::/7) and link-local ones.
    public boolean isPrivate() {
        return high >>> 57 == 0x7e || isLinkLocal();
    }

    /// True within 2000::/3.
    @Override
    public boolean isPublic() {
        return high >>> 61 == 1;
    }

    @Override
    public int family() {
        return FAMILY;
    }

    int compareValue(Ipv6Address other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
    }

    @Override
    public String toString() {
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && group(end) == 0) {
                end++;
            }
            if (end - i > bestLength) {
                bestStart = i;
                bestLength = end - i;
            }
            i = Math.max(i, end);
        }
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                out.append("::");
                i += bestLength - 1;
            } else {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                    out.append(':');
                }
                out.append(Integer.toHexString(group(i)));
            }
        }
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ipv6Address that && low == that.low && high == that.high;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low) * 0x9E3779B1;
    }
}
