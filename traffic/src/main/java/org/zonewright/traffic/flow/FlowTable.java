package org.zonewright.traffic.flow;

import org.zonewright.facts.memory.PagedRows;
import org.zonewright.facts.memory.Pager;
import org.zonewright.facts.memory.RowIndex;

/// The flows of a capture: one row of [#WIDTH] longs for each pair of endpoints, ports, vantage point and transport,
/// found through an open-addressing index with a seeded mix.
///
/// Endpoint A is the one whose number, as a [Packet] holds it, is the smaller; a flow's packets in both directions meet
/// in one row. Rows are in pages, which may be spilled; one row is the *current* one, found or turned to last, and
/// [#rows] from [#at] on is where it is. Its package reads and writes it there directly: this is the innermost loop.
/// Mutable; one thread.
final class FlowTable {
    /// Longs a row: 136 bytes.
    static final int WIDTH = 17;

    static final int KEY_ADDRESSES = 0;
    static final int KEY_REST = 1;
    static final int PACKETS = 2; // of A, and + 1 of B
    static final int BYTES = 4; // of A, and + 1 of B
    static final int FIRST = 6;
    static final int LAST = 7;
    static final int FRAME = 8;
    static final int FLAGS = 9;
    static final int FUNCTION = 10; // 32 bits each, what A and what B last asked for: a row of the FunctionTable + 1
    static final int BUFFER = 11; // 32 bits each, of A and of B: a slot of StreamBuffers + 1
    static final int ORDER = 12; // the stream of A, and + 1 of B: StreamOrder
    static final int REPEATED = ORDER; // in flows without a stream, the last datagram of A, and + 1 of B: Repeats
    static final int MAC = 14; // the last source MAC of A, and + 1 of B
    static final int STATE = 16; // the dissector's

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

    /// The page of the current row, and where that starts in it.
    long[] rows = {};

    int at;

    private int last = -1; // the current row
    private final PagedRows table;
    private final RowIndex index;
    private final RecentRows recent = new RecentRows(13);
    private final long seed;

    FlowTable(long seed, Pager pager) {
        this.seed = seed;
        table = pager.rows(WIDTH);
        index = pager.index();
    }

    int size() {
        return table.size();
    }

    /// The half of a side (0 for A, 1 for B) in a word that has 32 bits for each.
    static int half(long word, int side) {
        return (int) (word >>> (side << 5));
    }

    /// The word with another half for a side.
    static long withHalf(long word, int side, int half) {
        int shift = side << 5;
        return (word & ~(0xffff_ffffL << shift)) | ((half & 0xffff_ffffL) << shift);
    }

    /// The current row.
    int current() {
        return last;
    }

    /// Makes a row the current one.
    void turnTo(int row) {
        if (row != last) {
            last = row;
            rows = table.page(row);
            at = table.offset(row);
        }
    }

    /// Ends the table: no flow can be found or changed any more.
    void seal() {
        table.seal();
        index.clear();
    }

    /// Spreads two words over 64 bits; every input bit reaches the low bits. `second` should not repeat `first`.
    static long mix(long first, long second) {
        long h = (first * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(second * 0xBF58476D1CE4E5B9L, 32);
        h ^= h >>> 32;
        h *= 0x94D049BB133111EBL;
        return h ^ (h >>> 32);
    }

    /// The row of a key, made if new; it becomes the current one. Amortised constant time; a run of packets of one
    /// flow costs two comparisons.
    ///
    /// @throws org.zonewright.facts.memory.BudgetSpent if the flow is new and there is no memory for it
    int find(long addresses, long rest) {
        if (last >= 0 && rows[at] == addresses && rows[at + 1] == rest) {
            return last;
        }
        long hash = mix(addresses ^ seed, rest);
        int row = recent.like(hash);
        if (row >= 0) {
            turnTo(row);
            if (rows[at] == addresses && rows[at + 1] == rest) {
                return row;
            }
        }
        row = findInIndex(addresses, rest, RowIndex.tagOf(hash));
        recent.keep(hash, row);
        return row;
    }

    private int findInIndex(long addresses, long rest, int tag) {
        int slot = index.home(tag);
        while (true) {
            long entry = index.entry(slot);
            if (entry == 0) {
                return insert(addresses, rest, slot, tag);
            }
            if (RowIndex.tag(entry) == tag) {
                int row = RowIndex.row(entry);
                turnTo(row);
                if (rows[at] == addresses && rows[at + 1] == rest) {
                    return row;
                }
            }
            slot = index.next(slot);
        }
    }

    /// Forgets which side of a flow is the client: something came that may say otherwise.
    void forgetSides() {
        rows[at + FLAGS] &= ~SIDES_KNOWN;
    }

    /// The row of a key, which becomes the current one, or -1.
    int look(long addresses, long rest) {
        int tag = RowIndex.tagOf(mix(addresses ^ seed, rest));
        int slot = index.home(tag);
        while (index.entry(slot) != 0) {
            long entry = index.entry(slot);
            if (RowIndex.tag(entry) == tag) {
                turnTo(RowIndex.row(entry));
                if (rows[at] == addresses && rows[at + 1] == rest) {
                    return last;
                }
            }
            slot = index.next(slot);
        }
        return -1;
    }

    private int insert(long addresses, long rest, int slot, int tag) {
        int to = index.room(slot, tag);
        int row = table.add();
        index.put(to, tag, row);
        turnTo(row);
        rows[at] = addresses;
        rows[at + 1] = rest;
        return row;
    }

    /// The second key word: ports of A and B as a [Packet] holds them, vantage point, transport, family.
    static long rest(int ports, int vantage, int transport, int family) {
        return ((long) ports << 32) | ((long) vantage << 16) | ((long) transport << 8) | family;
    }

    /// The ports of A and B as a [Packet] holds them.
    static int ports(long rest) {
        return (int) (rest >>> 32);
    }

    /// The port number of A, 0 to 65535.
    static int portA(long rest) {
        return Integer.reverseBytes(ports(rest)) >>> 16;
    }

    /// The port number of B, 0 to 65535.
    static int portB(long rest) {
        return Integer.reverseBytes(ports(rest)) & 0xffff;
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
