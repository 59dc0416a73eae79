package org.zonewright.traffic.gesrtp;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads an SRTP message with its mailbox in place; numbers are little endian. Mutable: re-wrapped over the current
/// message; one thread.
///
///     0 type, 2 request, 3 answer   2 sequence   4 length of the text behind the 56 bytes   30 mailbox sequence
///     31 mailbox type   40 packet of packets   42 service and its data, or status
///     with a text: 42 its length   48 packet of packets   50 service and its data
final class MailboxView {
    static final int LENGTH = 56; // bytes, and the text
    static final int CONNECT = 0;
    static final int CONNECTED = 1;
    static final int REQUEST = 2;
    static final int ANSWER = 3;
    static final int SESSION = 8;

    private static final int TEXT_LENGTH = 4; // u16
    private static final int SEQUENCE = 30; // u8
    private static final int TYPE = 31; // u8
    private static final int DESTINATION = 36; // u8 each: slot, task, two that are 0
    private static final int PACKETS = 40; // u8 each: number, total
    private static final int SERVICE = 42; // u8
    private static final int SERVICE_WITH_TEXT = 50; // u8

    private static final int ASKS = 0xc0;
    private static final int ASKS_WITH_TEXT = 0x80;
    private static final int ANSWERS = 0xd4;
    private static final int ANSWERS_WITH_TEXT = 0x94;
    private static final int REFUSES = 0xd1;

    private ByteSlice bytes = new ByteSlice();

    /// True if the 56 bytes are there; only then may the fields be read.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        return slice.length() >= LENGTH;
    }

    /// True if the first two bytes may be those of a message.
    static boolean mayBegin(ByteSlice bytes) {
        int kind = bytes.u8(0);
        return (kind <= ANSWER || kind == SESSION || kind == SESSION + 1) && bytes.u8(1) == 0;
    }

    int kind() {
        return bytes.u8(0);
    }

    /// The whole message's length in bytes.
    int messageLength() {
        return LENGTH + bytes.u16le(TEXT_LENGTH);
    }

    int textLength() {
        return bytes.u16le(TEXT_LENGTH);
    }

    int sequence() {
        return bytes.u8(SEQUENCE);
    }

    boolean isRequest() {
        int type = bytes.u8(TYPE);
        return (kind() == REQUEST || kind() == SESSION) && (type == ASKS || type == ASKS_WITH_TEXT);
    }

    boolean isAnswer() {
        int type = bytes.u8(TYPE);
        return kind() == ANSWER && (type == ANSWERS || type == ANSWERS_WITH_TEXT || type == REFUSES);
    }

    boolean isRefused() {
        return bytes.u8(TYPE) == REFUSES;
    }

    /// The service of a request.
    int service() {
        return bytes.u8(bytes.u8(TYPE) == ASKS_WITH_TEXT ? SERVICE_WITH_TEXT : SERVICE);
    }

    /// True if a mailbox is surely one: what is zero is zero, and packets are counted from one.
    boolean isCertain() {
        boolean isWithText = bytes.u8(TYPE) == ASKS_WITH_TEXT || bytes.u8(TYPE) == ANSWERS_WITH_TEXT;
        return (isRequest() || isAnswer())
                && isWithText == (textLength() > 0)
                && bytes.u16(PACKETS) == 0x0101
                && bytes.u16(DESTINATION + 2) == 0
                && bytes.i32(SEQUENCE - 20) == 0;
    }
}
