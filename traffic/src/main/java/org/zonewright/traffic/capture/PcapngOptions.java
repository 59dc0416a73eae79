package org.zonewright.traffic.capture;

/// A cursor over the options of a pcapng block: code u16, length u16, value, padding to 4 bytes. Mutable; one thread.
///
/// ```
/// options.wrap(bytes, from, to, bigEndian);
/// while (options.next()) { switch (options.code()) { … } }
/// ```
final class PcapngOptions {
    private static final int HEADER = 4;

    private byte[] bytes = new byte[0];
    private boolean bigEndian;
    private int next;
    private int end;
    private int code;
    private int value;
    private int length;
    private boolean overrun;

    /// Starts before the options in `from…to` of the array.
    void wrap(byte[] array, int from, int to, boolean big) {
        bytes = array;
        next = from;
        end = to;
        bigEndian = big;
        overrun = false;
    }

    /// Goes to the next option. False at the end, and where an option would reach beyond its block: then
    /// [#overrun()].
    boolean next() {
        if (end - next < HEADER) {
            return false;
        }
        code = Words.u16(bytes, next, bigEndian);
        length = Words.u16(bytes, next + 2, bigEndian);
        value = next + HEADER;
        if (code == 0) {
            return false;
        }
        overrun = length > end - value;
        next = value + ((length + 3) & ~3);
        return !overrun;
    }

    boolean overrun() {
        return overrun;
    }

    int code() {
        return code;
    }

    /// The index of the value's first byte.
    int value() {
        return value;
    }

    /// The value's length in bytes, without padding; all of it is in the array.
    int length() {
        return length;
    }
}
