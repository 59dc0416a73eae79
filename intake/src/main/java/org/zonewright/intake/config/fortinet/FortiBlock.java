package org.zonewright.intake.config.fortinet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.intake.config.build.RulesetBuilder;
import org.zonewright.intake.config.build.Words;

/// A part of a FortiGate's configuration: `config …` with its entries, or one entry (`edit …`) with its settings.
/// Entries keep their order, which is that of policies. Built once, then read.
final class FortiBlock {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_TEXT = 1 << 16;

    /// What a block costs beside a line of text.
    private static final int STEPS = 4;

    private final String name;
    private final int line;
    private final Map<String, List<String>> settings = new LinkedHashMap<>();
    private final List<FortiBlock> parts = new ArrayList<>();

    private FortiBlock(String name, int line) {
        this.name = name;
        this.line = line;
    }

    /// Reads all lines into one block without a name. What stands where nothing of the kind can is said.
    static FortiBlock of(List<String> lines, RulesetBuilder rules) {
        FortiBlock all = new FortiBlock("", 0);
        List<FortiBlock> open = new ArrayList<>(List.of(all));
        int beyond = 0;
        int number = 0;
        while (number < lines.size()) {
            int first = number + 1;
            StringBuilder text = new StringBuilder(lines.get(number++));
            boolean quoted = isOpen(text, false);
            while (quoted && number < lines.size() && text.length() < MAX_TEXT) {
                String more = lines.get(number++); // a comment over several lines
                text.append('\n').append(more);
                quoted = isOpen(more, true);
            }
            List<String> words = Words.of(text.toString());
            if (words.isEmpty() || words.getFirst().startsWith("#")) {
                continue;
            }
            String word = words.getFirst();
            List<String> rest = words.subList(1, words.size());
            FortiBlock here = open.getLast();
            switch (word) {
                case "config", "edit" -> {
                    rules.spend(STEPS);
                    if (open.size() > MAX_DEPTH) {
                        beyond++;
                        rules.unread(first, "nested too deep: " + text, true);
                    } else {
                        FortiBlock part = new FortiBlock(String.join(" ", rest), first);
                        here.parts.add(part);
                        open.add(part);
                    }
                }
                case "next", "end" -> {
                    if (beyond > 0) {
                        beyond--;
                    } else if (open.size() > 1) {
                        open.removeLast();
                    } else {
                        rules.unread(first, text.toString(), true);
                    }
                }
                case "set", "append" -> {
                    if (beyond == 0 && !rest.isEmpty()) {
                        here.settings
                                .computeIfAbsent(rest.getFirst(), any -> new ArrayList<>())
                                .addAll(rest.subList(1, rest.size()));
                    }
                }
                case "unset" -> {
                    if (beyond == 0 && !rest.isEmpty()) {
                        here.settings.remove(rest.getFirst());
                    }
                }
                default -> rules.unread(first, text.toString(), true);
            }
        }
        if (open.size() > 1) {
            rules.unread(open.getLast().line, "the file ends within: " + open.getLast().name, true);
        }
        return all;
    }

    /// True if a quotation mark is open at the end, given whether one is at the start.
    private static boolean isOpen(CharSequence text, boolean before) {
        boolean quoted = before;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return quoted;
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    List<FortiBlock> parts() {
        return parts;
    }

    /// The entries of all parts of that name.
    List<FortiBlock> entries(String section) {
        return parts.stream()
                .filter(part -> part.name.equals(section))
                .flatMap(part -> part.parts.stream())
                .toList();
    }

    Optional<FortiBlock> part(String section) {
        return parts.stream().filter(part -> part.name.equals(section)).findFirst();
    }

    Map<String, List<String>> settings() {
        return settings;
    }

    /// The words of a setting; none where it is not there.
    List<String> all(String setting) {
        return settings.getOrDefault(setting, List.of());
    }

    /// The first word of a setting; empty where it is not there.
    String one(String setting) {
        List<String> words = all(setting);
        return words.isEmpty() ? "" : words.getFirst();
    }

    boolean is(String setting, String value) {
        return one(setting).equals(value);
    }
}
