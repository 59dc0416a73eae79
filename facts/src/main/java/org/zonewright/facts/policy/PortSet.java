package org.zonewright.facts.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A set of ports, 0 to 65535. For ICMP it holds `type × 256 + code`. Immutable.
public final class PortSet {
    static final int BITS = 16;
    private static final int LAST = 0xffff;

    private static final PortSet ANY = new PortSet(Ranges.all(BITS));
    private static final PortSet NONE = new PortSet(Ranges.none(BITS));

    private final Ranges ranges;

    private PortSet(Ranges ranges) {
        this.ranges = ranges;
    }

    /// From the first to the last port, both included.
    public record Range(int first, int last) {
        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    public static PortSet any() {
        return ANY;
    }

    public static PortSet none() {
        return NONE;
    }

    public static PortSet of(int port) {
        return range(port, port);
    }

    /// @throws IllegalArgumentException unless 0 ≤ first ≤ last ≤ 65535
    public static PortSet range(int first, int last) {
        if (first < 0 || last > LAST) {
            throw new IllegalArgumentException("ports are 0 to 65535");
        }
        return new PortSet(Ranges.of(BITS, 0, first, 0, last));
    }

    public static PortSet unionOf(List<PortSet> sets) {
        return new PortSet(
                Ranges.unionOf(BITS, sets.stream().map(set -> set.ranges).toList()));
    }

    public PortSet union(PortSet other) {
        return new PortSet(ranges.union(other.ranges));
    }

    public PortSet intersect(PortSet other) {
        return new PortSet(ranges.intersect(other.ranges));
    }

    public PortSet complement() {
        return new PortSet(ranges.complement());
    }

    public boolean contains(int port) {
        return ranges.contains(0, port);
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean isAny() {
        return ranges.isAll();
    }

    /// From low to high.
    public List<Range> list() {
        return IntStream.range(0, ranges.count())
                .mapToObj(i -> new Range((int) ranges.firstLow(i), (int) ranges.lastLow(i)))
                .toList();
    }

    Ranges ranges() {
        return ranges;
    }

    static PortSet of(Ranges ranges) {
        return new PortSet(ranges);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortSet that && ranges.equals(that.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        if (isEmpty()) {
            return "none";
        }
        return isAny() ? "any" : list().stream().map(Range::toString).collect(Collectors.joining(","));
    }
}
