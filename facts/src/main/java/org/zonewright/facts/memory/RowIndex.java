package org.zonewright.facts.memory;

import org.jspecify.annotations.Nullable;

/// Finds rows by the hash of their key: open addressing over longs, each the upper half of a row's hash (the *tag*)
/// and its number + 1. A tag's first bits are its place, so that the index grows without a look at the rows, and a
/// wrong row is all but never looked at. About 11 to 21 bytes a row, in memory or, beyond the budget's share, in a
/// file that is mapped into it. Mutable; one thread.
///
/// To look for a key, start at [#home] and go on with [#next] until [#entry] is 0; where [#tag] is the key's, compare
/// the key of [#row]. A new row is put into the place that [#room] gives.
public final class RowIndex {
    private static final int START_BITS = 8;

    private final Pager pager;
    private long[] entries = new long[1 << START_BITS]; // none once they are in the file
    private @Nullable MappedLongs mapped;
    private int mask = entries.length - 1;
    private int shift = Integer.SIZE - START_BITS;
    private int size;
    private int limit = most(entries.length);

    RowIndex(Pager pager) {
        this.pager = pager;
    }

    /// How many rows an index of this length takes: most questions are answered by the first entry all the same, and
    /// fewer pages are touched.
    private static int most(int length) {
        return length / 4 * 3;
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
        return (slot + 1) & mask;
    }

    /// What is there; 0 for nothing.
    public long entry(int slot) {
        long[] here = entries;
        return slot < here.length ? here[slot] : entryInFile(slot);
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
        while (entry(free) != 0) {
            free = next(free);
        }
        return free;
    }

    /// Puts a row into the place that [#room] gave.
    public void put(int slot, int tag, int row) {
        long entry = ((long) tag << 32) | (row + 1);
        if (slot < entries.length) {
            entries[slot] = entry;
        } else {
            inFile().put(slot, entry);
        }
        size++;
    }

    /// Gives the memory back; the index is empty then.
    public void clear() {
        close();
        entries = new long[1 << START_BITS];
        mask = entries.length - 1;
        shift = Integer.SIZE - START_BITS;
        size = 0;
        limit = most(entries.length);
    }

    /// Gives the memory and the file back.
    void close() {
        if (entries.length > 1 << START_BITS) {
            pager.unfixIndex((long) entries.length * Long.BYTES);
        }
        entries = new long[0];
        if (mapped != null) {
            mapped.close();
            mapped = null;
        }
    }

    private long entryInFile(int slot) {
        return inFile().get(slot);
    }

    private MappedLongs inFile() {
        MappedLongs file = mapped;
        if (file == null) {
            throw new IllegalStateException("the index is closed");
        }
        return file;
    }

    /// Twice as many places; or, where that is as far as it goes, fuller ones, which are slower and still right.
    private void grow() {
        int length = mask + 1;
        if (length == MappedLongs.MOST) {
            int most = length / 8 * 7;
            if (limit >= most) {
                throw new BudgetSpent();
            }
            limit = most;
        } else if (mapped == null && pager.tryFixIndex(2L * length * Long.BYTES)) {
            growInMemory(length);
        } else {
            growInFile(length);
        }
    }

    private void growInMemory(int length) {
        long[] grown = new long[2 * length];
        mask = grown.length - 1;
        shift--;
        for (long entry : entries) {
            if (entry != 0) {
                int slot = home(tag(entry));
                while (grown[slot] != 0) {
                    slot = next(slot);
                }
                grown[slot] = entry;
            }
        }
        if (length > 1 << START_BITS) {
            pager.unfixIndex((long) length * Long.BYTES);
        }
        entries = grown;
        limit = most(grown.length);
    }

    private void growInFile(int length) {
        MappedLongs grown = new MappedLongs(pager.file().folder(), 2 * length);
        int last = length - 1;
        mask = 2 * length - 1;
        shift--;
        for (int place = 0; place <= last; place++) {
            long entry = entry(place);
            if (entry != 0) {
                int slot = home(tag(entry));
                while (grown.get(slot) != 0) {
                    slot = next(slot);
                }
                grown.put(slot, entry);
            }
        }
        close();
        mapped = grown;
        limit = most(2 * length);
    }
}
