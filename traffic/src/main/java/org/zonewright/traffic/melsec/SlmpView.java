package org.zonewright.traffic.melsec;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the header of 3E and 4E frames in place; numbers are little endian but the subheader. A 4E frame has a
/// serial number and two zero bytes behind the subheader. Mutable: re-wrapped over the current message; one thread.
final class SlmpView {
    private static final int REQUEST_3E = 0x5000;
    private static final int ANSWER_3E = 0xd000;
    private static final int REQUEST_4E = 0x5400;
    private static final int ANSWER_4E = 0xd400;

    /// From behind the subheader: u8 network, u8 station, u16 module, u8 multidrop, u16 length, then timer and
    /// command of a request, or the end code of an answer.
    private static final int MODULE = 2;

    private static final int LENGTH = 5;
    private static final int CONTENT = 7;
    private static final int COMMAND = 9;

    /// The numbers of the modules that can be asked: the own processor and those of redundant or multiple ones.
    static final int FIRST_MODULE = 0x03d0;

    static final int LAST_MODULE = 0x03ff;
    private static final int LONGEST = 2048 + 32;

    private ByteSlice bytes = new ByteSlice();
    private int start;
    private int subheader;

    /// True if the first two bytes are a subheader.
    static boolean mayBegin(ByteSlice bytes) {
        int subheader = bytes.u16(0);
        return subheader == REQUEST_3E || subheader == ANSWER_3E || subheader == REQUEST_4E || subheader == ANSWER_4E;
    }

    /// True if a whole header with the command or end code is there.
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        if (slice.length() < 2) {
            return false;
        }
        subheader = slice.u16(0);
        start = subheader == REQUEST_4E || subheader == ANSWER_4E ? 6 : 2;
        return slice.length() >= start + COMMAND + (isAnswer() ? 0 : 4);
    }

    boolean isPlausible() {
        if (!mayBegin(bytes)) {
            return false;
        }
        int module = bytes.u16le(start + MODULE);
        int length = bytes.u16le(start + LENGTH);
        return module >= FIRST_MODULE && module <= LAST_MODULE && length >= (isAnswer() ? 2 : 6) && length <= LONGEST;
    }

    boolean isAnswer() {
        return subheader == ANSWER_3E || subheader == ANSWER_4E;
    }

    /// The whole message's length in bytes.
    int messageLength() {
        return start + CONTENT + bytes.u16le(start + LENGTH);
    }

    /// The command of a request.
    int command() {
        return bytes.u16le(start + COMMAND);
    }

    /// The end code of an answer, 0 is success.
    int endCode() {
        return bytes.u16le(start + CONTENT);
    }

    /// Where an answer's data starts.
    int data() {
        return start + COMMAND;
    }
}
