package org.zonewright.traffic.recognised;

import org.zonewright.traffic.dissect.ByteSlice;

/// Tests of bytes that should be text for people.
final class Text {
    private Text() {}

    /// True if all bytes from `at` are printable ASCII or white space, and there is one at least.
    static boolean isLine(ByteSlice bytes, int at) {
        for (int i = at; i < bytes.length(); i++) {
            int value = bytes.u8(i);
            if (value > 0x7e || (value < 0x20 && value != '\r' && value != '\n' && value != '\t' && value != 0x1b)) {
                return false;
            }
        }
        return bytes.length() > at;
    }

    /// True if the text stands somewhere before `end`.
    static boolean contains(ByteSlice bytes, int end, String ascii) {
        for (int i = 0; i + ascii.length() <= end; i++) {
            if (bytes.startsWith(i, ascii)) {
                return true;
            }
        }
        return false;
    }
}
