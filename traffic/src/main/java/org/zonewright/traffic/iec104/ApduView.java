package org.zonewright.traffic.iec104;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads an APDU of IEC 60870-5-104 (clause 5) in place, and the head of the ASDU in it (clause 7), little endian.
///
///     0 start 0x68   1 length of what follows   2 control, four bytes
///     6 type   7 sequence bit and number of objects   8 cause   9 originator   10 common address   12 objects
///
/// Mutable: re-wrapped over the current message; one thread.
final class ApduView {
    static final int HEADER = 6; // bytes of start, length and control
    static final int OBJECTS = 12; // offset of the first information object's address

    private static final int START = 0x68;
    private static final int LENGTH = 1; // u8
    private static final int CONTROL = 2;
    private static final int TYPE = 6; // u8
    private static final int NUMBER = 7; // u8, bit 7: objects follow one another from the first address on
    private static final int CAUSE = 8; // u8, bit 6: negative, bit 7: test
    private static final int COMMON_ADDRESS = 10; // u16
    private static final int ADDRESS_SIZE = 3; // bytes of an information object's address
    private static final int MIN_LENGTH = 4;
    private static final int MAX_LENGTH = 253;

    private ByteSlice bytes = new ByteSlice();

    /// True if start, length and control are there; only then may they be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= HEADER;
    }

    /// True if start, length and control are those of an APDU.
    boolean isPlausible() {
        int length = bytes.u8(LENGTH);
        if (bytes.u8(0) != START || length < MIN_LENGTH || length > MAX_LENGTH) {
            return false;
        }
        return isInformation() ? length >= OBJECTS - 2 && isReceiveNumber() : length == MIN_LENGTH && isSupervision();
    }

    /// True for the I format, which carries an ASDU.
    boolean isInformation() {
        return (bytes.u8(CONTROL) & 1) == 0;
    }

    /// True for the U format with exactly one function: start, stop or test, asked for or confirmed.
    boolean isUnnumbered() {
        int control = bytes.u8(CONTROL);
        return (control & 3) == 3
                && Integer.bitCount(control) == 3
                && bytes.u8(CONTROL + 1) == 0
                && bytes.u16(CONTROL + 2) == 0;
    }

    private boolean isSupervision() {
        return isUnnumbered() || (bytes.u16(CONTROL) == 0x0100 && isReceiveNumber());
    }

    private boolean isReceiveNumber() {
        return (bytes.u8(CONTROL + 2) & 1) == 0;
    }

    /// The whole APDU's length in bytes.
    int messageLength() {
        return LENGTH + 1 + bytes.u8(LENGTH);
    }

    int type() {
        return bytes.u8(TYPE);
    }

    /// The cause of transmission, 0 to 63.
    int cause() {
        return bytes.u8(CAUSE) & 0x3f;
    }

    boolean isNegative() {
        return (bytes.u8(CAUSE) & 0x40) != 0;
    }

    int commonAddress() {
        return bytes.u16le(COMMON_ADDRESS);
    }

    /// True if the objects fill the ASDU exactly, as far as their size is known.
    boolean isSizeRight() {
        int size = AsduTypes.size(type());
        int count = bytes.u8(NUMBER) & 0x7f;
        boolean sequence = (bytes.u8(NUMBER) & 0x80) != 0;
        int expected = sequence ? ADDRESS_SIZE + count * size : count * (ADDRESS_SIZE + size);
        return size == AsduTypes.ANY_SIZE || OBJECTS + expected == messageLength();
    }
}
