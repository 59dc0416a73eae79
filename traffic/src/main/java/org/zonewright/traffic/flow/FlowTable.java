package org.zonewright.traffic.flow;

import java.util.Arrays;

/// The flows of a capture: one row of [#WIDTH] longs for each pair of endpoints, ports, vantage point and transport,
/// found through an open-addressing index with a seeded mix.
///
/// Endpoint A is the one with the smaller number; a flow's packets in both directions meet in one row. Mutable; one
/// thread. The rows are one array that its package reads and writes directly: this is the innermost loop.
final class FlowTable {
    /// Longs a row: 152 bytes.
    static final int WIDTH = 19;

    static final int KEY_ADDRESSES = 0;
    static final int KEY_REST = 1;
    static final int PACKETS = 2; // of A, and + 1 of B
    static final int BYTES = 4; // of A, and + 1 of B
    static final int FIRST = 6;
    static final int LAST = 7;
    static final int FRAME = 8;
    static final int FLAGS = 9;
    static final int FUNCTION = 10; // the function last asked for by A, and + 1 by B: a row of the FunctionTable + 1
    static final int ORDER = 12; // the stream of A, and + 1 of B: StreamOrder
    static final int REPEATED = ORDER; // in flows without a stream, the last datagram of A, and + 1 of B: Repeats
    static final int MAC = 14; // the last source MAC of A, and + 1 of B
    static final int STATE = 16; // the dissector's
    static final int BUFFER = 17; // of A, and + 1 of B: a slot of StreamBuffers + 1

    /// Bits of FLAGS, the first eight for A, the same shifted by eight for B.
    static final long SENT_SYN = 1;

    static final long SENT_SYN_ACK = 2;
    static final long SENT_RST = 4;
    static final long SENT_DATA = 8;
    static final long SENT_REQUEST = 16;
    static final long READ_ENOUGH = 32;

    /// Bits of FLAGS for the whole flow.
    static final long FIRST_FROM_B = 1L << 16;

    static final long PROVED = 1L << 17;
    static final long REFUSED_BY_ICMP = 1L << 18;
    /// Which side is the client was found out for the flow's dissector; CLIENT_IS_B is its answer.
    static final long SIDES_KNOWN = 1L << 40;

    static final int CLIENT_SHIFT = 41;
    static final int TRIES_SHIFT = 20; // 4 bits
    static final int DISSECTOR_SHIFT = 24; // 8 bits, 0 = none
    static final int PROTOCOL_SHIFT = 32; // 8 bits, 0 = none

    private static final int START_ROWS = 1 << 10;

    long[] rows = new long[START_ROWS * WIDTH];
    private long[] index = new long[START_ROWS * 4];
    private int mask = index.length - 1;
    private int size;
    private int last = -1;
    private final long seed;

    FlowTable(long seed) {
        this.seed = seed;
    }

    int size() {
        return size;
    }

    /// Spreads two words over 64 bits; every input bit reaches the low bits. `second` should not repeat `first`.
    static long mix(long first, long second) {
        long h = (first * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(second * 0xBF58476D1CE4E5B9L, 32);
        h ^= h >>> 32;
        h *= 0x94D049BB133111EBL;
        return h ^ (h >>> 32);
    }

    /// The row of a key, made if new. Amortised constant time; a run of packets of one flow costs two comparisons.
    int find(long addresses, long rest) {
        if (last >= 0) {
            int at = last * WIDTH;
            if (rows[at] == addresses && rows[at + 1] == rest) {
                return last;
            }
        }
        long hash = mix(addresses ^ seed, rest);
        int tag = (int) (hash >>> 32);
        int slot = (int) hash & mask;
        while (true) {
            long entry = index[slot];
            if (entry == 0) {
                return insert(addresses, rest, slot, tag);
            }
            if ((int) (entry >>> 32) == tag) {
                int row = (int) entry - 1;
                int at = row * WIDTH;
                if (rows[at] == addresses && rows[at + 1] == rest) {
                    last = row;
                    return row;
                }
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Forgets which side of a flow is the client: something came that may say otherwise.
    void forgetSides(int row) {
        rows[row * WIDTH + FLAGS] &= ~SIDES_KNOWN;
    }

    /// The row of a key, or -1.
    int look(long addresses, long rest) {
        int slot = (int) mix(addresses ^ seed, rest) & mask;
        while (index[slot] != 0) {
            int at = ((int) index[slot] - 1) * WIDTH;
            if (rows[at] == addresses && rows[at + 1] == rest) {
                return at / WIDTH;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private int insert(long addresses, long rest, int slot, int tag) {
        int row = size++;
        if (size * WIDTH > rows.length) {
            rows = Arrays.copyOf(rows, rows.length + rows.length / 2 + WIDTH);
        }
        rows[row * WIDTH] = addresses;
        rows[row * WIDTH + 1] = rest;
        index[slot] = ((long) tag << 32) | (row + 1);
        if (size * 2 > mask) {
            grow();
        }
        last = row;
        return row;
    }

    private void grow() {
        long[] grown = new long[index.length * 2];
        int grownMask = grown.length - 1;
        for (int row = 0; row < size; row++) {
            long hash = mix(rows[row * WIDTH] ^ seed, rows[row * WIDTH + 1]);
            int slot = (int) hash & grownMask;
            while (grown[slot] != 0) {
                slot = (slot + 1) & grownMask;
            }
            grown[slot] = ((hash >>> 32) << 32) | (row + 1);
        }
        index = grown;
        mask = grownMask;
    }

    /// The second key word: ports of A and B, vantage point, transport, family.
    static long rest(int portA, int portB, int vantage, int transport, int family) {
        return ((long) portA << 48) | ((long) portB << 32) | ((long) vantage << 16) | ((long) transport << 8) | family;
    }

    static int portA(long rest) {
        return (int) (rest >>> 48);
    }

    static int portB(long rest) {
        return (int) (rest >>> 32) & 0xffff;
    }

    static int vantage(long rest) {
        return (int) (rest >>> 16) & 0xffff;
    }

    static int transport(long rest) {
        return (int) (rest >>> 8) & 0xff;
    }

    static int family(long rest) {
        return (int) rest & 3;
    }
}
