package org.zonewright.facts.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;

/// A set of IPv4 and IPv6 addresses. Equal sets are equal, however they were put together. Immutable.
public final class AddressSet {
    static final int BITS_4 = 32;
    static final int BITS_6 = 128;

    private static final long LOW_32 = 0xffff_ffffL;

    private static final AddressSet NONE = new AddressSet(Ranges.none(BITS_4), Ranges.none(BITS_6));
    private static final AddressSet ANY = new AddressSet(Ranges.all(BITS_4), Ranges.all(BITS_6));

    private final Ranges four;
    private final Ranges six;

    private AddressSet(Ranges four, Ranges six) {
        this.four = four;
        this.six = six;
    }

    /// From the first to the last address, both included and of one family.
    public record Range(Address first, Address last) {
        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + "-" + last;
        }
    }

    public static AddressSet none() {
        return NONE;
    }

    /// Every address of both families.
    public static AddressSet any() {
        return ANY;
    }

    public static AddressSet anyIpv4() {
        return new AddressSet(ANY.four, NONE.six);
    }

    public static AddressSet anyIpv6() {
        return new AddressSet(NONE.four, ANY.six);
    }

    public static AddressSet of(Address address) {
        return range(address, address);
    }

    /// @throws IllegalArgumentException if the two are not of one IP family or in the wrong order
    public static AddressSet range(Address first, Address last) {
        if (first instanceof Ipv4Address(int from) && last instanceof Ipv4Address(int to)) {
            return new AddressSet(Ranges.of(BITS_4, 0, from & LOW_32, 0, to & LOW_32), NONE.six);
        }
        if (first instanceof Ipv6Address from && last instanceof Ipv6Address to) {
            return new AddressSet(NONE.four, Ranges.of(BITS_6, from.high(), from.low(), to.high(), to.low()));
        }
        throw new IllegalArgumentException("a range has two IP addresses of one family");
    }

    /// The network of an address: its first `length` bits (0 to 32, or 128) are those of `address`.
    ///
    /// @throws IllegalArgumentException if the family has not so many bits
    public static AddressSet prefix(Address address, int length) {
        int bits = address instanceof Ipv4Address ? BITS_4 : BITS_6;
        if (length < 0 || length > bits || !address.isIp()) {
            throw new IllegalArgumentException("no prefix of " + length + " bits for " + address);
        }
        int free = bits - length;
        if (address instanceof Ipv4Address(int value)) {
            long mask = free == BITS_4 ? LOW_32 : (1L << free) - 1;
            long from = value & LOW_32 & ~mask;
            return new AddressSet(Ranges.of(BITS_4, 0, from, 0, from | mask), NONE.six);
        }
        Ipv6Address six = (Ipv6Address) address;
        long low = free >= Long.SIZE ? -1 : (1L << free) - 1;
        long high = free <= Long.SIZE ? 0 : free == BITS_6 ? -1 : (1L << (free - Long.SIZE)) - 1;
        return new AddressSet(
                NONE.four, Ranges.of(BITS_6, six.high() & ~high, six.low() & ~low, six.high() | high, six.low() | low));
    }

    /// Reads `10.0.0.1`, `10.0.0.0/8`, `10.0.0.1-10.0.0.9` and the same of IPv6; empty for anything else.
    public static Optional<AddressSet> parse(String text) {
        int slash = text.indexOf('/');
        int dash = text.indexOf('-');
        try {
            if (slash > 0) {
                int length = Integer.parseInt(text, slash + 1, text.length(), 10);
                return ip(text.substring(0, slash)).map(address -> prefix(address, length));
            }
            if (dash > 0) {
                Optional<Address> first = ip(text.substring(0, dash));
                Optional<Address> last = ip(text.substring(dash + 1));
                return first.flatMap(from -> last.map(to -> range(from, to)));
            }
            return ip(text).map(AddressSet::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // too long a prefix, or a range that ends before it begins
        }
    }

    private static Optional<Address> ip(String text) {
        return Address.parse(text).filter(Address::isIp);
    }

    /// The union of many sets, at the cost of sorting their ranges once.
    public static AddressSet unionOf(List<AddressSet> sets) {
        return new AddressSet(
                Ranges.unionOf(BITS_4, sets.stream().map(set -> set.four).toList()),
                Ranges.unionOf(BITS_6, sets.stream().map(set -> set.six).toList()));
    }

    public AddressSet union(AddressSet other) {
        return new AddressSet(four.union(other.four), six.union(other.six));
    }

    public AddressSet intersect(AddressSet other) {
        return new AddressSet(four.intersect(other.four), six.intersect(other.six));
    }

    public AddressSet minus(AddressSet other) {
        return new AddressSet(four.minus(other.four), six.minus(other.six));
    }

    /// All other addresses, of both families.
    public AddressSet complement() {
        return new AddressSet(four.complement(), six.complement());
    }

    /// What becomes of a part of this IPv4 network where it is translated, address by address, to another of the same
    /// size; empty where these are not two ranges of one size.
    Optional<AddressSet> shifted(AddressSet part, AddressSet to) {
        boolean ranges = four.count() == 1 && to.four.count() == 1 && six.isEmpty() && to.six.isEmpty();
        if (!ranges || four.lastLow(0) - four.firstLow(0) != to.four.lastLow(0) - to.four.firstLow(0)) {
            return Optional.empty();
        }
        long by = to.four.firstLow(0) - four.firstLow(0);
        Ranges mine = four.intersect(part.four);
        List<Ranges> moved = new ArrayList<>();
        for (int i = 0; i < mine.count(); i++) {
            moved.add(Ranges.of(BITS_4, 0, mine.firstLow(i) + by, 0, mine.lastLow(i) + by));
        }
        return Optional.of(new AddressSet(Ranges.unionOf(BITS_4, moved), NONE.six));
    }

    public boolean contains(Address address) {
        return switch (address) {
            case Ipv4Address(int value) -> four.contains(0, value & LOW_32);
            case Ipv6Address value -> six.contains(value.high(), value.low());
            default -> false;
        };
    }

    public boolean isEmpty() {
        return four.isEmpty() && six.isEmpty();
    }

    /// True if it holds every address of both families, or every address of the only family it speaks of.
    public boolean isAny() {
        boolean everyFour = four.isAll();
        boolean everySix = six.isAll();
        return (everyFour && everySix) || (everyFour && six.isEmpty()) || (everySix && four.isEmpty());
    }

    /// How many ranges it takes to say it.
    public int rangeCount() {
        return four.count() + six.count();
    }

    /// IPv4 first, each family from low to high.
    public List<Range> ranges() {
        List<Range> all = new ArrayList<>();
        for (int i = 0; i < four.count(); i++) {
            all.add(new Range(new Ipv4Address((int) four.firstLow(i)), new Ipv4Address((int) four.lastLow(i))));
        }
        for (int i = 0; i < six.count(); i++) {
            all.add(new Range(
                    new Ipv6Address(six.firstHigh(i), six.firstLow(i)),
                    new Ipv6Address(six.lastHigh(i), six.lastLow(i))));
        }
        return all;
    }

    Ranges of(Family family) {
        return family == Family.IPV4 ? four : six;
    }

    static AddressSet of(Family family, Ranges ranges) {
        return family == Family.IPV4 ? new AddressSet(ranges, NONE.six) : new AddressSet(NONE.four, ranges);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressSet that && four.equals(that.four) && six.equals(that.six);
    }

    @Override
    public int hashCode() {
        return 31 * four.hashCode() + six.hashCode();
    }

    /// The ranges with commas between; `any` and `none` where that is so.
    @Override
    public String toString() {
        if (isEmpty()) {
            return "none";
        }
        return equals(ANY) ? "any" : ranges().stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
