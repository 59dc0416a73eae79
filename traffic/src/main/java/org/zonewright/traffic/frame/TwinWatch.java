package org.zonewright.traffic.frame;

import org.zonewright.traffic.flow.Share;

/// Finds packets that a capture holds twice: by two mirrored ports, or on both sides of a router. Mutable; one thread;
/// memory is fixed.
///
/// An IPv4 packet is told from all others by its addresses, identification and the first bytes behind its header
/// (ports, sequence, checksum); GOOSE, sampled values and PROFINET real time count their frames, so their whole content
/// does. What cannot be told apart is not compared: IPv6, packets without an identification, other frames. A twin comes
/// within [#WINDOW_NANOS], where a sender that repeats itself waits longer; and a slot of the table remembers its last
/// packet only. So the numbers are "at least".
///
/// Whether a frame is a twin depends on the frames of the last [#WINDOW_NANOS] alone.
final class TwinWatch {
    /// 20 ms: mirrors differ by less than a millisecond, TCP repeats after 200 ms at the earliest (RFC 6298 asks for a
    /// second, usual systems for 200 ms).
    static final long WINDOW_NANOS = 20_000_000;

    private static final int GOOSE = 0x88b8;
    private static final int SAMPLED_VALUES = 0x88ba;
    private static final int PROFINET = 0x8892;

    private static final int SHARD_BITS = 7; // slots of a shard
    private static final int SHIFT = 64 - SHARD_BITS;
    private static final int MOST_BYTES = 256;
    /// Where the last bytes that are looked at stand behind an IP header, in TCP the checksum among them; 8 bytes.
    static final int TAIL = 12;

    private static final long IDENTIFICATION = 0xffff_0000_0000L; // of the first eight bytes of a header
    private static final long ODD = 0x9e37_79b9_7f4a_7c15L;
    private static final long OTHER_ODD = 0xc2b2_ae3d_27d4_eb4fL;
    private static final long THIRD_ODD = 0xd6e8_feb8_6659_fd93L;
    private static final long FOURTH_ODD = 0xa076_1d64_78bd_642fL;

    /// Two words a slot: the packet's mark, and its time with the time to live in the lowest 8 bits. Every shard has
    /// slots of its own, so what is found in one does not depend on who reads the others.
    private final long[] slots = new long[(2 * Share.SHARDS) << SHARD_BITS];

    private long compared;
    private long duplicates;
    private long routedTwice;

    /// An IPv4 packet at `at` with its payload at `payload`, captured up to `end`.
    void v4(byte[] bytes, int at, int payload, int end, int shard, long nanos) {
        if (end - payload < 8) {
            return;
        }
        long first = Bytes.turnedI64(bytes, at);
        long second = Bytes.turnedI64(bytes, at + 8);
        long mark = mark(first, second, Bytes.turnedI64(bytes, at + 12), Bytes.turnedI64(bytes, payload));
        if (end - payload >= TAIL + 8) {
            mark = withTail(mark, Bytes.turnedI64(bytes, payload + TAIL));
        }
        v4(first, second, mark, shard, nanos);
    }

    /// What tells a packet by the first and second eight bytes of its header, its addresses and the first eight bytes
    /// behind the header: total length, identification, fragment and protocol, without the time to live.
    static long mark(long first, long second, long addresses, long behind) {
        return ((first >>> 16) | ((second & 0xff00) << 40)) * ODD + addresses * OTHER_ODD + behind * THIRD_ODD;
    }

    /// The same where the bytes at [#TAIL] are there, too.
    static long withTail(long mark, long tail) {
        return mark + tail * FOURTH_ODD;
    }

    /// An IPv4 packet with its [#mark] and the first and second eight bytes of its header.
    void v4(long first, long second, long mark, int shard, long nanos) {
        if ((first & IDENTIFICATION) != 0) {
            compare(mark, shard, (int) second & 0xff, nanos);
        }
    }

    /// A frame without IP of an EtherType.
    void frame(int type, byte[] bytes, int at, int end, long addresses, int shard, long nanos) {
        if (type != GOOSE && type != SAMPLED_VALUES && type != PROFINET) {
            return;
        }
        long mark = addresses * ODD + end - at;
        int last = Math.min(end, at + MOST_BYTES);
        int next = at;
        for (; next + 8 <= last; next += 8) {
            mark = Long.rotateLeft(mark * OTHER_ODD, 29) ^ Bytes.turnedI64(bytes, next);
        }
        for (; next < last; next++) {
            mark = Long.rotateLeft(mark * ODD, 31) ^ bytes[next];
        }
        compare(mark * ODD, shard, 0, nanos);
    }

    private void compare(long mark, int shard, int hops, long nanos) {
        compared++;
        int slot = ((shard << SHARD_BITS) | (int) (mark >>> SHIFT)) << 1;
        long known = slots[slot];
        long when = slots[slot + 1];
        slots[slot] = mark;
        slots[slot + 1] = (nanos & ~0xffL) | hops;
        if (known == mark && Math.abs((nanos & ~0xffL) - (when & ~0xffL)) <= WINDOW_NANOS) {
            if ((when & 0xff) == hops) {
                duplicates++;
            } else {
                routedTwice++;
            }
        }
    }

    /// Adds what was found in other shards of the same capture.
    void takeIn(TwinWatch other) {
        compared += other.compared;
        duplicates += other.duplicates;
        routedTwice += other.routedTwice;
    }

    /// Frames that could be compared.
    long compared() {
        return compared;
    }

    long duplicates() {
        return duplicates;
    }

    long routedTwice() {
        return routedTwice;
    }
}
