package org.zonewright.facts;

/// How a row of a [ConversationTable] and its functions lie in longs.
final class ConversationRow {
    /// Longs of a row, the upper and the lower half of the first four.
    static final int VANTAGE_TRANSPORT = 0;

    static final int ADDRESSES = 1; // a, b
    static final int PORTS = 2; // a, b
    static final int PROTOCOL_MARKS = 3;
    static final int PACKETS_A = 4;
    static final int PACKETS_B = 5;
    static final int BYTES_A = 6;
    static final int BYTES_B = 7;
    static final int FIRST = 8;
    static final int LAST = 9;
    static final int FRAME = 10;
    static final int FLOWS = 11;
    static final int ROW_WIDTH = 12;

    /// Bytes of the marks: ordinals.
    static final int DIRECTION = 0;

    static final int OUTCOME = 8;
    static final int NAMED_BY = 16;

    /// Longs of a function.
    static final int FUNCTION_UNIT = 0; // twice the function's number, + 1 if asked by b; and the unit

    static final int REQUESTS = 1;
    static final int ANSWERS = 2;
    static final int REFUSALS = 3;
    static final int FUNCTION_FRAME = 4;
    static final int FUNCTION_WIDTH = 5;

    private ConversationRow() {}

    /// Two halves as one long.
    static long pair(int high, int low) {
        return ((long) high << 32) | (low & 0xffff_ffffL);
    }

    /// The upper half.
    static int high(long pair) {
        return (int) (pair >>> 32);
    }

    /// One of the marks, by the number of its first bit.
    static int mark(long marks, int shift) {
        return (int) (marks >>> shift) & 0xff;
    }
}
