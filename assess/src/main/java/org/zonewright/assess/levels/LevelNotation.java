package org.zonewright.assess.levels;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.base.Text;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;

/// Levels as people write them: `SL-T(Bay 1) = {2 2 0 1 3 1 3}`, `SL-C(RA, FS-PLC) = 4`, `{2 2 1* 1 1 1 3}`, `SL 2`.
///
/// `levels` has all seven FRs, or the one that is named. `starred` are the entries with a footnote: the number holds,
/// and its condition must be kept with it.
public record LevelNotation(
        Optional<Kind> kind,
        Optional<String> name,
        Map<FoundationalRequirement, SecurityLevel> levels,
        Set<FoundationalRequirement> starred) {
    /// Which level is meant.
    public enum Kind {
        TARGET,
        CAPABILITY,
        ACHIEVED
    }

    private static final Pattern WHOLE =
            Pattern.compile("(?:SL(?:-([TCA]))?\\s*(?:\\(([^()]*)\\))?\\s*=?\\s*)?([^=()]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAR = Pattern.compile("([0-4])\\*+");

    public LevelNotation {
        EnumMap<FoundationalRequirement, SecurityLevel> ordered = new EnumMap<>(FoundationalRequirement.class);
        ordered.putAll(levels);
        levels = Collections.unmodifiableMap(ordered);
        starred = Collections.unmodifiableSet(
                starred.isEmpty() ? EnumSet.noneOf(FoundationalRequirement.class) : EnumSet.copyOf(starred));
    }

    /// Reads a notation; empty for anything else.
    public static Optional<LevelNotation> parse(String text) {
        Matcher matcher = WHOLE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Kind> kind = Optional.ofNullable(matcher.group(1)).map(letter -> switch (letter) {
            case "T", "t" -> Kind.TARGET;
            case "C", "c" -> Kind.CAPABILITY;
            default -> Kind.ACHIEVED;
        });
        Optional<String> inside =
                Optional.ofNullable(matcher.group(2)).map(String::strip).filter(word -> !word.isEmpty());
        Optional<FoundationalRequirement> single = inside.filter(words -> words.indexOf(',') > 0)
                .flatMap(words -> FoundationalRequirement.parse(words.substring(0, words.indexOf(','))));
        Optional<String> name = single.isPresent()
                ? inside.map(words -> words.substring(words.indexOf(',') + 1).strip())
                : inside;
        String numbers = matcher.group(3).strip();
        return LevelVector.parse(STAR.matcher(numbers).replaceAll("$1"))
                .filter(_ -> single.isEmpty() || numbers.indexOf('{') < 0)
                .map(vector -> new LevelNotation(
                        kind,
                        name,
                        single.<Map<FoundationalRequirement, SecurityLevel>>map(one -> Map.of(one, vector.at(one)))
                                .orElseGet(vector::toMap),
                        starred(numbers)));
    }

    private static Set<FoundationalRequirement> starred(String numbers) {
        Set<FoundationalRequirement> starred = EnumSet.noneOf(FoundationalRequirement.class);
        int entry = 0;
        for (int i = 0; i < numbers.length(); i++) {
            if (Character.isDigit(numbers.charAt(i))) {
                entry++;
            } else if (numbers.charAt(i) == '*') {
                FoundationalRequirement.ofNumber(entry).ifPresent(starred::add);
            }
        }
        return starred;
    }

    /// All seven levels; empty where one FR alone is meant.
    public Optional<LevelVector> vector() {
        return levels.size() == FoundationalRequirement.values().length
                ? Optional.of(LevelVector.of(levels))
                : Optional.empty();
    }

    /// The one number that may be said of a whole: of what is claimed or achieved its lowest entry; of a target
    /// none, only "up to" its highest, because an entry above the number is asked for all the same.
    public static Text ofWhole(Kind kind, LevelVector vector) {
        return kind == Kind.TARGET
                ? Text.of("levels.up-to", vector.highest().number())
                : Text.of("levels.scalar", vector.lowest().number());
    }
}
