package org.zonewright.traffic.http;

import org.zonewright.traffic.dissect.ByteSlice;

/// Finds headers in a block of lines that ends with an empty one. Names are compared without regard to case.
final class HeaderLines {
    private static final int MAX_LINES = 200;

    private HeaderLines() {}

    /// The offset behind the empty line, or -1 if it has not come yet.
    static int end(ByteSlice bytes) {
        int at = bytes.indexOf('\n', 0);
        while (at >= 0) {
            int next = at + 1;
            if (bytes.has(next, 1) && bytes.u8(next) == '\n') {
                return next + 1;
            }
            if (bytes.has(next, 2) && bytes.u16(next) == 0x0d0a) {
                return next + 2;
            }
            at = bytes.indexOf('\n', next);
        }
        return -1;
    }

    /// The value of the first header of that name (lower case, with its colon) before `end`; empty if there is none.
    static String value(ByteSlice bytes, int end, String name) {
        int at = find(bytes, end, name);
        if (at < 0) {
            return "";
        }
        int stop = bytes.indexOf('\n', at);
        return bytes.utf8(at, (stop < 0 || stop > end ? end : stop) - at);
    }

    /// Where the value of the first header of that name starts, or -1.
    static int find(ByteSlice bytes, int end, String name) {
        int at = bytes.indexOf('\n', 0) + 1;
        for (int i = 0; i < MAX_LINES && at > 0 && at < end; i++) {
            if (matches(bytes, at, name)) {
                return at + name.length();
            }
            at = bytes.indexOf('\n', at) + 1;
        }
        return -1;
    }

    private static boolean matches(ByteSlice bytes, int at, String name) {
        if (!bytes.has(at, name.length())) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            int letter = bytes.u8(at + i);
            if ((letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The value of a numeric header, -1 if it is missing or no number.
    static long number(ByteSlice bytes, int end, String name) {
        int at = find(bytes, end, name);
        if (at < 0) {
            return -1;
        }
        while (at < end && bytes.u8(at) == ' ') {
            at++;
        }
        long number = -1;
        while (at < end && bytes.u8(at) >= '0' && bytes.u8(at) <= '9' && number < Integer.MAX_VALUE) {
            number = Math.max(number, 0) * 10 + bytes.u8(at) - '0';
            at++;
        }
        return number;
    }
}
