package org.zonewright.traffic.ber;

import org.zonewright.traffic.dissect.ByteSlice;

/// One element of ASN.1 Basic Encoding Rules (ITU-T X.690), read in place: tag, length, content. Elements of
/// indefinite length are not read. Mutable: moved from element to element; one thread.
public final class Ber {
    private static final int HIGH_NUMBER = 0x1f;
    private static final int CONTEXT = 0x80;
    private static final int CLASS = 0xc0;

    private ByteSlice bytes = new ByteSlice();
    private int tag;
    private int number;
    private int content;
    private int end;

    /// A reader that is wrapped over bytes first.
    public Ber() {}

    /// Sets the bytes that are read.
    public void wrap(ByteSlice slice) {
        bytes = slice;
    }

    /// Reads the element at `at` that must begin before `limit`. An element that is longer ends at `limit`: the rest
    /// is in another message. False if there is no element of a definite length.
    public boolean read(int at, int limit) {
        if (at < 0 || limit > bytes.length() || at + 2 > limit) {
            return false;
        }
        int next = at;
        tag = bytes.u8(next++);
        number = tag & HIGH_NUMBER;
        if (number == HIGH_NUMBER) {
            number = bytes.u8(next++);
            if (number >= 0x80 || next >= limit) {
                return false;
            }
        }
        int length = bytes.u8(next++);
        if (length >= 0x80) {
            int count = length & 0x7f;
            if (count == 0 || count > 3 || next + count > limit) {
                return false;
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | bytes.u8(next++);
            }
        }
        content = next;
        end = Math.min(next + length, limit);
        return true;
    }

    /// The first octet of the tag.
    public int tag() {
        return tag;
    }

    public boolean isContext() {
        return (tag & CLASS) == CONTEXT;
    }

    /// The tag's number, 0 to 127.
    public int number() {
        return number;
    }

    /// The offset of the content.
    public int content() {
        return content;
    }

    /// The offset behind the content, as far as it is there.
    public int end() {
        return end;
    }

    public int length() {
        return end - content;
    }
}
