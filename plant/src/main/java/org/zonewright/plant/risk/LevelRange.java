package org.zonewright.plant.risk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.standard.SecurityLevel;

/// The levels that a rule allows, from `from` up to and including `to`: one level where both are equal, otherwise a
/// choice that the assessor makes and gives a reason for.
public record LevelRange(SecurityLevel from, SecurityLevel to) {
    private static final Pattern FORM = Pattern.compile("([0-4])(?:\\s*-\\s*([0-4]))?");

    public LevelRange {
        if (!to.isAtLeast(from)) {
            throw new IllegalArgumentException("a range of levels goes from the lower to the higher one");
        }
    }

    /// One level.
    public static LevelRange of(SecurityLevel level) {
        return new LevelRange(level, level);
    }

    /// Reads `2` or `2-3`; empty for anything else.
    public static Optional<LevelRange> parse(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        SecurityLevel low = level(parts.group(1));
        SecurityLevel high = parts.group(2) == null ? low : level(parts.group(2));
        return high.isAtLeast(low) ? Optional.of(new LevelRange(low, high)) : Optional.empty();
    }

    private static SecurityLevel level(String digit) {
        return SecurityLevel.ofNumber(Integer.parseInt(digit)).orElseThrow();
    }

    public boolean contains(SecurityLevel level) {
        return level.isAtLeast(from) && to.isAtLeast(level);
    }

    /// `2` or `2-3`; [#parse(String)] reads it back.
    @Override
    public String toString() {
        return from == to ? Integer.toString(from.number()) : from.number() + "-" + to.number();
    }
}
