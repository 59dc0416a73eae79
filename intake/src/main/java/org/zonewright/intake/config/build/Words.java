package org.zonewright.intake.config.build;

import java.util.ArrayList;
import java.util.List;

/// A line as words: apart by blanks, with double quotes that keep blanks and backslashes that keep what follows.
public final class Words {
    private Words() {}

    public static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quoted && i + 1 < line.length()) {
                word.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (Character.isWhitespace(c) && !quoted) {
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

    /// The parts of a list with commas between; empty parts count.
    public static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int comma = list.indexOf(','); comma >= 0; comma = list.indexOf(',', from)) {
            parts.add(list.substring(from, comma));
            from = comma + 1;
        }
        parts.add(list.substring(from));
        return parts;
    }
}
