package org.zonewright.intake.config.routeros;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One command of an export: the menu it stands in, its verb, and its properties (`key=value`, a value in quotation
/// marks, `!` before a value that is negated). A backslash at the end of a line joins the next one to it.
record RouterLine(String menu, String verb, List<String> words, Map<String, String> properties, int line) {
    private static final int MAX_TEXT = 1 << 20;

    RouterLine {
        words = List.copyOf(words);
    }

    /// The property's value; empty where it is not there.
    String value(String key) {
        return properties.getOrDefault(key, "");
    }

    boolean is(String key) {
        return value(key).equals("yes");
    }

    /// The commands of a file in their order. A line that begins with `/` names a menu, perhaps with a command
    /// behind.
    static List<RouterLine> of(List<String> lines) {
        List<RouterLine> all = new ArrayList<>();
        String menu = "";
        int number = 0;
        while (number < lines.size()) {
            int first = number + 1;
            StringBuilder text = new StringBuilder(lines.get(number++));
            while (endsOpen(text) && number < lines.size() && text.length() < MAX_TEXT) {
                text.setLength(text.length() - 1);
                text.append(lines.get(number++).stripLeading());
            }
            String whole = text.toString().strip();
            if (whole.isEmpty() || whole.startsWith("#")) {
                continue;
            }
            List<String> words = words(whole);
            int verb = 0;
            if (whole.startsWith("/")) {
                verb = 0;
                while (verb < words.size() && !isVerb(words.get(verb))) {
                    verb++;
                }
                menu = String.join(" ", words.subList(0, verb));
            }
            if (verb < words.size()) {
                all.add(command(menu, words.subList(verb, words.size()), first));
            }
        }
        return all;
    }

    private static boolean endsOpen(CharSequence text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '\\';
    }

    private static boolean isVerb(String word) {
        return switch (word) {
            case "add", "set", "remove", "disable", "enable", "move", "print", "reset" -> true;
            default -> false;
        };
    }

    private static RouterLine command(String menu, List<String> words, int line) {
        Map<String, String> properties = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                properties.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                others.add(word);
            }
        }
        return new RouterLine(menu, words.getFirst(), others, properties, line);
    }

    /// Words apart by blanks; in quotation marks blanks count and a backslash keeps what follows.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
