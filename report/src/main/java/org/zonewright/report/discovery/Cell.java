package org.zonewright.report.discovery;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.zonewright.report.Timestamps;

/// One value of a table. What is not known is [Nothing], never zero.
sealed interface Cell {
    record Words(String text) implements Cell {}

    record Count(long number) implements Cell {}

    record Moment(Instant time) implements Cell {}

    record Nothing() implements Cell {}

    static Cell of(String text) {
        return text.isEmpty() ? new Nothing() : new Words(text);
    }

    static Cell of(Optional<String> text) {
        return of(text.orElse(""));
    }

    static Cell of(Collection<String> texts) {
        return of(String.join(", ", texts));
    }

    static Cell at(Optional<Instant> time) {
        return time.<Cell>map(Moment::new).orElseGet(Nothing::new);
    }

    /// The value as people read it.
    default String readable() {
        return switch (this) {
            case Words(String text) -> text;
            case Count(long number) -> Long.toString(number);
            case Moment(Instant time) -> Timestamps.readable(time);
            case Nothing() -> "";
        };
    }
}
