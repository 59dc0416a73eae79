package org.zonewright.traffic.tpkt;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads a TPKT (RFC 1006, section 6) and the header of the transport unit in it (ISO 8073, section 13) in place.
///
///     0 version 3   1 reserved   2 length with header   4 header length of the unit   5 unit type   7 or 11
/// parameters
///
/// Mutable: re-wrapped over the current message; one thread.
final class TpktView {
    static final int MIN_LENGTH = 7; // bytes, the shortest unit
    static final int CONNECTION_REQUEST = 0xe0;
    static final int CONNECTION_CONFIRM = 0xd0;
    static final int DISCONNECT_REQUEST = 0x80;
    static final int ERROR = 0x70;
    static final int DATA = 0xf0;

    private static final int KNOWN_TYPES = (1 << (CONNECTION_REQUEST >>> 4))
            | (1 << (CONNECTION_CONFIRM >>> 4))
            | (1 << (DISCONNECT_REQUEST >>> 4))
            | (1 << (ERROR >>> 4))
            | (1 << (DATA >>> 4));

    private static final int VERSION = 3; // and a reserved byte of 0
    private static final int HEADER_LENGTH = 4; // u8, itself not counted
    private static final int TYPE = 5; // u8, low four bits are credit
    private static final int END_OF_UNIT = 6; // u8, bit 7, in data of class 0
    /// Parameters of a connection request: behind both references and the class.
    static final int PARAMETERS = 11;

    private ByteSlice bytes = new ByteSlice();
    private int header; // of the TPKT

    /// True if the first four bytes are there; only then may the length be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        if (slice.length() < 4) {
            return false;
        }
        header = slice.i32(0);
        return true;
    }

    /// True if the first bytes are those of a TPKT.
    boolean isPlausible() {
        return header >>> 16 == VERSION << 8 && messageLength() >= MIN_LENGTH;
    }

    int messageLength() {
        return header & 0xffff;
    }

    /// The offset behind the unit's header.
    int payload() {
        return HEADER_LENGTH + 1 + bytes.u8(HEADER_LENGTH);
    }

    int type() {
        return bytes.u8(TYPE) & 0xf0;
    }

    boolean isKnownType() {
        return ((KNOWN_TYPES >>> (type() >>> 4)) & 1) != 0;
    }

    boolean isEndOfUnit() {
        return (bytes.u8(END_OF_UNIT) & 0x80) != 0;
    }

    /// The offset of the value of a parameter of a connection unit, or -1.
    int parameter(int code) {
        int at = PARAMETERS;
        int end = payload();
        while (at + 2 <= end && bytes.has(at, 2) && bytes.has(at + 2, bytes.u8(at + 1))) {
            if (bytes.u8(at) == code) {
                return at + 2;
            }
            at += 2 + bytes.u8(at + 1);
        }
        return -1;
    }
}
