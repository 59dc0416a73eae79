package org.zonewright.facts.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A set of unsigned whole numbers of up to 128 bits as ranges: in order, apart, and as few as possible, so that equal
/// sets are equal objects. Immutable.
final class Ranges {
    /// Longs a range takes: the first number's high and low half, the last number's.
    private static final int WIDTH = 4;

    private final int bits;
    private final long[] bounds;

    private Ranges(int bits, long[] bounds) {
        this.bits = bits;
        this.bounds = bounds;
    }

    static Ranges none(int bits) {
        return new Ranges(bits, new long[0]);
    }

    static Ranges all(int bits) {
        return new Ranges(bits, new long[] {0, 0, highest(bits, true), highest(bits, false)});
    }

    /// The numbers from the first to the last, both included.
    ///
    /// @throws IllegalArgumentException if the last comes before the first or has too many bits
    static Ranges of(int bits, long firstHigh, long firstLow, long lastHigh, long lastLow) {
        if (compare(firstHigh, firstLow, lastHigh, lastLow) > 0
                || compare(lastHigh, lastLow, highest(bits, true), highest(bits, false)) > 0) {
            throw new IllegalArgumentException("no range of " + bits + " bits");
        }
        return new Ranges(bits, new long[] {firstHigh, firstLow, lastHigh, lastLow});
    }

    private static long highest(int bits, boolean high) {
        int here = high ? Math.max(0, bits - Long.SIZE) : Math.min(bits, Long.SIZE);
        return here == 0 ? 0 : -1L >>> (Long.SIZE - here);
    }

    private static int compare(long oneHigh, long oneLow, long twoHigh, long twoLow) {
        int byHigh = Long.compareUnsigned(oneHigh, twoHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(oneLow, twoLow);
    }

    int bits() {
        return bits;
    }

    /// The number of ranges.
    int count() {
        return bounds.length / WIDTH;
    }

    long firstHigh(int range) {
        return bounds[range * WIDTH];
    }

    long firstLow(int range) {
        return bounds[range * WIDTH + 1];
    }

    long lastHigh(int range) {
        return bounds[range * WIDTH + 2];
    }

    long lastLow(int range) {
        return bounds[range * WIDTH + 3];
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    boolean isAll() {
        return equals(all(bits));
    }

    boolean contains(long high, long low) {
        int from = 0;
        int to = count() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            if (compare(high, low, firstHigh(middle), firstLow(middle)) < 0) {
                to = middle - 1;
            } else if (compare(high, low, lastHigh(middle), lastLow(middle)) > 0) {
                from = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    Ranges complement() {
        long[] out = new long[bounds.length + WIDTH];
        int size = 0;
        long nextHigh = 0;
        long nextLow = 0;
        for (int i = 0; i < count(); i++) {
            if (compare(nextHigh, nextLow, firstHigh(i), firstLow(i)) < 0) {
                boolean borrow = firstLow(i) == 0;
                size = put(out, size, nextHigh, nextLow, borrow ? firstHigh(i) - 1 : firstHigh(i), firstLow(i) - 1);
            }
            if (lastHigh(i) == highest(bits, true) && lastLow(i) == highest(bits, false)) {
                return new Ranges(bits, Arrays.copyOf(out, size));
            }
            nextLow = lastLow(i) + 1;
            nextHigh = nextLow == 0 ? lastHigh(i) + 1 : lastHigh(i);
        }
        size = put(out, size, nextHigh, nextLow, highest(bits, true), highest(bits, false));
        return new Ranges(bits, Arrays.copyOf(out, size));
    }

    Ranges intersect(Ranges other) {
        long[] out = new long[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < count() && j < other.count()) {
            boolean mineLater = compare(firstHigh(i), firstLow(i), other.firstHigh(j), other.firstLow(j)) >= 0;
            boolean mineEnds = compare(lastHigh(i), lastLow(i), other.lastHigh(j), other.lastLow(j)) <= 0;
            long fromHigh = mineLater ? firstHigh(i) : other.firstHigh(j);
            long fromLow = mineLater ? firstLow(i) : other.firstLow(j);
            long toHigh = mineEnds ? lastHigh(i) : other.lastHigh(j);
            long toLow = mineEnds ? lastLow(i) : other.lastLow(j);
            if (compare(fromHigh, fromLow, toHigh, toLow) <= 0) {
                size = put(out, size, fromHigh, fromLow, toHigh, toLow);
            }
            if (mineEnds) {
                i++;
            } else {
                j++;
            }
        }
        return new Ranges(bits, Arrays.copyOf(out, size));
    }

    Ranges union(Ranges other) {
        if (isEmpty()) {
            return other;
        }
        return other.isEmpty()
                ? this
                : complement().intersect(other.complement()).complement();
    }

    Ranges minus(Ranges other) {
        return intersect(other.complement());
    }

    private static int put(long[] out, int size, long firstHigh, long firstLow, long lastHigh, long lastLow) {
        out[size] = firstHigh;
        out[size + 1] = firstLow;
        out[size + 2] = lastHigh;
        out[size + 3] = lastLow;
        return size + WIDTH;
    }

    /// The union of many sets of as many bits, in one pass over their sorted ranges.
    static Ranges unionOf(int bits, Iterable<Ranges> sets) {
        List<long[]> all = new ArrayList<>();
        for (Ranges set : sets) {
            for (int i = 0; i < set.bounds.length; i += WIDTH) {
                all.add(Arrays.copyOfRange(set.bounds, i, i + WIDTH));
            }
        }
        all.sort((one, two) -> compare(one[0], one[1], two[0], two[1]));
        long[] out = new long[all.size() * WIDTH];
        int size = 0;
        for (long[] range : all) {
            if (size > 0 && touches(out, size - WIDTH, range)) {
                if (compare(range[2], range[3], out[size - 2], out[size - 1]) > 0) {
                    out[size - 2] = range[2];
                    out[size - 1] = range[3];
                }
            } else {
                size = put(out, size, range[0], range[1], range[2], range[3]);
            }
        }
        return new Ranges(bits, Arrays.copyOf(out, size));
    }

    /// True if a range that does not begin before `out` at `at` overlaps it or comes right after.
    private static boolean touches(long[] out, int at, long[] range) {
        if (compare(range[0], range[1], out[at + 2], out[at + 3]) <= 0) {
            return true;
        }
        long nextLow = out[at + 3] + 1;
        long nextHigh = nextLow == 0 ? out[at + 2] + 1 : out[at + 2];
        return nextHigh == range[0] && nextLow == range[1];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ranges that && bits == that.bits && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return 31 * bits + Arrays.hashCode(bounds);
    }
}
