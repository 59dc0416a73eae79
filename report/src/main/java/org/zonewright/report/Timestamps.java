package org.zonewright.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Times as text, always UTC (ISO 8601).
public final class Timestamps {
    private static final int SECONDS_OF_DAY = 86_400;

    /// The days of years with four digits, counted from 1970-01-01.
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay();

    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();

    private Timestamps() {}

    /// Microseconds, or nanoseconds where the time has them: `2026-11-22T09:30:00.000250Z`.
    public static String precise(Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY);
        if (day < FIRST || day > LAST) {
            return time.toString();
        }
        StringBuilder out = new StringBuilder(30);
        day(out, day).append('T');
        clock(out, time).append('.');
        int nanos = time.getNano();
        return nanos % 1000 == 0
                ? digits(out, nanos / 1000, 6).append('Z').toString()
                : digits(out, nanos, 9).append('Z').toString();
    }

    /// Seconds, as people read it: `2026-11-22 09:30:00`.
    public static String readable(Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY);
        if (day < FIRST || day > LAST) {
            return time.toString();
        }
        StringBuilder out = new StringBuilder(20);
        day(out, day).append(' ');
        return clock(out, time).toString();
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

    // Worked out by hand, since every conversation has two times; dates with a time of day and a zone are more work.
    private static StringBuilder day(StringBuilder out, long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        digits(out, date.getYear(), 4).append('-');
        digits(out, date.getMonthValue(), 2).append('-');
        return digits(out, date.getDayOfMonth(), 2);
    }

    private static StringBuilder clock(StringBuilder out, Instant time) {
        int second = Math.floorMod(time.getEpochSecond(), SECONDS_OF_DAY);
        digits(out, second / 3600, 2).append(':');
        digits(out, second / 60 % 60, 2).append(':');
        return digits(out, second % 60, 2);
    }

    private static StringBuilder digits(StringBuilder out, int value, int width) {
        int unit = 1;
        for (int i = 1; i < width; i++) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            out.append((char) ('0' + value / unit % 10));
        }
        return out;
    }
}
