package org.zonewright.intake.config.junos;

import java.util.ArrayList;
import java.util.List;
import org.zonewright.intake.config.build.RulesetBuilder;

/// Reads the form in braces: statements end with `;`, blocks stand in braces, lists in brackets, `inactive:` before
/// what does not count. Comments stand between `/*` and `*/` or behind `#`. Mutable; one file.
final class JunosBraces {
    private static final int MAX_DEPTH = 40;
    private static final String QUOTED = "\"";

    private final List<String> lines;
    private final RulesetBuilder rules;
    private final List<List<String>> path = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> listed = new ArrayList<>();
    private boolean inList;
    private boolean inComment;
    private int inactiveFrom = Integer.MAX_VALUE;
    private int beyond;
    private int line;

    JunosBraces(List<String> lines, RulesetBuilder rules) {
        this.lines = lines;
        this.rules = rules;
    }

    void into(JunosNode root) {
        for (String text : lines) {
            line++;
            for (String token : tokens(text)) {
                token(token, root);
            }
        }
        if (!path.isEmpty()) {
            rules.unread(line, "the file ends within: " + String.join(" ", path.getLast()), true);
        }
    }

    private void token(String token, JunosNode root) {
        switch (token) {
            case "{" -> open();
            case "}" -> close();
            case ";" -> statement(root);
            case "[" -> inList = true;
            case "]" -> inList = false;
            default -> (inList ? listed : words).add(plain(token));
        }
    }

    private void open() {
        if (path.size() >= MAX_DEPTH || beyond > 0) {
            beyond++;
            if (beyond == 1) {
                rules.unread(line, "nested too deep", true);
            }
        } else {
            if (!words.isEmpty() && words.getFirst().equals("inactive:")) {
                inactiveFrom = Math.min(inactiveFrom, path.size());
                words.removeFirst();
            }
            path.add(List.copyOf(words));
        }
        words.clear();
    }

    private void close() {
        if (!words.isEmpty()) {
            rules.unread(line, "a statement without its end: " + String.join(" ", words), true);
            words.clear();
        }
        if (beyond > 0) {
            beyond--;
        } else if (path.isEmpty()) {
            rules.unread(line, "}", true);
        } else {
            path.removeLast();
            if (path.size() <= inactiveFrom) {
                inactiveFrom = Integer.MAX_VALUE;
            }
        }
    }

    private void statement(JunosNode root) {
        boolean off = !words.isEmpty() && words.getFirst().equals("inactive:");
        if (!off && inactiveFrom == Integer.MAX_VALUE && beyond == 0) {
            List<String> whole = new ArrayList<>();
            path.forEach(whole::addAll);
            whole.addAll(words);
            if (listed.isEmpty()) {
                root.add(whole, line, rules);
            }
            for (String each : listed) {
                List<String> one = new ArrayList<>(whole);
                one.add(each);
                root.add(one, line, rules);
            }
        }
        words.clear();
        listed.clear();
    }

    /// The words of a `set` command.
    List<String> words(String text) {
        return tokens(text).stream().map(JunosBraces::plain).toList();
    }

    private static String plain(String token) {
        return token.startsWith(QUOTED) ? token.substring(QUOTED.length()) : token;
    }

    /// Words and signs; a word in quotation marks has a mark before it, so that it is never a sign.
    private List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inComment) {
                if (c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '/') {
                    inComment = false;
                    i++;
                }
            } else if (c == '#') {
                break;
            } else if (c == '/' && word.isEmpty() && i + 1 < text.length() && text.charAt(i + 1) == '*') {
                inComment = true;
                i++;
            } else if (c == '"') {
                int close = text.indexOf('"', i + 1);
                int to = close < 0 ? text.length() : close;
                tokens.add(QUOTED + text.substring(i + 1, to));
                i = to;
            } else if (Character.isWhitespace(c) || "{};[]".indexOf(c) >= 0) {
                if (!word.isEmpty()) {
                    tokens.add(word.toString());
                    word.setLength(0);
                }
                if (!Character.isWhitespace(c)) {
                    tokens.add(String.valueOf(c));
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            tokens.add(word.toString());
        }
        return tokens;
    }
}
