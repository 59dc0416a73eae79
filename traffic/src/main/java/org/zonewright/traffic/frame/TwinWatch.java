package org.zonewright.traffic.frame;

import java.nio.ByteOrder;

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

    private static final int SLOTS = 512;
    private static final int SHIFT = 64 - 9;
    private static final int MOST_BYTES = 256;
    /// All bytes of a word but the seventh.
    private static final long WITHOUT_HOPS =
            ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? 0xffff_ffff_ffff_00ffL : 0xff00_ffff_ffff_ffffL;

    private static final long ODD = 0x9e37_79b9_7f4a_7c15L;
    private static final long OTHER_ODD = 0xc2b2_ae3d_27d4_eb4fL;

    /// Two words a slot: the packet's mark, and its time with the time to live in the lowest 8 bits.
    private final long[] slots = new long[2 * SLOTS];

    private long compared;
    private long duplicates;
    private long routedTwice;

    /// An IPv4 packet at `at` with its payload at `payload`, captured up to `end`.
    void v4(byte[] bytes, int at, int payload, int end, long nanos) {
        if ((bytes[at + 4] | bytes[at + 5]) == 0 || end - payload < 8) {
            return;
        }
        // Total length, identification, fragment and protocol without the time to live between them.
        long mark = (Bytes.word(bytes, at + 2) & WITHOUT_HOPS) * ODD ^ Bytes.word(bytes, at + 12);
        mark = Long.rotateLeft(mark * OTHER_ODD, 29) ^ Bytes.word(bytes, payload);
        if (end - payload >= 20) {
            mark = Long.rotateLeft(mark * ODD, 31) ^ Bytes.word(bytes, payload + 12); // TCP: to the checksum
        }
        compare(mark * ODD, bytes[at + 8] & 0xff, nanos);
    }

    /// A frame without IP of an EtherType.
    void frame(int type, byte[] bytes, int at, int end, long addresses, long nanos) {
        if (type != GOOSE && type != SAMPLED_VALUES && type != PROFINET) {
            return;
        }
        long mark = addresses * ODD + end - at;
        int last = Math.min(end, at + MOST_BYTES);
        int next = at;
        for (; next + 8 <= last; next += 8) {
            mark = Long.rotateLeft(mark * OTHER_ODD, 29) ^ Bytes.word(bytes, next);
        }
        for (; next < last; next++) {
            mark = Long.rotateLeft(mark * ODD, 31) ^ bytes[next];
        }
        compare(mark * ODD, 0, nanos);
    }

    private void compare(long mark, int hops, long nanos) {
        compared++;
        int slot = (int) (mark >>> SHIFT) << 1;
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
