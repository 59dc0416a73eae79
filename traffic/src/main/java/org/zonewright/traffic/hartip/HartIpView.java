package org.zonewright.traffic.hartip;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the header of HART-IP in place, big endian.
///
///     0 version   1 type   2 message   3 status   4 sequence   6 length, header included   8 content
///
/// Mutable: re-wrapped over the current message; one thread.
final class HartIpView {
    static final int HEADER = 8; // bytes

    static final int REQUEST = 0;
    static final int RESPONSE = 1;
    static final int PUBLISH = 2;
    private static final int ERROR = 3;
    private static final int REFUSED = 15;

    private static final int LAST_VERSION = 2;
    private static final int STATUS = 3; // u8
    private static final int LENGTH = 6; // u16

    private ByteSlice bytes = new ByteSlice();

    /// True if a whole header is there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= HEADER;
    }

    boolean isPlausible() {
        int version = bytes.u8(0);
        int type = type();
        return version >= 1
                && version <= LAST_VERSION
                && (type <= ERROR || type == REFUSED)
                && message() <= HartIpFunctions.LAST_MESSAGE
                && length() >= HEADER;
    }

    int type() {
        return bytes.u8(1);
    }

    /// True for an error; some states of an answer only warn.
    boolean isRefused() {
        int status = bytes.u8(STATUS);
        return type() == ERROR || type() == REFUSED || (status != 0 && !CommandFrame.isWarning(status));
    }

    int message() {
        return bytes.u8(2);
    }

    /// The whole message's length in bytes.
    int length() {
        return bytes.u16(LENGTH);
    }
}
