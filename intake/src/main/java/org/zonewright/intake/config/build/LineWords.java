package org.zonewright.intake.config.build;

import java.util.List;

/// The words of one line or statement, taken one after the other. Mutable; one thread.
public final class LineWords {
    private final List<String> words;
    private int next;

    public LineWords(List<String> words) {
        this.words = words;
    }

    public static LineWords of(String line) {
        return new LineWords(Words.of(line));
    }

    public boolean more() {
        return next < words.size();
    }

    /// The next word; empty behind the last.
    public String take() {
        return next < words.size() ? words.get(next++) : "";
    }

    /// The next word, which stays; empty behind the last.
    public String peek() {
        return peek(0);
    }

    /// The word `ahead` behind the next one; empty behind the last.
    public String peek(int ahead) {
        return next + ahead < words.size() ? words.get(next + ahead) : "";
    }

    /// Takes the next word if it is this one.
    public boolean took(String word) {
        boolean is = more() && words.get(next).equals(word);
        next += is ? 1 : 0;
        return is;
    }

    /// Takes the next words if they are these.
    public boolean took(String first, String second) {
        boolean are = peek().equals(first) && peek(1).equals(second);
        next += are ? 2 : 0;
        return are;
    }

    /// All that is left, which is taken.
    public String rest() {
        String rest = String.join(" ", words.subList(Math.min(next, words.size()), words.size()));
        next = words.size();
        return rest;
    }

    /// The words that are left, which are taken.
    public List<String> restWords() {
        List<String> rest = words.subList(Math.min(next, words.size()), words.size());
        next = words.size();
        return rest;
    }

    public int size() {
        return words.size();
    }
}
