package org.zonewright.traffic.flow;

import java.util.Arrays;

/// How often each function was asked for in each flow: rows of [#WIDTH] longs that never move once added, found
/// through an open-addressing index. Each row also remembers which function its side asked for next: polling repeats
/// itself, so the guess is nearly always right and spares the index. Mutable; one thread.
final class FunctionTable {
    static final int WIDTH = 6;
    static final int KEY = 0;
    static final int REQUESTS = 1;
    static final int FRAME = 2;
    static final int ANSWERS = 3; // answers in the high 32 bits, refusals in the low ones
    static final int NEXT = 4; // row + 1 of the function that the same side asked for next, 0 = not known
    static final int BEFORE = 5; // and of the one before

    /// Flows beyond this number cannot have functions; it is far above what fits the memory.
    static final int MAX_FLOW = (1 << 28) - 1;

    long[] rows = new long[256 * WIDTH];
    private int[] index = new int[1024];
    private int size;
    private final long seed;

    FunctionTable(long seed) {
        this.seed = seed;
    }

    int size() {
        return size;
    }

    /// The key of a function: flow in 28 bits, side in 1, protocol in 8, code in 16, unit + 1 in 9.
    static long key(int flow, int side, int protocol, int code, int unit) {
        return ((long) flow << 34)
                | ((long) side << 33)
                | ((long) protocol << 25)
                | ((long) (code & 0xffff) << 9)
                | ((unit + 1) & 0x1ff);
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
        int next = slot * WIDTH + NEXT;
        int guess = (int) rows[next] - 1;
        if (guess >= 0 && rows[guess * WIDTH] == key) {
            return guess;
        }
        int found = find(key, true);
        rows[next] = found + 1L;
        rows[found * WIDTH + BEFORE] = slot + 1L;
        return found;
    }

    /// The row of a key that the asking side asked for, or -1; `slot` is the row of what it asked for last, or -1. A
    /// message may hold two requests, one in the other, and is answered in that order.
    int answered(int slot, long key) {
        if (slot < 0) {
            return find(key, false);
        }
        if (rows[slot * WIDTH] == key) {
            return slot;
        }
        int before = (int) rows[slot * WIDTH + BEFORE] - 1;
        return before >= 0 && rows[before * WIDTH] == key ? before : find(key, false);
    }

    /// The row of a key, or -1 if it is new and `add` is false.
    int find(long key, boolean add) {
        int slot = (int) FlowTable.mix(key ^ seed, key >>> 29) & (index.length - 1);
        while (index[slot] != 0) {
            int row = index[slot] - 1;
            if (rows[row * WIDTH] == key) {
                return row;
            }
            slot = (slot + 1) & (index.length - 1);
        }
        if (!add) {
            return -1;
        }
        int row = size++;
        if (size * WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, rows.length + rows.length / 2 + WIDTH);
        }
        rows[row * WIDTH] = key;
        index[slot] = row + 1;
        if (size * 2 > index.length) {
            grow();
        }
        return row;
    }

    private void grow() {
        int[] grown = new int[index.length * 2];
        for (int row = 0; row < size; row++) {
            long key = rows[row * WIDTH];
            int slot = (int) FlowTable.mix(key ^ seed, key >>> 29) & (grown.length - 1);
            while (grown[slot] != 0) {
                slot = (slot + 1) & (grown.length - 1);
            }
            grown[slot] = row + 1;
        }
        index = grown;
    }
}
