package org.zonewright.traffic.melsec;

import org.zonewright.traffic.dissect.ByteSlice;

/// Frames 1E in binary and ASCII (SH-080008, 18), of the A series and compatible ones:
///
///     request: u8 subheader, u8 controller (0xff is the own one), u16 timer, data
///     answer:  u8 subheader + 0x80, u8 end code
///
/// They have nothing that would prove them, so a port has to speak for them.
final class Frame1e {
    private static final int ANSWER = 0x80;
    private static final int OWN_CONTROLLER = 0xff;
    private static final int LONGEST_TIMER = 0x00f0; // a minute in steps of 250 ms
    private static final int REFUSED = 0x50;
    private static final int LAST_END_CODE = 0x60;

    private Frame1e() {}

    /// The subheader with the mark of an answer, -1 if the bytes are not a frame 1E.
    static int code(ByteSlice bytes) {
        if (bytes.length() < 2) {
            return -1;
        }
        int code = isAscii(bytes) ? number(bytes, 0, 2) : bytes.u8(0);
        if (!MelsecFunctions.isOf1e(code & ~ANSWER)) {
            return -1;
        }
        int second = second(bytes);
        if (isAnswer(code)) {
            return second == 0 || (second >= REFUSED && second <= LAST_END_CODE) ? code : -1;
        }
        int timer = isAscii(bytes) ? number(bytes, 4, 4) : bytes.has(2, 2) ? bytes.u16le(2) : -1;
        return second == OWN_CONTROLLER && timer >= 0 && timer <= LONGEST_TIMER ? code : -1;
    }

    private static boolean isAscii(ByteSlice bytes) {
        return digit(bytes.u8(0)) >= 0 && digit(bytes.u8(1)) >= 0;
    }

    private static int second(ByteSlice bytes) {
        return isAscii(bytes) ? number(bytes, 2, 2) : bytes.u8(1);
    }

    static boolean isAnswer(int code) {
        return (code & ANSWER) != 0;
    }

    static int subheader(int code) {
        return code & ~ANSWER;
    }

    /// True if an answer's end code is not 0.
    static boolean isRefused(ByteSlice bytes) {
        return second(bytes) != 0;
    }

    /// A number in hexadecimal digits, -1 if they are not there or not digits.
    static int number(ByteSlice bytes, int at, int digits) {
        if (!bytes.has(at, digits)) {
            return -1;
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = digit(bytes.u8(i));
            if (digit < 0) {
                return -1;
            }
            value = (value << 4) | digit;
        }
        return value;
    }

    private static int digit(int character) {
        return character >= '0' && character <= '9'
                ? character - '0'
                : character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
    }
}
