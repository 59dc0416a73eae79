package org.zonewright.traffic.dlms;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads what carries an APDU in place: the wrapper (IEC 62056-47), four u16: version 1, source port, destination
/// port, length; or an HDLC frame (IEC 62056-46):
///
///     7e   format and length, u16   destination   source   control   check   e6 e6 00 or e6 e7 00, APDU   check   7e
///
/// The length counts what stands between the flags; addresses end with a byte whose lowest bit is set.
/// Mutable: re-wrapped over the current frame; one thread.
final class DlmsFrame {
    /// What a frame without APDU is for: an HDLC control field without its poll bit.
    static final int SNRM = 0x83;

    static final int DISC = 0x43;
    static final int UA = 0x63;

    private static final int WRAPPER = 8; // bytes
    private static final int FLAG = 0x7e;
    private static final int LONGEST_ADDRESS = 4; // bytes
    private static final int SMALLEST_HDLC = 9; // bytes
    private static final int POLL = 0x10;
    private static final int CHECK = 2; // bytes
    private static final int GOOD_CHECK = 0xf0b8;
    private static final int REFLECTED_POLYNOMIAL = 0x8408;

    private ByteSlice bytes = new ByteSlice();
    private boolean hdlc;
    private int length;
    private int control;
    private int apdu;
    private int apduEnd;

    /// True if a frame starts here as far as its head shows; false too if the head is not whole.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        control = 0;
        apdu = 0;
        apduEnd = 0;
        hdlc = slice.has(0, 1) && slice.u8(0) == FLAG;
        return hdlc ? wrapHdlc() : wrapWrapper();
    }

    private boolean wrapWrapper() {
        if (bytes.length() < WRAPPER || bytes.u16(0) != 1) {
            return false;
        }
        length = WRAPPER + bytes.u16(6);
        apdu = WRAPPER;
        apduEnd = length;
        return length > WRAPPER;
    }

    private boolean wrapHdlc() {
        if (bytes.length() < SMALLEST_HDLC || bytes.u8(1) >>> 4 != 0x0a) {
            return false;
        }
        length = 2 + (bytes.u16(1) & 0x7ff);
        if (length < SMALLEST_HDLC) {
            return false;
        }
        int at = afterAddress(afterAddress(3));
        control = bytes.u8(at) & ~POLL;
        int llc = at + 1 + CHECK;
        boolean information = (control & 1) == 0 || control == 0x03;
        if (information && bytes.has(llc, 3) && bytes.u8(llc) == 0xe6 && bytes.u8(llc + 2) == 0) {
            apdu = llc + 3;
            apduEnd = length - 1 - CHECK;
        }
        return true;
    }

    private int afterAddress(int from) {
        int at = from;
        while (at < from + LONGEST_ADDRESS - 1 && (bytes.u8(at) & 1) == 0) {
            at++;
        }
        return at + 1;
    }

    boolean isHdlc() {
        return hdlc;
    }

    /// The whole frame's length in bytes.
    int length() {
        return length;
    }

    /// The control field of an HDLC frame without the poll bit.
    int control() {
        return control;
    }

    /// True if the frame carries the start of an APDU.
    boolean hasApdu() {
        return apdu < apduEnd;
    }

    /// Where the APDU starts; where it ends is [#apduEnd()].
    int apdu() {
        return apdu;
    }

    int apduEnd() {
        return apduEnd;
    }

    /// The server's port in a wrapper that a client sent, or the client's.
    int destinationPort() {
        return bytes.u16(4);
    }

    int sourcePort() {
        return bytes.u16(2);
    }

    /// True if the whole HDLC frame is there and its check is right (ISO 13239, 16 bits).
    boolean isIntact() {
        if (!bytes.has(0, length) || bytes.u8(length - 1) != FLAG) {
            return false;
        }
        int value = 0xffff;
        for (int i = 1; i < length - 1; i++) {
            value ^= bytes.u8(i);
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REFLECTED_POLYNOMIAL;
            }
        }
        return value == GOOD_CHECK;
    }
}
