package org.zonewright.traffic.capture;

import java.nio.charset.StandardCharsets;

/// A network interface of a pcapng section, from its Interface Description Block.
///
/// ```
/// body     link type u16 · reserved u16 · snap length u32 · options
/// options  2 if_name text · 9 if_tsresol u8 · 14 if_tsoffset i64 (seconds)
/// ```
/// `id` counts through the whole file. All fixed after reading, but the count of lost frames. One thread.
final class PcapngInterface {
    static final int BODY = 8;

    private static final int LINK_TYPE = 0;
    private static final int SNAP_LENGTH = 4;
    private static final int NAME = 2;
    private static final int TIME_RESOLUTION = 9;
    private static final int TIME_OFFSET = 14;
    private static final int MAX_NAME = 256;

    final int id;
    final int linkType;
    final int snapLength;
    final String name;
    final PcapngClock clock;
    private long lost;

    private PcapngInterface(int id, int linkType, int snapLength, String name, PcapngClock clock) {
        this.id = id;
        this.linkType = linkType;
        this.snapLength = snapLength;
        this.name = name;
        this.clock = clock;
    }

    /// Reads the block whose body is `bytes[body, end)`, at least [#BODY] bytes. What is wrong with an option is said
    /// for the block's `offset`, and the option is taken as not there.
    static PcapngInterface read(
            int id,
            byte[] bytes,
            int body,
            int end,
            boolean bigEndian,
            PcapngOptions options,
            Report report,
            long offset) {
        String name = "";
        int resolution = 6;
        long shift = 0;
        options.wrap(bytes, body + BODY, end, bigEndian);
        while (options.next()) {
            int value = options.value();
            boolean good = true;
            if (options.code() == NAME) {
                name = text(bytes, value, Math.min(options.length(), MAX_NAME));
            } else if (options.code() == TIME_RESOLUTION) {
                good = options.length() == 1 && PcapngClock.canCount(bytes[value] & 0xFF);
                resolution = good ? bytes[value] & 0xFF : resolution;
            } else if (options.code() == TIME_OFFSET) {
                good = options.length() == 8 && PcapngClock.canShift(Words.i64(bytes, value, bigEndian));
                shift = good ? Words.i64(bytes, value, bigEndian) : shift;
            }
            if (!good) {
                report.record(CaptureProblem.BAD_OPTION, 0, offset, options.code());
            }
        }
        if (options.overrun()) {
            report.record(CaptureProblem.BAD_OPTION, 0, offset, options.code());
        }
        int linkType = Words.u16(bytes, body + LINK_TYPE, bigEndian);
        long snapLength = Math.min(Words.u32(bytes, body + SNAP_LENGTH, bigEndian), Integer.MAX_VALUE);
        return new PcapngInterface(id, linkType, (int) snapLength, name, PcapngClock.of(resolution, shift));
    }

    /// How many frames were lost since the last call, given the recorder's count since its start.
    long newlyLost(long lostSinceStart) {
        long more = Math.max(0, lostSinceStart - lost);
        lost += more;
        return more;
    }

    /// Up to the first NUL, which some recorders write though they should not.
    private static String text(byte[] bytes, int from, int length) {
        int count = 0;
        while (count < length && bytes[from + count] != 0) {
            count++;
        }
        return new String(bytes, from, count, StandardCharsets.UTF_8);
    }
}
