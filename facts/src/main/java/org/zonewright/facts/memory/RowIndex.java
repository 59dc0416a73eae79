package org.zonewright.facts.memory;

/// Finds rows by the hash of their key: open addressing over longs, each the upper half of a row's hash (the *tag*) and
/// its number + 1. A tag's first bits are its place, so that the index grows without a look at the rows, and a wrong
/// row is all but never looked at. About 16 to 32 bytes a row, which cannot be spilled. Mutable; one thread.
///
/// To look for a key, start at [#home] and go on with [#next] until [#entry] is 0; where [#tag] is the key's, compare
/// the key of [#row]. A new row is put into the place that [#room] gives.
public final class RowIndex {
    private static final int START_BITS = 8;

    private final Pager pager;
    private long[] entries = new long[1 << START_BITS];
    private int shift = Integer.SIZE - START_BITS;
    private int size;
    private int limit = entries.length / 2;

    RowIndex(Pager pager) {
        this.pager = pager;
        pager.fix((long) entries.length * Long.BYTES);
    }

    /// The tag of a hash whose upper half is well mixed.
    public static int tagOf(long hash) {
        return (int) (hash >>> 32);
    }

    /// Where the search for a tag starts.
    public int home(int tag) {
        return tag >>> shift;
    }

    /// Where it goes on.
    public int next(int slot) {
        return (slot + 1) & (entries.length - 1);
    }

    /// What is there; 0 for nothing.
    public long entry(int slot) {
        return entries[slot];
    }

    /// The tag of an entry.
    public static int tag(long entry) {
        return (int) (entry >>> 32);
    }

    /// The row of an entry.
    public static int row(long entry) {
        return (int) entry - 1;
    }

    /// Makes room for one more row and gives the place to put it into: `slot`, where the search for its tag ended, or
    /// another if the index grew.
    ///
    /// @throws BudgetSpent if there is no memory for more rows
    public int room(int slot, int tag) {
        if (size < limit) {
            return slot;
        }
        grow();
        int free = home(tag);
        while (entries[free] != 0) {
            free = next(free);
        }
        return free;
    }

    /// Puts a row into the place that [#room] gave.
    public void put(int slot, int tag, int row) {
        entries[slot] = ((long) tag << 32) | (row + 1);
        size++;
    }

    /// Gives the memory back; the index is empty then.
    public void clear() {
        pager.unfix((long) entries.length * Long.BYTES);
        entries = new long[1 << START_BITS];
        pager.fix((long) entries.length * Long.BYTES);
        shift = Integer.SIZE - START_BITS;
        size = 0;
        limit = entries.length / 2;
    }

    private void grow() {
        int length = entries.length;
        if (length > (1 << 29) || !pager.tryFix(2L * length * Long.BYTES)) {
            // Fuller is slower, but still right.
            int most = length / 8 * 7;
            if (limit >= most) {
                throw new BudgetSpent();
            }
            limit = most;
            return;
        }
        long[] grown = new long[2 * length];
        int mask = grown.length - 1;
        shift--;
        for (long entry : entries) {
            if (entry != 0) {
                int slot = tag(entry) >>> shift;
                while (grown[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                grown[slot] = entry;
            }
        }
        entries = grown;
        limit = grown.length / 2;
        pager.unfix((long) length * Long.BYTES);
    }
}
