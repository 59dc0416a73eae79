package org.zonewright.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// Lengths of time as people type them: a number with `s`, `m`, `h` or `d`, such as `30s` or `7d`.
final class Durations {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})([smhd])");

    private Durations() {}

    /// The length, if the text is one.
    static Optional<Duration> of(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /// Reads a length.
    static Duration length(String value) {
        return of(value)
                .orElseThrow(() ->
                        new TypeConversionException("'" + value + "' is no length of time such as 30s, 10m, 8h or 7d"));
    }

    /// A moment: a time, or a length of time from the beginning.
    sealed interface Until {
        record At(Instant time) implements Until {}

        record After(Duration length) implements Until {}

        /// The moment for what began at `begin`.
        default Instant from(Instant begin) {
            return switch (this) {
                case At at -> at.time();
                case After after -> begin.plus(after.length());
            };
        }
    }

    /// Reads a moment.
    static Until moment(String value) {
        return of(value).<Until>map(Until.After::new).orElseGet(() -> new Until.At(SiteOptions.time(value)));
    }
}
