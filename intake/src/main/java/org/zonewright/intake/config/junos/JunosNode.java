package org.zonewright.intake.config.junos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.intake.config.build.RulesetBuilder;

/// A word of the configuration with the words that may follow it: `security`, below it `policies`, and so on.
/// Commands and braces give the same tree. What is not active is not in it. Built once, then read.
final class JunosNode {
    /// What a node costs beside a line of text.
    private static final int STEPS = 8;

    private static final int MAX_WORDS = 40;

    private final int line;
    private final Map<String, JunosNode> next = new LinkedHashMap<>(2);

    private JunosNode(int line) {
        this.line = line;
    }

    /// Reads either form.
    static JunosNode of(List<String> lines, RulesetBuilder rules) {
        JunosNode root = new JunosNode(0);
        boolean commands = lines.stream().anyMatch(line -> line.startsWith("set security "));
        if (commands) {
            root.commands(lines, rules);
        } else {
            new JunosBraces(lines, rules).into(root);
        }
        return root;
    }

    private void commands(List<String> lines, RulesetBuilder rules) {
        List<List<String>> inactive = new ArrayList<>();
        JunosBraces reader = new JunosBraces(List.of(), rules);
        for (int i = 0; i < lines.size(); i++) {
            List<String> words = reader.words(lines.get(i));
            if (words.isEmpty()) {
                continue;
            }
            List<String> path = words.subList(1, words.size());
            switch (words.getFirst()) {
                case "set" -> add(path, i + 1, rules);
                case "deactivate" -> inactive.add(path);
                default -> rules.unread(i + 1, lines.get(i).strip(), true);
            }
        }
        inactive.forEach(this::remove);
    }

    /// Puts the words of one statement into the tree.
    void add(List<String> words, int at, RulesetBuilder rules) {
        if (words.size() > MAX_WORDS) {
            rules.unread(at, "nested too deep: " + String.join(" ", words.subList(0, MAX_WORDS)), true);
            return;
        }
        JunosNode here = this;
        for (String word : words) {
            JunosNode there = here.next.get(word);
            if (there == null) {
                rules.spend(STEPS);
                there = new JunosNode(at);
                here.next.put(word, there);
            }
            here = there;
        }
    }

    private void remove(List<String> path) {
        JunosNode here = this;
        for (int i = 0; i + 1 < path.size(); i++) {
            JunosNode there = here.next.get(path.get(i));
            if (there == null) {
                return;
            }
            here = there;
        }
        if (!path.isEmpty()) {
            here.next.remove(path.getLast());
        }
    }

    int line() {
        return line;
    }

    Optional<JunosNode> at(String... path) {
        JunosNode here = this;
        for (String word : path) {
            JunosNode there = here.next.get(word);
            if (there == null) {
                return Optional.empty();
            }
            here = there;
        }
        return Optional.of(here);
    }

    boolean has(String... path) {
        return at(path).isPresent();
    }

    /// The words that follow at the end of a path, in their order.
    Map<String, JunosNode> all(String... path) {
        return at(path).map(found -> found.next).orElse(new LinkedHashMap<>());
    }

    /// The first word behind a path; empty where there is none.
    String one(String... path) {
        return all(path).keySet().stream().findFirst().orElse("");
    }
}
