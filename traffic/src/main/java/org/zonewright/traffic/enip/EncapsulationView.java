package org.zonewright.traffic.enip;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the encapsulation header of EtherNet/IP in place (The CIP Networks Library, volume 2, 2-3), little endian.
///
///     0 command   2 length   4 session   8 status   12 context, 8 bytes   20 options
///
/// Mutable: re-wrapped over the current message; one thread.
final class EncapsulationView {
    static final int LENGTH = 24; // bytes of the header

    private static final int START = 0; // command u16, length u16, session u32
    private static final int STATUS = 8; // u32
    private static final int OPTIONS = 20; // u32, always 0
    private static final int MAX_COMMAND = 0xff;
    private static final int MAX_STATUS = 0xff;

    private long start;
    private int status;
    private int options;

    /// True if a whole header is there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        if (slice.length() < LENGTH) {
            return false;
        }
        start = slice.i64le(START);
        status = slice.i32le(STATUS);
        options = slice.i32le(OPTIONS);
        return true;
    }

    /// True if the fields have values that the specification allows; commands of old versions and of makers included.
    boolean isPlausible() {
        return command() <= MAX_COMMAND && options == 0 && Integer.compareUnsigned(status, MAX_STATUS) <= 0;
    }

    int command() {
        return (int) start & 0xffff;
    }

    int dataLength() {
        return (int) (start >>> 16) & 0xffff;
    }

    boolean hasSession() {
        return start >>> 32 != 0;
    }

    boolean isError() {
        return status != 0;
    }
}
