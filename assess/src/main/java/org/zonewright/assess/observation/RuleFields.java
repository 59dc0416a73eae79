package org.zonewright.assess.observation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;

/// The lines of one rule file: `key: value`, a line that begins with blanks going on from the one before, `#` for
/// remarks. Mutable; one thread. A value that cannot be read is a problem, and its field is empty.
final class RuleFields {
    private static final Pattern LINE = Pattern.compile("([a-z][a-z-]*):\\s*(.*)");

    private record Field(String value, int line) {}

    private final String file;
    private final ProblemLog log;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> read = new LinkedHashSet<>();

    RuleFields(String file, String text, ProblemLog log) {
        this.file = file;
        this.log = log;
        String last = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher matcher = LINE.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                last = "";
            } else if (line.startsWith("  ") && !last.isEmpty()) {
                int at = number;
                fields.computeIfPresent(last, (key, field) -> new Field(joined(field.value(), line), at));
            } else if (matcher.matches()) {
                last = matcher.group(1);
                if (fields.putIfAbsent(last, new Field(matcher.group(2).strip(), number)) != null) {
                    log.report(RuleProblem.DUPLICATE_KEY, place(number), last);
                }
            } else {
                log.report(RuleProblem.UNREADABLE_LINE, place(number), line);
            }
        }
    }

    private static String joined(String before, String line) {
        return before.isEmpty() ? line.strip() : before + " " + line.strip();
    }

    private SourceRef place(int line) {
        return new SourceRef.InDocument(file, line, 0, "");
    }

    /// Notes that the value of a key is not what was expected.
    void wrong(String key, String value, String expected) {
        Field field = fields.get(key);
        log.report(RuleProblem.WRONG_VALUE, place(field == null ? 0 : field.line()), key, value, expected);
    }

    Optional<String> optional(String key) {
        read.add(key);
        return Optional.ofNullable(fields.get(key)).map(Field::value).filter(value -> !value.isEmpty());
    }

    /// The value of a key that must be there.
    Optional<String> needed(String key) {
        Optional<String> value = optional(key);
        if (value.isEmpty()) {
            log.report(RuleProblem.MISSING_KEY, place(0), key);
        }
        return value;
    }

    /// The value as `parse` reads it, which gives empty for what it cannot.
    <T> Optional<T> parsed(String key, Optional<String> value, String expected, Function<String, Optional<T>> parse) {
        Optional<T> result = value.flatMap(parse);
        if (value.isPresent() && result.isEmpty()) {
            wrong(key, value.get(), expected);
        }
        return result;
    }

    /// The parts of a value, divided by commas; an empty list where the key is missing.
    List<String> words(String key) {
        return optional(key).map(RuleFields::parts).orElse(List.of());
    }

    private static List<String> parts(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /// Each part as a constant of an enum, written in small letters with hyphens.
    <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
        Set<E> all = new LinkedHashSet<>();
        words(key).forEach(word -> constant(key, Optional.of(word), type).ifPresent(all::add));
        return all;
    }

    <E extends Enum<E>> Optional<E> constant(String key, Optional<String> value, Class<E> type) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        String expected = String.join(", ", all.stream().map(RuleFields::word).toList());
        return parsed(key, value, expected, text -> all.stream()
                .filter(one -> word(one).equals(text))
                .findFirst());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// True for `yes`, false where the key is missing.
    boolean flag(String key) {
        return parsed(
                        key,
                        optional(key),
                        "yes or no",
                        text -> text.equals("yes") || text.equals("no")
                                ? Optional.of(text.equals("yes"))
                                : Optional.empty())
                .orElse(false);
    }

    /// The lines but those of these keys.
    SortedMap<String, String> without(Set<String> keys) {
        SortedMap<String, String> rest = new TreeMap<>();
        fields.forEach((key, field) -> {
            if (!keys.contains(key)) {
                rest.put(key, field.value());
            }
        });
        return rest;
    }

    /// Reports the keys that nobody asked for.
    void finish() {
        List<String> known = new ArrayList<>(read);
        fields.forEach((key, field) -> {
            if (!read.contains(key)) {
                log.report(RuleProblem.UNKNOWN_KEY, place(field.line()), key, String.join(", ", known));
            }
        });
    }
}
