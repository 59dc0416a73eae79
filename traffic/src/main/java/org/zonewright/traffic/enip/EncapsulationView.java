package org.zonewright.traffic.enip;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the encapsulation header of EtherNet/IP in place (The CIP Networks Library, volume 2, 2-3), little endian.
///
///     0 command   2 length   4 session   8 status   12 context, 8 bytes   20 options
///
/// Mutable: re-wrapped over the current message; one thread.
final class EncapsulationView {
    static final int LENGTH = 24; // bytes of the header

    private static final int COMMAND = 0; // u16
    private static final int DATA_LENGTH = 2; // u16
    private static final int SESSION = 4; // u32
    private static final int STATUS = 8; // u32
    private static final int OPTIONS = 20; // u32, always 0
    private static final int MAX_COMMAND = 0xff;
    private static final int MAX_STATUS = 0xff;

    private ByteSlice bytes = new ByteSlice();

    /// True if a whole header is there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= LENGTH;
    }

    /// True if the fields have values that the specification allows; commands of old versions and of makers included.
    boolean isPlausible() {
        return command() <= MAX_COMMAND
                && bytes.u32le(OPTIONS) == 0
                && Integer.compareUnsigned(bytes.i32le(STATUS), MAX_STATUS) <= 0;
    }

    int command() {
        return bytes.u16le(COMMAND);
    }

    int dataLength() {
        return bytes.u16le(DATA_LENGTH);
    }

    boolean hasSession() {
        return bytes.i32le(SESSION) != 0;
    }

    boolean isError() {
        return bytes.i32le(STATUS) != 0;
    }
}
