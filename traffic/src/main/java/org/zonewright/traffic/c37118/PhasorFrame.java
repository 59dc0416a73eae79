package org.zonewright.traffic.c37118;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the head that all frames share in place (IEEE C37.118.2, 6.2), big endian.
///
///     0 0xaa   1 type and version   2 size   4 id of the stream   6 second   10 fraction, quality   14 content
///
/// The last two bytes are a check. Mutable: re-wrapped over the current frame; one thread.
final class PhasorFrame {
    static final int CONTENT = 14;
    static final int CHECK = 2; // bytes

    private static final int SYNC = 0xaa;
    private static final int SIZE = 2; // u16
    private static final int ID = 4; // u16
    private static final int LAST_VERSION = 2;

    private ByteSlice bytes = new ByteSlice();

    /// True if a whole head is there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= CONTENT;
    }

    boolean isPlausible() {
        int kind = bytes.u8(1);
        int version = kind & 0x0f;
        return bytes.u8(0) == SYNC
                && kind >>> 4 <= PhasorFunctions.CONFIGURATION_3
                && version >= 1
                && version <= LAST_VERSION
                && size() >= CONTENT + CHECK;
    }

    /// True if the frame ends with the slice, or another one follows.
    boolean isChained() {
        int size = size();
        return size == bytes.length() || (size < bytes.length() && bytes.u8(size) == SYNC);
    }

    int type() {
        return bytes.u8(1) >>> 4;
    }

    /// The whole frame's length in bytes.
    int size() {
        return bytes.u16(SIZE);
    }

    /// The stream's id, 1 to 65534.
    int id() {
        return bytes.u16(ID);
    }

    /// The command of a command frame.
    int command() {
        return bytes.u16(CONTENT);
    }
}
