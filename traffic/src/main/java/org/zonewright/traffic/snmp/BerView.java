package org.zonewright.traffic.snmp;

import org.zonewright.traffic.dissect.ByteSlice;

/// Steps through elements of tag, length and value (X.690, 8.1). Mutable: stands on one element of one slice; one
/// thread. Tags of one byte and lengths of up to four bytes, which is all that SNMP uses.
final class BerView {
    private ByteSlice bytes = new ByteSlice();
    private int tag;
    private int value;
    private int length;

    /// Stands on the element at `at`; false if it is damaged or goes beyond `end`.
    boolean at(ByteSlice slice, int at, int end) {
        bytes = slice;
        if (at + 2 > end) {
            return false;
        }
        tag = slice.u8(at);
        int first = slice.u8(at + 1);
        value = at + 2;
        length = first;
        if (first >= 0x80) {
            int count = first & 0x7f;
            if (count == 0 || count > 4 || value + count > end) {
                return false;
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | slice.u8(value + i);
            }
            value += count;
        }
        return length >= 0 && length <= end - value;
    }

    int tag() {
        return tag;
    }

    /// Where the value starts.
    int value() {
        return value;
    }

    int length() {
        return length;
    }

    /// Where the next element starts.
    int end() {
        return value + length;
    }

    /// The value as an integer; meaningful for up to four bytes.
    int integer() {
        int number = 0;
        for (int i = 0; i < Math.min(length, 4); i++) {
            number = (number << 8) | bytes.u8(value + i);
        }
        return number;
    }
}
