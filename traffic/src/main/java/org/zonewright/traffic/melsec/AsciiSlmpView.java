package org.zonewright.traffic.melsec;

import org.zonewright.traffic.dissect.ByteSlice;

/// Reads the header of 3E and 4E frames in ASCII in place: each value is its digits, the highest first (SH-080008,
/// 4). Mutable: re-wrapped over the current message; one thread.
final class AsciiSlmpView {
    /// From behind the subheader, in characters: network 2, station 2, module 4, multidrop 2, length 4, then timer
    /// and command of a request, or the end code of an answer.
    private static final int MODULE = 4;

    private static final int LENGTH = 10;
    private static final int CONTENT = 14;
    private static final int COMMAND = 18;
    private static final int SHORTEST_REQUEST = 12; // timer, command, subcommand
    private static final int SHORTEST_ANSWER = 4; // end code
    private static final int LONGEST = 4096 + 64;

    private ByteSlice bytes = new ByteSlice();
    private int start;

    /// True if the first two characters are the beginning of a subheader: `5000`, `5400`, `D000`, `D400`.
    static boolean mayBegin(ByteSlice bytes) {
        int first = bytes.u8(0);
        int second = bytes.u8(1);
        return (first == '5' || first == 'D') && (second == '0' || second == '4');
    }

    /// True if a whole header with the command or end code is there; only if [#mayBegin(ByteSlice)].
    boolean wrap(ByteSlice slice) {
        bytes = slice;
        start = slice.u8(1) == '4' ? 12 : 4;
        return slice.length() >= start + (isAnswer() ? CONTENT + SHORTEST_ANSWER : CONTENT + SHORTEST_REQUEST);
    }

    boolean isAnswer() {
        return bytes.u8(0) == 'D';
    }

    boolean isPlausible() {
        int length = number(start + LENGTH, 4);
        int module = number(start + MODULE, 4);
        return bytes.u8(2) == '0'
                && bytes.u8(3) == '0'
                && number(start, 4) >= 0
                && module >= SlmpView.FIRST_MODULE
                && module <= SlmpView.LAST_MODULE
                && length >= (isAnswer() ? SHORTEST_ANSWER : SHORTEST_REQUEST)
                && length <= LONGEST
                && (isAnswer() ? endCode() : command()) >= 0;
    }

    /// The whole message's length in characters.
    int messageLength() {
        return start + CONTENT + number(start + LENGTH, 4);
    }

    /// The command of a request.
    int command() {
        return number(start + COMMAND, 4);
    }

    /// The end code of an answer, 0 is success.
    int endCode() {
        return number(start + CONTENT, 4);
    }

    /// Where an answer's data starts.
    int data() {
        return start + COMMAND;
    }

    private int number(int at, int digits) {
        return Frame1e.number(bytes, at, digits);
    }
}
