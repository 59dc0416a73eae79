package org.zonewright.traffic.ads;


import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the AMS/TCP and AMS headers in place; all numbers are little endian. Mutable: re-wrapped over the current
/// message; one thread.
final class AmsView {
    static final int TCP_HEADER = 6; // bytes: u16 0, u32 length of what follows
    static final int HEADER = 32; // bytes
    private static final int TCP_LENGTH = 2;
    static final int SOURCE = TCP_HEADER + 8; // 6 bytes of net id, u16 port
    private static final int COMMAND = TCP_HEADER + 16; // u16
    private static final int FLAGS = TCP_HEADER + 18; // u16, bit 0: answer, bit 2: ADS command
    private static final int DATA_LENGTH = TCP_HEADER + 20; // u32
    private static final int ERROR = TCP_HEADER + 24; // u32
    static final int DATA = TCP_HEADER + HEADER;

    private static final int ADS = 0x04;
    private static final int LAST_COMMAND = 9;

    private ByteSlice bytes = new ByteSlice();

    /// True if the headers are there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= DATA;
    }

    /// True if lengths agree and the command is one of ADS.
    boolean isPlausible() {
        return bytes.u16(0) == 0
                && length() == bytes.u32le(DATA_LENGTH) + HEADER
                && (bytes.u16le(FLAGS) & ADS) != 0
                && command() >= 1
                && command() <= LAST_COMMAND;
    }

    private long length() {
        return bytes.u32le(TCP_LENGTH);
    }

    /// The whole message's length in bytes.
    long messageLength() {
        return length() + TCP_HEADER;
    }

    int command() {
        return bytes.u16le(COMMAND);
    }

    boolean isAnswer() {
        return (bytes.u16le(FLAGS) & 1) != 0;
    }

    boolean isError() {
        return bytes.i32le(ERROR) != 0;
    }
}
