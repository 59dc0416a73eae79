package org.zonewright.traffic.snmp;

import org.zonewright.traffic.dissect.ByteSlice;

/// An object identifier in BER (X.690, 8.19) as numbers with dots.
final class ObjectId {
    private static final int MAX_BYTES = 64;

    private ObjectId() {}

    static String read(ByteSlice bytes, int at, int length) {
        if (length == 0 || length > MAX_BYTES) {
            return "";
        }
        int first = bytes.u8(at);
        StringBuilder text = new StringBuilder().append(first / 40).append('.').append(first % 40);
        long number = 0;
        for (int i = 1; i < length; i++) {
            int value = bytes.u8(at + i);
            number = ((number << 7) | (value & 0x7f)) & 0xffff_ffffL;
            if (value < 0x80) {
                text.append('.').append(number);
                number = 0;
            }
        }
        return text.toString();
    }
}
