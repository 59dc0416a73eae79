package org.zonewright.traffic.profinet;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the head of a PROFINET frame and of a DCP message in place (IEC 61158-6-10, 4.3).
///
///     0 frame id   2 service   3 service type   4 transaction   8 response delay   10 length of the blocks   12
/// blocks
///
/// Mutable: re-wrapped over the current frame; one thread.
final class DcpView {
    static final int FRAME_ID_LENGTH = 2;
    static final int BLOCKS = 12;

    static final int REQUEST = 0;
    static final int SUCCESS = 1;

    private static final int SERVICE = 2; // u8
    private static final int TYPE = 3; // u8
    private static final int LENGTH = 10; // u16

    private ByteSlice bytes = new ByteSlice();

    /// True if a frame id is there; only then may it be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= FRAME_ID_LENGTH;
    }

    int frameId() {
        return bytes.u16(0);
    }

    boolean isDcp() {
        return frameId() >= 0xfefc && frameId() <= 0xfeff;
    }

    /// True for the frame ids of the precision clock protocol: synchronisation, follow-up, announcement, delay.
    boolean isClock() {
        int id = frameId();
        return (id >= 0x0020 && id <= 0x0021)
                || (id >= 0x0080 && id <= 0x0081)
                || (id >= 0xff00 && id <= 0xff01)
                || (id >= 0xff20 && id <= 0xff22)
                || (id >= 0xff40 && id <= 0xff43);
    }

    int service() {
        return bytes.u8(SERVICE);
    }

    int serviceType() {
        return bytes.u8(TYPE);
    }

    /// The offset behind the blocks, as far as they are there.
    int end() {
        return Math.min(BLOCKS + bytes.u16(LENGTH), bytes.length());
    }

    boolean isWhole() {
        return BLOCKS + bytes.u16(LENGTH) <= bytes.length();
    }
}
