package org.zonewright.plant.shape;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: a whole number and one unit, `0s`, `15min`, `8h`, `30d`, `2w`.
final class Durations {
    private record Unit(String word, Duration length) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("w", Duration.ofDays(7)),
            new Unit("d", Duration.ofDays(1)),
            new Unit("h", Duration.ofHours(1)),
            new Unit("min", Duration.ofMinutes(1)),
            new Unit("s", Duration.ofSeconds(1)),
            new Unit("ms", Duration.ofMillis(1)));
    private static final Unit SECONDS = UNITS.get(4);

    /// The text form.
    static final String PATTERN = "[0-9]{1,9}(w|d|h|min|s|ms)";

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9})(w|d|h|min|s|ms)");

    private Durations() {}

    static Optional<Duration> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return UNITS.stream()
                .filter(unit -> unit.word().equals(parts.group(2)))
                .map(unit -> unit.length().multipliedBy(Long.parseLong(parts.group(1))))
                .findFirst();
    }

    /// In the largest unit that leaves a whole number.
    static String print(Duration duration) {
        Unit unit = duration.isZero()
                ? SECONDS
                : UNITS.stream()
                        .filter(candidate ->
                                duration.toMillis() % candidate.length().toMillis() == 0)
                        .findFirst()
                        .orElseThrow();
        return duration.toMillis() / unit.length().toMillis() + unit.word();
    }
}
