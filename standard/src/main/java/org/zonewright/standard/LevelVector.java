package org.zonewright.standard;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Seven security levels, one for each [FoundationalRequirement] in its order: `{2 2 0 1 3 1 3}`.
///
/// Vectors are compared and joined entry by entry. There is no sum, mean or total order, because a strong entry never
/// makes up for a weak one. Immutable.
public record LevelVector(List<SecurityLevel> entries) {
    /// Seven times 0: nothing is asked for.
    public static final LevelVector ZERO = same(SecurityLevel.SL0);

    private static final Pattern SEPARATORS = Pattern.compile("\\s*[,;]\\s*|\\s+");

    /// @throws IllegalArgumentException unless there are exactly seven entries
    public LevelVector {
        entries = List.copyOf(entries);
        if (entries.size() != FoundationalRequirement.values().length) {
            throw new IllegalArgumentException("a level vector has seven entries, not " + entries.size());
        }
    }

    /// Seven equal entries, which is what a single published number stands for.
    public static LevelVector same(SecurityLevel level) {
        return new LevelVector(Collections.nCopies(FoundationalRequirement.values().length, level));
    }

    /// The seven numbers in the order IAC UC SI DC RDF TRE RA.
    ///
    /// @throws IllegalArgumentException unless there are seven, each from 0 to 4
    public static LevelVector of(int... numbers) {
        return new LevelVector(Arrays.stream(numbers)
                .mapToObj(number -> SecurityLevel.ofNumber(number)
                        .orElseThrow(() -> new IllegalArgumentException("no security level " + number)))
                .toList());
    }

    /// The vector of a map that names all seven.
    ///
    /// @throws IllegalArgumentException if one is missing
    public static LevelVector of(Map<FoundationalRequirement, SecurityLevel> levels) {
        return new LevelVector(Arrays.stream(FoundationalRequirement.values())
                .flatMap(requirement -> Optional.ofNullable(levels.get(requirement)).stream())
                .toList());
    }

    /// Reads `{2 2 0 1 3 1 3}`, with or without braces, apart by blanks, commas or semicolons; a single number stands
    /// for seven equal entries. Empty for anything else, also for an entry with a condition's mark (`1*`): the
    /// condition belongs to the claim, not to the number.
    public static Optional<LevelVector> parse(String text) {
        String inner = text.strip();
        if (inner.startsWith("{") != inner.endsWith("}")) {
            return Optional.empty();
        }
        if (inner.startsWith("{")) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        int[] numbers =
                SEPARATORS.splitAsStream(inner).mapToInt(LevelVector::digit).toArray();
        if (Arrays.stream(numbers).anyMatch(number -> number < 0)) {
            return Optional.empty();
        }
        return switch (numbers.length) {
            case 1 -> SecurityLevel.ofNumber(numbers[0]).map(LevelVector::same);
            case 7 -> Optional.of(of(numbers));
            default -> Optional.empty();
        };
    }

    private static int digit(String word) {
        boolean level = word.length() == 1 && word.charAt(0) >= '0' && word.charAt(0) <= '4';
        return level ? word.charAt(0) - '0' : -1;
    }

    public SecurityLevel at(FoundationalRequirement requirement) {
        return entries.get(requirement.number() - 1);
    }

    /// This vector with one entry replaced.
    public LevelVector with(FoundationalRequirement requirement, SecurityLevel level) {
        EnumMap<FoundationalRequirement, SecurityLevel> levels = new EnumMap<>(toMap());
        levels.put(requirement, level);
        return of(levels);
    }

    /// True if every entry is at least the other's: this vector satisfies the other.
    public boolean atLeast(LevelVector other) {
        return shortOf(other).isEmpty();
    }

    /// The concerns in which this vector is below the other, in order.
    public List<FoundationalRequirement> shortOf(LevelVector other) {
        return Arrays.stream(FoundationalRequirement.values())
                .filter(requirement -> !at(requirement).isAtLeast(other.at(requirement)))
                .toList();
    }

    /// The higher of both, entry by entry.
    public LevelVector max(LevelVector other) {
        return new LevelVector(Arrays.stream(FoundationalRequirement.values())
                .map(requirement -> SecurityLevel.max(at(requirement), other.at(requirement)))
                .toList());
    }

    /// The lower of both, entry by entry.
    public LevelVector min(LevelVector other) {
        return new LevelVector(Arrays.stream(FoundationalRequirement.values())
                .map(requirement -> SecurityLevel.min(at(requirement), other.at(requirement)))
                .toList());
    }

    /// The lowest entry: the only single number that may be said of something achieved or claimed.
    public SecurityLevel lowest() {
        return Collections.min(entries);
    }

    /// The highest entry, for "up to" of a target.
    public SecurityLevel highest() {
        return Collections.max(entries);
    }

    /// The entries by concern, in the standard's order; cannot be changed.
    public Map<FoundationalRequirement, SecurityLevel> toMap() {
        EnumMap<FoundationalRequirement, SecurityLevel> levels = new EnumMap<>(FoundationalRequirement.class);
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            levels.put(requirement, at(requirement));
        }
        return Collections.unmodifiableMap(levels);
    }

    /// The published notation, `{2 2 0 1 3 1 3}`; [#parse(String)] reads it back.
    @Override
    public String toString() {
        return entries.stream()
                .map(level -> Integer.toString(level.number()))
                .collect(Collectors.joining(" ", "{", "}"));
    }
}
