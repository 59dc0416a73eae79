package org.zonewright.systemtests;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an option of a rule asks of the bytes of one packet: `dsize`, `content` with its `offset` and `depth`,
/// `byte_test` and `pcre`.
sealed interface PayloadTest {
    /// Whether these bytes are what is asked for.
    boolean holds(ByteBuffer data);

    /// More bytes than `length`, fewer, or just as many, by the sign: 1, -1 or 0.
    record Length(int sign, int length) implements PayloadTest {
        private static final Pattern SYNTAX = Pattern.compile("([<>]?)(\\d{1,5})");

        static Length parse(String text) {
            Matcher found = matched(SYNTAX, text);
            int sign =
                    switch (found.group(1)) {
                        case ">" -> 1;
                        case "<" -> -1;
                        default -> 0;
                    };
            return new Length(sign, Integer.parseInt(found.group(2)));
        }

        @Override
        public boolean holds(ByteBuffer data) {
            return Integer.signum(Integer.compare(data.limit(), length)) == sign;
        }
    }

    /// Bytes that stand somewhere from `offset` on, wholly within `depth` bytes from there; with `not`, nowhere
    /// there.
    record Content(boolean not, ByteBuffer bytes, int offset, int depth) implements PayloadTest {
        private static final Pattern SYNTAX = Pattern.compile("(!?)\"((?:[^\"|\\\\:;]|\\|[0-9a-fA-F ]+\\|)+)\"");

        static Content parse(String text) {
            Matcher found = matched(SYNTAX, text);
            ByteBuffer bytes = ByteBuffer.allocate(text.length());
            int bar = 0;
            for (String part :
                    Pattern.compile("\\|").splitAsStream(found.group(2)).toList()) {
                boolean isHex = bar % 2 == 1;
                bytes.put(
                        isHex
                                ? HexFormat.of().parseHex(part.replace(" ", ""))
                                : part.getBytes(StandardCharsets.ISO_8859_1));
                bar++;
            }
            return new Content(!found.group(1).isEmpty(), bytes.flip(), 0, Integer.MAX_VALUE);
        }

        Content withOffset(String text) {
            return new Content(not, bytes, number(text), depth);
        }

        /// @throws IllegalArgumentException if the bytes do not fit
        Content withDepth(String text) {
            if (number(text) < bytes.limit()) {
                throw new IllegalArgumentException("more bytes than the depth: " + text);
            }
            return new Content(not, bytes, offset, number(text));
        }

        @Override
        public boolean holds(ByteBuffer data) {
            long end = Math.min(data.limit(), (long) offset + depth);
            boolean isFound = false;
            for (int at = offset; at + bytes.limit() <= end && !isFound; at++) {
                isFound = data.slice(at, bytes.limit()).equals(bytes);
            }
            return isFound != not;
        }
    }

    /// A number of so many bytes, high byte first, held against a value. Bytes that are not there hold nothing, even
    /// with `not`.
    record Figure(int length, boolean not, String operator, long value, int offset) implements PayloadTest {
        private static final Pattern SYNTAX =
                Pattern.compile("([1248]),(!?)([<>]=?|[=&^]),(\\d+|0x[0-9a-fA-F]+),(\\d{1,5})");

        static Figure parse(String text) {
            Matcher found = matched(SYNTAX, text);
            return new Figure(
                    Integer.parseInt(found.group(1)),
                    !found.group(2).isEmpty(),
                    found.group(3),
                    Long.decode(found.group(4)),
                    Integer.parseInt(found.group(5)));
        }

        @Override
        public boolean holds(ByteBuffer data) {
            if (offset + length > data.limit()) {
                return false;
            }
            long read = 0;
            for (int i = 0; i < length; i++) {
                read = (read << 8) | Byte.toUnsignedLong(data.get(offset + i));
            }
            int order = Long.compareUnsigned(read, value);
            boolean isSo =
                    switch (operator) {
                        case "<" -> order < 0;
                        case ">" -> order > 0;
                        case "<=" -> order <= 0;
                        case ">=" -> order >= 0;
                        case "=" -> order == 0;
                        case "&" -> (read & value) != 0;
                        case "^" -> (read ^ value) != 0;
                        default -> throw new IllegalStateException("operator " + operator);
                    };
            return isSo != not;
        }
    }

    /// A regular expression over bytes as ISO 8859-1.
    record Expression(Pattern pattern) implements PayloadTest {
        private static final Pattern SYNTAX = Pattern.compile("\"/((?:[^/\"\\\\]|\\\\.)+)/(s?)\"");

        static Expression parse(String text) {
            Matcher found = matched(SYNTAX, text);
            return new Expression(
                    Pattern.compile(found.group(1), found.group(2).isEmpty() ? Pattern.UNIX_LINES : Pattern.DOTALL));
        }

        @Override
        public boolean holds(ByteBuffer data) {
            return pattern.matcher(StandardCharsets.ISO_8859_1.decode(data.duplicate()))
                    .find();
        }
    }

    private static Matcher matched(Pattern syntax, String text) {
        Matcher found = syntax.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException("malformed: " + text);
        }
        return found;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new IllegalArgumentException("not a number of bytes: " + text);
        }
        return Integer.parseInt(text);
    }
}
