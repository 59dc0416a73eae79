package org.zonewright.traffic.bacnet;

import org.zonewright.traffic.dissect.ByteSlice;

/// One tag of BACnet's encoding (ASHRAE 135, 20.2.1), read in place. Mutable: moved from tag to tag; one thread.
final class BacnetTag {
    static final int UNSIGNED = 2;
    static final int CHARACTER_STRING = 7;
    static final int OBJECT_IDENTIFIER = 12;

    private static final int CONTEXT = 0x08;
    private static final int OPENING = 6;
    private static final int CLOSING = 7;
    private static final int EXTENDED = 5;

    private int number;
    private boolean context;
    private boolean bracket;
    private int content;
    private int length;

    /// Reads the tag at `at`; false if it does not end before the slice does.
    boolean read(ByteSlice bytes, int at) {
        if (!bytes.has(at, 1)) {
            return false;
        }
        int octet = bytes.u8(at);
        int next = at + 1;
        number = octet >>> 4;
        context = (octet & CONTEXT) != 0;
        if (number == 15) {
            number = bytes.u8(next++);
        }
        length = octet & 7;
        bracket = context && (length == OPENING || length == CLOSING);
        if (bracket || (!context && number == 1)) {
            length = 0; // a bracket, or a truth value that stands in the tag
        } else if (length == EXTENDED) {
            length = bytes.u8(next++);
            if (length == 254) {
                length = bytes.u16(next);
                next += 2;
            } else if (length == 255) {
                return false; // longer than any message here
            }
        }
        content = next;
        return bytes.has(content, length);
    }

    boolean isContext(int wanted) {
        return context && !bracket && number == wanted;
    }

    boolean isApplication(int wanted) {
        return !context && number == wanted;
    }

    int content() {
        return content;
    }

    int length() {
        return length;
    }

    int end() {
        return content + length;
    }

    /// The value of an unsigned integer of at most four bytes, or of an object identifier.
    long unsigned(ByteSlice bytes) {
        long value = 0;
        for (int i = 0; i < Math.min(length, 4); i++) {
            value = (value << 8) | bytes.u8(content + i);
        }
        return value;
    }
}
