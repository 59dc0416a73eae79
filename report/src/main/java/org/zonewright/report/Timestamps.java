package org.zonewright.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Times as text, always UTC (ISO 8601).
public final class Timestamps {
    private static final long FIRST = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    private Timestamps() {}

    /// Microseconds, or nanoseconds where the time has them: `2026-11-22T09:30:00.000250Z`.
    public static String precise(Instant time) {
        if (time.getEpochSecond() < FIRST || time.getEpochSecond() > LAST) {
            return time.toString();
        }
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(30);
        day(out, utc).append('T');
        clock(out, utc).append('.');
        int nanos = time.getNano();
        return nanos % 1000 == 0
                ? digits(out, nanos / 1000, 6).append('Z').toString()
                : digits(out, nanos, 9).append('Z').toString();
    }

    /// Seconds, as people read it: `2026-11-22 09:30:00`.
    public static String readable(Instant time) {
        if (time.getEpochSecond() < FIRST || time.getEpochSecond() > LAST) {
            return time.toString();
        }
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        StringBuilder out = new StringBuilder(20);
        day(out, utc).append(' ');
        return clock(out, utc).toString();
    }

    /// Seconds as `--at` takes them: `2026-11-22T09:30:00Z`.
    public static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Minutes, for people, with the time zone: `2026-11-22 09:30 UTC`.
    public static String minutes(Instant time) {
        String readable = readable(time);
        int seconds = readable.lastIndexOf(':');
        return (seconds == 16 ? readable.substring(0, seconds) : readable) + " UTC";
    }

    private static StringBuilder day(StringBuilder out, OffsetDateTime time) {
        digits(out, time.getYear(), 4).append('-');
        digits(out, time.getMonthValue(), 2).append('-');
        return digits(out, time.getDayOfMonth(), 2);
    }

    private static StringBuilder clock(StringBuilder out, OffsetDateTime time) {
        digits(out, time.getHour(), 2).append(':');
        digits(out, time.getMinute(), 2).append(':');
        return digits(out, time.getSecond(), 2);
    }

    private static StringBuilder digits(StringBuilder out, int value, int width) {
        String text = Integer.toString(value);
        return out.repeat('0', width - text.length()).append(text);
    }
}
