package org.zonewright.traffic.dns;

import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.traffic.dissect.ByteSlice;

/// Walks through one message: header, questions, then records (RFC 1035, 4). Mutable: re-wrapped over each message,
/// stands on one record at a time; one thread.
final class DnsMessage {
    static final int HEADER = 12; // bytes

    static final int A = 1;
    static final int PTR = 12;
    static final int AAAA = 28;

    private static final int FLAGS = 2; // u16: response 1, opcode 4, authoritative 1, …, answer code 4
    private static final int QUESTIONS = 4;
    private static final int ANSWERS = 6;
    private static final int AUTHORITIES = 8;
    private static final int ADDITIONAL = 10;

    private static final int MAX_JUMPS = 16;
    private static final int MAX_NAME = 255;
    private static final int MAX_RECORDS = 256;
    private static final int MAX_COUNT = 1024;

    private ByteSlice bytes = new ByteSlice();
    private int at;
    private int left;
    private int name;
    private int data;

    /// True if there is a header whose counts can be right.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= HEADER
                && opcode() <= 6
                && bytes.u16(QUESTIONS) <= MAX_COUNT
                && bytes.u16(ANSWERS) <= MAX_COUNT
                && bytes.u16(AUTHORITIES) <= MAX_COUNT
                && bytes.u16(ADDITIONAL) <= MAX_COUNT
                && bytes.u16(QUESTIONS) + bytes.u16(ANSWERS) + bytes.u16(AUTHORITIES) + bytes.u16(ADDITIONAL) > 0;
    }

    boolean isResponse() {
        return (bytes.u16(FLAGS) & 0x8000) != 0;
    }

    /// True if the answer is no error.
    boolean isSuccess() {
        return (bytes.u16(FLAGS) & 0x000f) == 0;
    }

    /// 0 to 15.
    int opcode() {
        return (bytes.u16(FLAGS) >>> 11) & 0x0f;
    }

    int questions() {
        return bytes.u16(QUESTIONS);
    }

    int answers() {
        return bytes.u16(ANSWERS);
    }

    /// True if the first question, or the first record where there is none, has a well-formed name with a type.
    boolean isPlausible() {
        int end = skipName(HEADER);
        if (end < 0 || !bytes.has(end, 4)) {
            return false;
        }
        int type = bytes.u16(end);
        int inClass = bytes.u16(end + 2) & 0x7fff;
        return type > 0 && (inClass == 1 || inClass == 255 || inClass == 3 || inClass == 254);
    }

    /// The name asked for first.
    String question() {
        return name(HEADER);
    }

    /// Stands before the first answer; false if the questions are damaged.
    boolean toAnswers() {
        at = HEADER;
        for (int i = Math.min(questions(), MAX_RECORDS); i > 0; i--) {
            at = skipName(at) + 4;
            if (at < HEADER) {
                return false;
            }
        }
        left = Math.min(answers(), MAX_RECORDS);
        return true;
    }

    /// Goes on behind the answers: authorities and additional records come next, too.
    void withAdditional() {
        left = Math.min(left + bytes.u16(AUTHORITIES) + bytes.u16(ADDITIONAL), MAX_RECORDS);
    }

    /// Steps to the next record; false behind the last one or where the rest is cut or damaged.
    boolean next() {
        if (left-- <= 0) {
            return false;
        }
        int end = skipName(at);
        if (end < 0 || !bytes.has(end, 10) || !bytes.has(end + 10, bytes.u16(end + 8))) {
            left = 0;
            return false;
        }
        name = at;
        data = end + 10;
        at = data + bytes.u16(end + 8);
        return true;
    }

    int type() {
        return bytes.u16(data - 10);
    }

    int dataLength() {
        return bytes.u16(data - 2);
    }

    int data() {
        return data;
    }

    String name() {
        return name(name);
    }

    /// The name in the record's data.
    String target() {
        return name(data);
    }

    /// The record's address, or null if it has none that names a station.
    @Nullable
    Address address() {
        Address address = type() == A && dataLength() == 4
                ? new Ipv4Address(bytes.i32(data))
                : type() == AAAA && dataLength() == 16 ? new Ipv6Address(bytes.i64(data), bytes.i64(data + 8)) : null;
        return address != null && address.isStation() && !address.isLoopback() ? address : null;
    }

    /// Where a name ends, or -1.
    private int skipName(int from) {
        int next = from;
        while (next >= 0 && next - from <= MAX_NAME && bytes.has(next, 1)) {
            int size = bytes.u8(next);
            if (size == 0) {
                return next + 1;
            }
            if (size >= 0xc0) {
                return bytes.has(next, 2) ? next + 2 : -1;
            }
            if (size > 63) {
                return -1;
            }
            next += 1 + size;
        }
        return -1;
    }

    /// The name at an offset, labels joined by dots, without the last dot; as far as it is well formed.
    private String name(int from) {
        StringBuilder text = new StringBuilder();
        int next = from;
        int jumps = 0;
        while (bytes.has(next, 1) && text.length() <= MAX_NAME) {
            int size = bytes.u8(next);
            if (size >= 0xc0) {
                if (++jumps > MAX_JUMPS || !bytes.has(next, 2)) {
                    break;
                }
                next = bytes.u16(next) & 0x3fff;
            } else if (size == 0 || size > 63 || !bytes.has(next + 1, size)) {
                break;
            } else {
                if (!text.isEmpty()) {
                    text.append('.');
                }
                text.append(bytes.utf8(next + 1, size));
                next += 1 + size;
            }
        }
        return text.toString();
    }
}
