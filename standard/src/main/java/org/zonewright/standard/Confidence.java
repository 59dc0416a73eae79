package org.zonewright.standard;

import java.util.Locale;
import java.util.Optional;

/// How well a catalogue entry is supported by the public material it was compiled from. No entry was checked against
/// the licensed standards; a conclusion that rests on anything but [#HIGH] is flagged in reports.
public enum Confidence {
    /// Two or more independent sources agree.
    HIGH,
    /// One source, or a source and memory.
    MEDIUM,
    /// Weakly supported.
    LOW,
    /// The catalogue does not say; treated as not high.
    UNSTATED;

    /// The word used in catalogues and JSON, in lower case.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isHigh() {
        return this == HIGH;
    }

    /// Reads the word of a catalogue (`high`, `medium`, `low`); empty for anything else.
    public static Optional<Confidence> parse(String text) {
        return switch (text) {
            case "high" -> Optional.of(HIGH);
            case "medium" -> Optional.of(MEDIUM);
            case "low" -> Optional.of(LOW);
            default -> Optional.empty();
        };
    }
}
