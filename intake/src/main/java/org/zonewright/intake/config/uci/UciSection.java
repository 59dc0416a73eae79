package org.zonewright.intake.config.uci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.intake.config.build.RulesetBuilder;

/// One section: `config TYPE [NAME]` and its options. Lists and options with blanks between their words read alike.
record UciSection(String type, String name, Map<String, List<String>> options, int line) {

    /// The sections of a file; a line that is none of theirs is said.
    static List<UciSection> of(List<String> lines, RulesetBuilder rules) {
        List<UciSection> all = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            List<String> words = words(line);
            if (words.isEmpty()) {
                continue;
            }
            switch (words.getFirst()) {
                case "config" -> {
                    rules.spend(1);
                    all.add(new UciSection(
                            words.size() > 1 ? words.get(1) : "",
                            words.size() > 2 ? words.get(2) : "",
                            new LinkedHashMap<>(),
                            number));
                }
                case "option", "list" -> {
                    if (all.isEmpty() || words.size() < 3) {
                        rules.unread(number, line.strip(), true);
                    } else {
                        List<String> values =
                                all.getLast().options().computeIfAbsent(words.get(1), any -> new ArrayList<>());
                        if (words.getFirst().equals("option")) {
                            values.clear();
                        }
                        values.add(words.get(2));
                    }
                }
                case "package" -> {
                    // the name of the file that follows
                }
                default -> rules.unread(number, line.strip(), true);
            }
        }
        return all;
    }

    /// Words apart by blanks; either kind of quotation mark keeps them; a `#` outside ends the line.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean any = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                any = true;
            } else if (c == '#') {
                break;
            } else if (Character.isWhitespace(c)) {
                if (any) {
                    words.add(word.toString());
                    word.setLength(0);
                    any = false;
                }
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }

    /// The option's value; empty where it is not there.
    String one(String option) {
        List<String> values = options.getOrDefault(option, List.of());
        return values.isEmpty() ? "" : String.join(" ", values);
    }

    /// All words of an option or a list.
    List<String> all(String option) {
        List<String> words = new ArrayList<>();
        options.getOrDefault(option, List.of()).forEach(value -> words.addAll(words(value)));
        return words;
    }

    boolean is(String option) {
        return isYes(one(option));
    }

    static boolean isYes(String value) {
        return switch (value) {
            case "1", "yes", "on", "true", "enabled" -> true;
            default -> false;
        };
    }

    /// True unless the section says that it is off.
    boolean isOn() {
        return (one("enabled").isEmpty() || is("enabled")) && !is("disabled");
    }
}
