package org.zonewright.traffic.http;

import org.zonewright.traffic.dissect.ByteSlice;

/// A block of header lines that ends with an empty one: where each line starts, and what stands in it. Names are
/// compared without regard to case. Mutable: set to each block in turn; one thread.
final class HeaderLines {
    private static final int MAX_LINES = 200;

    private final int[] starts = new int[MAX_LINES];
    private ByteSlice bytes = new ByteSlice();
    private int lines;
    private int end;

    /// Turns to the lines behind the first one of a message, up to an empty one: their end, or -1 if that has not come
    /// yet. Lines beyond the first [#MAX_LINES] are passed over.
    int turnTo(ByteSlice message) {
        bytes = message;
        lines = 0;
        int next = message.indexOf('\n', 0) + 1;
        while (next > 0) {
            if (message.has(next, 1) && message.u8(next) == '\n') {
                return endAt(next + 1);
            }
            if (message.has(next, 2) && message.u16(next) == 0x0d0a) {
                return endAt(next + 2);
            }
            if (lines < MAX_LINES && message.has(next, 1)) {
                starts[lines++] = next;
            }
            next = message.indexOf('\n', next) + 1;
        }
        end = message.length();
        return -1;
    }

    private int endAt(int offset) {
        end = offset;
        return offset;
    }

    /// The value of the first header of that name (lower case, with its colon); empty if there is none.
    String value(String name) {
        int at = find(name);
        if (at < 0) {
            return "";
        }
        int stop = bytes.indexOf('\n', at);
        return bytes.utf8(at, (stop < 0 || stop > end ? end : stop) - at);
    }

    /// Where the value of the first header of that name starts, or -1.
    private int find(String name) {
        for (int i = 0; i < lines; i++) {
            if (matches(starts[i], name)) {
                return starts[i] + name.length();
            }
        }
        return -1;
    }

    private boolean matches(int at, String name) {
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
    long number(String name) {
        int at = find(name);
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
