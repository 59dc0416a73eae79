package org.zonewright.enforce;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.policy.AddressSet;
import org.zonewright.plant.network.Cidr;
import org.zonewright.plant.network.IpAddress;

/// Addresses of the document as sets, and sets as what rules can name.
public final class AddressMath {
    private static final int BITS_4 = 32;
    private static final int BITS_6 = 128;
    private static final BigInteger LONG = BigInteger.ONE.shiftLeft(Long.SIZE);

    private AddressMath() {}

    /// A network: its first `length` bits are those of `address`.
    public record Prefix(Address address, int length) {
        /// True for a network of one address.
        public boolean isSingle() {
            return length == bits(address);
        }

        @Override
        public String toString() {
            return address + "/" + length;
        }
    }

    static AddressSet of(IpAddress address) {
        return AddressSet.of(observed(address));
    }

    static AddressSet of(Cidr cidr) {
        return AddressSet.prefix(observed(cidr.network()), cidr.prefix());
    }

    private static Address observed(IpAddress address) {
        return address.v6() ? new Ipv6Address(address.high(), address.low()) : new Ipv4Address((int) address.low());
    }

    /// The IPv4 part.
    public static AddressSet four(AddressSet set) {
        return set.intersect(AddressSet.anyIpv4());
    }

    /// The IPv6 part.
    public static AddressSet six(AddressSet set) {
        return set.intersect(AddressSet.anyIpv6());
    }

    /// The part of `set` that lies in `from`, moved to `to` address by address. Both networks have the same size.
    static AddressSet moved(AddressSet set, Cidr from, Cidr to) {
        BigInteger shift = value(observed(to.network())).subtract(value(observed(from.network())));
        boolean six = to.network().v6();
        List<AddressSet> parts = set.intersect(of(from)).ranges().stream()
                .map(range -> AddressSet.range(
                        address(value(range.first()).add(shift), six),
                        address(value(range.last()).add(shift), six)))
                .toList();
        return AddressSet.unionOf(parts);
    }

    /// The fewest networks that hold the set and nothing else, in order.
    public static List<Prefix> prefixes(AddressSet set) {
        List<Prefix> all = new ArrayList<>();
        for (AddressSet.Range range : set.ranges()) {
            int bits = bits(range.first());
            BigInteger next = value(range.first());
            BigInteger last = value(range.last());
            while (next.compareTo(last) <= 0) {
                int free = next.signum() == 0 ? bits : Math.min(bits, next.getLowestSetBit());
                while (next.add(BigInteger.ONE.shiftLeft(free))
                                .subtract(BigInteger.ONE)
                                .compareTo(last)
                        > 0) {
                    free--;
                }
                all.add(new Prefix(address(next, bits == BITS_6), bits - free));
                next = next.add(BigInteger.ONE.shiftLeft(free));
            }
        }
        return all;
    }

    private static int bits(Address address) {
        return address instanceof Ipv4Address ? BITS_4 : BITS_6;
    }

    private static BigInteger value(Address address) {
        return switch (address) {
            case Ipv4Address(int bits) -> BigInteger.valueOf(Integer.toUnsignedLong(bits));
            case Ipv6Address(long high, long low) ->
                unsigned(high).multiply(LONG).add(unsigned(low));
            default -> throw new IllegalArgumentException("no IP address: " + address);
        };
    }

    private static BigInteger unsigned(long value) {
        return value < 0 ? BigInteger.valueOf(value).add(LONG) : BigInteger.valueOf(value);
    }

    private static Address address(BigInteger value, boolean six) {
        return six
                ? new Ipv6Address(value.shiftRight(Long.SIZE).longValue(), value.longValue())
                : new Ipv4Address(value.intValue());
    }
}
