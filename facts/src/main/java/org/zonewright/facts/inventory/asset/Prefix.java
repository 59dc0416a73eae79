package org.zonewright.facts.inventory.asset;

import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;

/// An IP prefix: the first address and its length in bits, 0 to 32 or 0 to 128. Bits beyond the length are zero.
record Prefix(Address base, int length) implements Comparable<Prefix> {
    /// The prefix of this length around an IP address.
    static Prefix around(Address ip, int length) {
        if (ip instanceof Ipv4Address four) {
            return new Prefix(new Ipv4Address(length == 0 ? 0 : four.bits() & (-1 << (32 - length))), length);
        }
        if (ip instanceof Ipv6Address six) {
            return new Prefix(new Ipv6Address(six.high() & mask(length), six.low() & mask(length - 64)), length);
        }
        throw new IllegalArgumentException("no IP address: " + ip);
    }

    /// The mask of the first `length` bits of 64; lengths beyond either end count as that end.
    private static long mask(int length) {
        return length <= 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
    }

    /// Reads CIDR notation; empty where the text is something else.
    static Optional<Prefix> parse(String cidr) {
        int slash = cidr.indexOf('/');
        String digits = cidr.substring(slash + 1).strip();
        boolean number = slash > 0
                && !digits.isEmpty()
                && digits.length() <= 3
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return Address.parse(cidr.substring(0, slash))
                .filter(ip -> ip.isIp() && length <= (ip instanceof Ipv4Address ? 32 : 128))
                .map(ip -> around(ip, length));
    }

    boolean contains(Address ip) {
        if (base instanceof Ipv4Address ours) {
            return ip instanceof Ipv4Address four
                    && (length == 0 || (four.bits() ^ ours.bits()) >>> (32 - length) == 0);
        }
        return base instanceof Ipv6Address ours
                && ip instanceof Ipv6Address six
                && ((six.high() ^ ours.high()) & mask(length)) == 0
                && ((six.low() ^ ours.low()) & mask(length - 64)) == 0;
    }

    @Override
    public int compareTo(Prefix other) {
        int byBase = base.compareTo(other.base);
        return byBase != 0 ? byBase : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return base + "/" + length;
    }
}
