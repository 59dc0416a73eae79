package org.zonewright.traffic.kerberos;

import org.zonewright.traffic.ber.Ber;
import org.zonewright.traffic.dissect.ByteSlice;

/// Walks the numbered fields of a sequence: each is a context tag around one element. Mutable; one message.
final class Fields {
    private static final int CONTEXT = 0xa0;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int MAX_FIELDS = 16;
    private static final int MAX_PARTS = 4;

    private final ByteSlice bytes;
    private final Ber element = new Ber();

    Fields(ByteSlice bytes) {
        this.bytes = bytes;
        element.wrap(bytes);
    }

    /// The offset of the element in field `number` of the sequence at `at`, or -1.
    int field(int at, int end, int number) {
        if (at < 0 || !element.read(at, end) || element.tag() != SEQUENCE) {
            return -1;
        }
        int last = element.end();
        int next = element.content();
        for (int i = 0; i < MAX_FIELDS && element.read(next, last); i++) {
            if (element.tag() == (CONTEXT | number)) {
                return element.content();
            }
            next = element.end();
        }
        return -1;
    }

    /// The text at `at`; empty if there is none.
    String text(int at, int end) {
        if (at < 0 || !element.read(at, end)) {
            return "";
        }
        return bytes.utf8(element.content(), element.length());
    }

    /// The small integer at `at`, or -1.
    int integer(int at, int end) {
        if (at < 0 || !element.read(at, end) || element.tag() != INTEGER || element.length() > 3) {
            return -1;
        }
        int value = 0;
        for (int i = element.content(); i < element.end(); i++) {
            value = (value << 8) | bytes.u8(i);
        }
        return value;
    }

    /// The parts of the principal at `at`, joined by `/`.
    String principal(int at, int end) {
        int parts = field(at, end, 1);
        if (parts < 0 || !element.read(parts, end) || element.tag() != SEQUENCE) {
            return "";
        }
        int last = element.end();
        int next = element.content();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MAX_PARTS && element.read(next, last); i++) {
            text.append(i == 0 ? "" : "/").append(bytes.utf8(element.content(), element.length()));
            next = element.end();
        }
        return text.toString();
    }
}
