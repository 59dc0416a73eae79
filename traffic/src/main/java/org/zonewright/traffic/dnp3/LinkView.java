package org.zonewright.traffic.dnp3;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads a data link frame of DNP3 in place (IEEE 1815, clause 9), little endian.
///
///     0 start 05 64   2 length   3 control   4 destination   6 source   8 check   10 user data
///
/// The length counts control, addresses and user data. User data stands in blocks of 16 bytes, each with its own
/// check of two bytes behind it; [#user] reads it as if they were not there. Mutable: re-wrapped over the current
/// frame; one thread.
final class LinkView {
    static final int HEADER = 10; // bytes

    private static final int START = 0x0564;
    private static final int LENGTH = 2; // u8, 5 to 255
    private static final int CONTROL = 3; // u8
    private static final int DESTINATION = 4; // u16
    private static final int SOURCE = 6; // u16
    private static final int CHECKED = 8; // bytes of the header before its check
    private static final int BLOCK = 16; // bytes of user data to a check
    private static final int COUNTED = 5; // bytes of the header in the length

    private static final int PRIMARY = 0x40;
    private static final int CONFIRMED_USER_DATA = 3;
    private static final int UNCONFIRMED_USER_DATA = 4;

    private ByteSlice bytes = new ByteSlice();

    /// True if a whole header is there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= HEADER;
    }

    /// True if start and length are those of a frame.
    boolean isPlausible() {
        return bytes.u16(0) == START && bytes.u8(LENGTH) >= COUNTED;
    }

    /// The whole frame's length in bytes.
    int frameLength() {
        int user = userLength();
        return HEADER + user + 2 * ((user + BLOCK - 1) / BLOCK);
    }

    int userLength() {
        return bytes.u8(LENGTH) - COUNTED;
    }

    /// True if the frame carries a transport segment.
    boolean isUserData() {
        int control = bytes.u8(CONTROL);
        int function = control & 0x0f;
        return (control & PRIMARY) != 0
                && (function == CONFIRMED_USER_DATA || function == UNCONFIRMED_USER_DATA)
                && userLength() > 0;
    }

    int destination() {
        return bytes.u16le(DESTINATION);
    }

    int source() {
        return bytes.u16le(SOURCE);
    }

    /// A byte of user data, 0 to 255, counted without checks.
    int user(int index) {
        return bytes.u8(HEADER + index + 2 * (index / BLOCK));
    }

    /// Visible characters of user data, counted without checks.
    String text(int index, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = index; i < index + count; i++) {
            int c = user(i);
            if (c >= ' ' && c <= '~') {
                text.append((char) c);
            }
        }
        return text.toString().strip();
    }

    boolean isHeaderIntact() {
        return Crc.of(bytes, 0, CHECKED) == bytes.u16le(CHECKED);
    }

    /// The offset of the first block whose check is wrong, or -1.
    int brokenBlock() {
        int left = userLength();
        for (int at = HEADER; left > 0; at += BLOCK + 2) {
            int length = Math.min(left, BLOCK);
            if (Crc.of(bytes, at, length) != bytes.u16le(at + length)) {
                return at;
            }
            left -= length;
        }
        return -1;
    }
}
