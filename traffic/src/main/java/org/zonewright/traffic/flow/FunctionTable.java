package org.zonewright.traffic.flow;

import org.zonewright.facts.memory.PagedRows;
import org.zonewright.facts.memory.Pager;
import org.zonewright.facts.memory.RowIndex;

/// How often each function was asked for in each flow: rows of [#WIDTH] longs, found through an open-addressing
/// index, in pages that may be spilled. Each row also remembers which function its side asked for next: polling
/// repeats itself, so the guess is nearly always right and spares the index. Mutable; one thread.
final class FunctionTable {
    static final int WIDTH = 5;
    static final int KEY = 0;
    static final int REQUESTS = 1;
    static final int FRAME = 2;
    static final int ANSWERS = 3; // answers in the high 32 bits, refusals in the low ones
    static final int BESIDE = 4; // row + 1 of the function the side asked for next, above that of the one before

    /// Flows beyond this number cannot have functions; it is far above what fits the memory.
    static final int MAX_FLOW = (1 << 28) - 1;

    private final PagedRows table;
    private final RowIndex index;
    private final RecentRows recent = new RecentRows(12);
    private final long seed;

    FunctionTable(long seed, Pager pager) {
        this.seed = seed;
        table = pager.rows(WIDTH);
        index = pager.index();
    }

    int size() {
        return table.size();
    }

    /// The page of a row, valid until the next call.
    long[] page(int row) {
        return table.page(row);
    }

    /// Where a row starts in its page.
    int offset(int row) {
        return table.offset(row);
    }

    /// Ends the table: no function can be found or changed any more.
    void seal() {
        table.seal();
        index.clear();
    }

    private long keyOf(int row) {
        return table.page(row)[table.offset(row)];
    }

    /// The key of a function: flow in 28 bits, side in 1, protocol in 8, code in 16, unit + 1 in 9.
    static long key(int flow, int side, int protocol, int code, int unit) {
        int lower = ((code & 0xffff) << 9) | ((unit + 1) & 0x1ff); // 25 bits
        return ((long) ((flow << 1) | side) << 33) | ((long) protocol << 25) | lower;
    }

    static int flow(long key) {
        return (int) (key >>> 34) & MAX_FLOW;
    }

    static int side(long key) {
        return (int) (key >>> 33) & 1;
    }

    static int protocol(long key) {
        return (int) (key >>> 25) & 0xff;
    }

    static int code(long key) {
        return (int) (key >>> 9) & 0xffff;
    }

    static int unit(long key) {
        return (int) (key & 0x1ff) - 1;
    }

    /// The row of a key, made if new; `slot` is the row of the function that the same side asked for before, or -1.
    int after(int slot, long key) {
        if (slot < 0) {
            return find(key, true);
        }
        int guess = (int) (table.page(slot)[table.offset(slot) + BESIDE] >>> 32) - 1;
        if (guess >= 0 && keyOf(guess) == key) {
            return guess;
        }
        int found = find(key, true);
        long[] page = table.page(slot);
        int at = table.offset(slot) + BESIDE;
        page[at] = ((found + 1L) << 32) | (page[at] & 0xffff_ffffL);
        page = table.page(found);
        at = table.offset(found) + BESIDE;
        page[at] = (page[at] & ~0xffff_ffffL) | (slot + 1);
        return found;
    }

    /// The row of a key that the asking side asked for, or -1; `slot` is the row of what it asked for last, or -1. A
    /// message may hold two requests, one in the other, and is answered in that order.
    int answered(int slot, long key) {
        if (slot < 0) {
            return find(key, false);
        }
        long[] page = table.page(slot);
        int at = table.offset(slot);
        if (page[at] == key) {
            return slot;
        }
        int before = (int) page[at + BESIDE] - 1;
        return before >= 0 && keyOf(before) == key ? before : find(key, false);
    }

    /// The row of a key, or -1 if it is new and `add` is false.
    private int find(long key, boolean add) {
        long hash = FlowTable.mix(key ^ seed, key >>> 29);
        int row = recent.like(hash);
        if (row >= 0 && keyOf(row) == key) {
            return row;
        }
        row = findInIndex(key, RowIndex.tagOf(hash), add);
        if (row >= 0) {
            recent.keep(hash, row);
        }
        return row;
    }

    private int findInIndex(long key, int tag, boolean add) {
        int slot = index.home(tag);
        while (index.entry(slot) != 0) {
            long entry = index.entry(slot);
            if (RowIndex.tag(entry) == tag && keyOf(RowIndex.row(entry)) == key) {
                return RowIndex.row(entry);
            }
            slot = index.next(slot);
        }
        if (!add) {
            return -1;
        }
        int to = index.room(slot, tag);
        int row = table.add();
        index.put(to, tag, row);
        table.page(row)[table.offset(row)] = key;
        return row;
    }
}
