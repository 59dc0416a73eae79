package org.zonewright.intake.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/// Times as logs write them: seconds since 1970 with a fraction, or ISO 8601 with an offset (`+0200` as well as
/// `+02:00` and `Z`). In nanoseconds since 1970; times before 1970 and after 2100 are none.
public final class TimeText {
    private static final long SECOND = 1_000_000_000L;
    private static final int FRACTION = 9;
    /// Such a time and such a length together fit 64 bits.
    private static final long LATEST_SECOND = 4_102_444_800L;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private TimeText() {}

    /// The time, or nothing where the text is none.
    public static Optional<Long> nanos(String text) {
        String word = text.strip();
        return word.indexOf('T') > 0 ? iso(word) : seconds(word);
    }

    private static Optional<Long> iso(String word) {
        try {
            Instant instant = OffsetDateTime.parse(word, ISO).toInstant();
            long whole = instant.getEpochSecond();
            return whole < 0 || whole > LATEST_SECOND
                    ? Optional.empty()
                    : Optional.of(whole * SECOND + instant.getNano());
        } catch (DateTimeException e) {
            return Optional.empty(); // the row is named by the caller
        }
    }

    private static Optional<Long> seconds(String word) {
        int point = word.indexOf('.');
        long whole = NumberWord.parse(point < 0 ? word : word.substring(0, point), -1);
        if (whole < 0 || whole > LATEST_SECOND) {
            return Optional.empty();
        }
        String digits = point < 0 ? "" : word.substring(point + 1);
        String nine = (digits + "000000000").substring(0, FRACTION);
        long fraction = NumberWord.parse(nine, -1);
        return fraction < 0 ? Optional.empty() : Optional.of(whole * SECOND + fraction);
    }

    /// A length of time in seconds with a fraction, in nanoseconds; 0 where the text is none.
    public static long length(String text) {
        return seconds(text).orElse(0L);
    }
}
