package org.zonewright.traffic.fins;


import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the FINS header in place (W342, 5-1), behind the header of FINS/TCP where there is one (W421, 7-4). Mutable:
/// re-wrapped over the current message; one thread.
final class FinsView {
    /// FINS/TCP: `FINS`, u32 length of what follows, u32 command, u32 error.
    static final int TCP_HEADER = 16;

    private static final int TCP_LENGTH = 4;
    private static final int TCP_COMMAND = 8;
    private static final int TCP_FRAME = 2;

    static final int HEADER = 12; // bytes, with the command
    private static final int FLAGS = 0; // bit 7: may pass gateways, bit 6: answer, bit 0: no answer wanted
    private static final int RESERVED = 1; // 0
    private static final int GATEWAYS = 2; // u8, how many may still be passed
    private static final int COMMAND = 10; // u16
    static final int DATA = 12;

    private ByteSlice bytes = new ByteSlice();
    private int start;

    /// Turns to the FINS header at `at`; true if it is there whole and its constant bits are right.
    boolean wrap(ByteSlice slice, int at) {
        bytes = slice;
        start = at;
        return slice.has(at, HEADER)
                && (slice.u8(at + FLAGS) & 0x3e) == 0
                && slice.u8(at + RESERVED) == 0
                && slice.u8(at + GATEWAYS) <= 7
                && slice.u8(at + COMMAND) <= 0x28;
    }

    static boolean isTcp(ByteSlice slice) {
        return slice.startsWith(0, "FINS");
    }

    /// The length of a whole FINS/TCP message.
    static long tcpLength(ByteSlice slice) {
        return slice.u32(TCP_LENGTH) + TCP_LENGTH + 4;
    }

    static boolean carriesFrame(ByteSlice slice) {
        return slice.i32(TCP_COMMAND) == TCP_FRAME;
    }

    boolean isAnswer() {
        return (bytes.u8(start + FLAGS) & 0x40) != 0;
    }

    int command() {
        return bytes.u16(start + COMMAND);
    }

    /// The answer's end code; 0 is success, the highest bits of both bytes are flags.
    int endCode() {
        return bytes.u16(start + DATA) & 0x7f3f;
    }
}
