package org.zonewright.plant.network;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// An IPv4 or IPv6 address. It names nothing by itself: identity is (realm, address).
///
/// An IPv4 address is the low 32 bits of `low`, `high` is 0. Ordered by family, then by number. IPv4-mapped IPv6
/// addresses are read as IPv4; addresses with a scope (`%eth0`) are refused.
public record IpAddress(boolean v6, long high, long low) implements Comparable<IpAddress> {
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    public IpAddress {
        if (!v6 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /// An IPv4 address from its 32 bits.
    public static IpAddress v4(int bits) {
        return new IpAddress(false, 0, Integer.toUnsignedLong(bits));
    }

    /// Reads `10.0.1.7` or `2001:db8::1`; throws `IllegalArgumentException` for anything else, names included.
    public static IpAddress parse(String text) {
        var dotted = DOTTED.matcher(text);
        if (dotted.matches()) {
            int bits = 0;
            for (int part = 1; part <= 4; part++) {
                bits = bits << 8 | octet(dotted.group(part), text);
            }
            return v4(bits);
        }
        if (text.indexOf(':') < 0 || !COLONS.matcher(text).matches()) {
            throw wrong(text);
        }
        return of(InetAddress.ofLiteral(text));
    }

    private static int octet(String digits, String text) {
        int value = Integer.parseInt(digits);
        if (value > 255 || (digits.length() > 1 && digits.startsWith("0"))) {
            throw wrong(text);
        }
        return value;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text + "' is not an IPv4 or IPv6 address");
    }

    private static IpAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> new IpAddress(false, 0, bits(bytes, 0, 4));
            case Inet6Address _ -> new IpAddress(true, bits(bytes, 0, 8), bits(bytes, 8, 8));
            default -> throw new IllegalArgumentException("neither IPv4 nor IPv6");
        };
    }

    private static long bits(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) {
            value = value << 8 | (bytes[i] & 0xff);
        }
        return value;
    }

    /// 32 or 128.
    public int bitLength() {
        return v6 ? 128 : 32;
    }

    /// The address with all bits after the first `prefix` cleared.
    public IpAddress network(int prefix) {
        if (prefix < 0 || prefix > bitLength()) {
            throw new IllegalArgumentException("a prefix is 0 to " + bitLength());
        }
        if (!v6) {
            return v4((int) low & (int) mask(prefix + 32));
        }
        return new IpAddress(true, high & mask(Math.min(prefix, 64)), low & mask(Math.max(prefix - 64, 0)));
    }

    private static long mask(int ones) {
        return ones == 0 ? 0 : -1L << (64 - ones);
    }

    @Override
    public int compareTo(IpAddress other) {
        int order = Boolean.compare(v6, other.v6);
        order = order != 0 ? order : Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    /// The usual text: dotted, or RFC 5952 (lower case, longest run of zeros as `::`).
    @Override
    public String toString() {
        return v6 ? Rfc5952.text(high, low) : dotted((int) low);
    }

    private static String dotted(int bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
