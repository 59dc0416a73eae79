package org.zonewright.traffic.modbus;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the MBAP header of Modbus/TCP (Modbus Messaging on TCP/IP V1.0b, 3.1.3), and the function code
/// behind it. Mutable: re-wrapped over the current message; one thread.
final class MbapView {
    static final int HEADER = 7; // bytes up to and with the unit id
    static final int TRANSACTION = 0; // u16
    static final int PROTOCOL_ID = 2; // u16, 0 = Modbus
    static final int LENGTH = 4; // u16, bytes that follow, unit id included
    static final int UNIT_ID = 6; // u8
    // 7: function code, u8, bit 7 set in an exception
    static final int DATA = 8;

    /// The largest and smallest value of the length field: a function code at least, 253 bytes of PDU at most.
    private static final int MIN_LENGTH = 2;

    private static final int MAX_LENGTH = 254;

    /// UMAS agrees on its own largest message, about 1024 bytes on newer controllers.
    private static final int MAX_UMAS_LENGTH = 2048;

    private long header; // and the function code: eight bytes

    /// True if header and function code are there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        if (slice.length() < DATA) {
            return false;
        }
        header = slice.i64(TRANSACTION);
        return true;
    }

    /// A field's bits from its offset in bytes.
    private int u16(int offset) {
        return (int) (header >>> (48 - 8 * offset)) & 0xffff;
    }

    /// True if the constant field and the length are those of a Modbus message.
    boolean isPlausible() {
        int length = u16(LENGTH);
        int longest = function() == ModbusFunctions.UMAS ? MAX_UMAS_LENGTH : MAX_LENGTH;
        return u16(PROTOCOL_ID) == 0 && length >= MIN_LENGTH && length <= longest;
    }

    /// The whole message's length in bytes.
    int messageLength() {
        return LENGTH + 2 + u16(LENGTH);
    }

    int transaction() {
        return u16(TRANSACTION);
    }

    int unitId() {
        return u16(UNIT_ID) >>> 8;
    }

    /// 1 to 127.
    int function() {
        return (int) header & 0x7f;
    }

    boolean isException() {
        return (header & 0x80) != 0;
    }
}
