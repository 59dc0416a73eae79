package org.zonewright.report.json;

import java.io.IOException;
import java.io.OutputStream;

/// Strings and numbers of JSON (RFC 8259) as bytes of UTF-8, a buffer at a time. Mutable; one thread.
///
/// Escaped are quotation marks, backslashes and control characters, and nothing else. Half of a broken surrogate pair
/// is replaced by U+FFFD: a name from the wire may hold one, UTF-8 cannot.
final class JsonBytes {
    /// Characters that are looked at before room is made again, and the most bytes that one of them becomes.
    private static final int PIECE = 1024;

    private static final int MOST_BYTES = 6;
    private static final int REPLACEMENT = 0xfffd;
    private static final String DIGITS = "0123456789ABCDEF";

    /// The stream could not take it. Unchecked, so that what writes fields need not say it.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient IOException refusal;

        Refused(IOException refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        IOException refusal() {
            return refusal;
        }
    }

    private final OutputStream stream;
    private final byte[] buffer = new byte[10 * PIECE * MOST_BYTES];
    private int used;

    JsonBytes(OutputStream stream) {
        this.stream = stream;
    }

    /// One character of ASCII, as it is.
    void sign(char sign) {
        room(1);
        buffer[used++] = (byte) sign;
    }

    /// Characters of ASCII, as they are.
    void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            sign(word.charAt(i));
        }
    }

    void number(long number) {
        if (number < 0 || number > Integer.MAX_VALUE) {
            word(Long.toString(number));
            return;
        }
        int rest = (int) number; // the first compiler divides these in place, and long ones by a call
        int digits = 1;
        for (int more = rest / 10; more > 0; more /= 10) {
            digits++;
        }
        room(digits);
        for (int at = used + digits - 1; at >= used; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
    }

    /// The text in quotation marks.
    void string(String text) {
        sign('"');
        int length = text.length();
        int at = 0;
        while (at < length) {
            room(PIECE * MOST_BYTES);
            int end = Math.min(length, at + PIECE);
            at = plain(text, at, end);
            if (at < end) {
                at += rare(text, at, text.charAt(at));
            }
        }
        sign('"');
    }

    /// Writes the text as far as it needs no escape, and gives the place where that ends.
    private int plain(String text, int from, int to) {
        byte[] target = buffer;
        int put = used;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                break;
            }
            target[put++] = (byte) c;
            at++;
        }
        used = put;
        return at;
    }

    /// Writes what is no plain ASCII and gives the number of characters it took.
    private int rare(String text, int at, char c) {
        if (c == 0x7f) {
            buffer[used++] = (byte) c;
        } else if (c < 0x80) {
            escape(c);
        } else if (Character.isHighSurrogate(c)
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1))) {
            bytes(Character.toCodePoint(c, text.charAt(at + 1)));
            return 2;
        } else {
            bytes(Character.isSurrogate(c) ? REPLACEMENT : c);
        }
        return 1;
    }

    private void escape(char c) {
        int letter = "\"\\\b\f\n\r\t".indexOf(c);
        buffer[used++] = '\\';
        if (letter >= 0) {
            buffer[used++] = (byte) "\"\\bfnrt".charAt(letter);
        } else {
            buffer[used++] = 'u';
            buffer[used++] = '0';
            buffer[used++] = '0';
            buffer[used++] = (byte) DIGITS.charAt(c >> 4);
            buffer[used++] = (byte) DIGITS.charAt(c & 15);
        }
    }

    /// A code point beyond ASCII in UTF-8 (RFC 3629).
    private void bytes(int point) {
        if (point < 0x800) {
            buffer[used++] = (byte) (0xc0 | (point >> 6));
        } else {
            if (point < 0x10000) {
                buffer[used++] = (byte) (0xe0 | (point >> 12));
            } else {
                buffer[used++] = (byte) (0xf0 | (point >> 18));
                buffer[used++] = (byte) (0x80 | ((point >> 12) & 0x3f));
            }
            buffer[used++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        }
        buffer[used++] = (byte) (0x80 | (point & 0x3f));
    }

    private void room(int bytes) {
        if (buffer.length - used < bytes) {
            flush();
        }
    }

    /// Gives what was written to the stream.
    void flush() {
        try {
            stream.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw new Refused(e);
        }
    }
}
