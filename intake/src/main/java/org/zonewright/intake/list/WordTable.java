package org.zonewright.intake.list;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A table of the product that says which words mean what: `meaning: word, word …` a line, `#` begins a comment.
/// Words are compared as [HeadingText#key(String)]; no word may stand in two lines. Immutable.
final class WordTable {
    private static final int MAX_LENGTH = 200;
    private static final String DIVIDERS = "/|\n,;";

    private final Map<String, String> meanings;

    private WordTable(Map<String, String> meanings) {
        this.meanings = meanings;
    }

    static WordTable load(String resource) {
        Map<String, String> meanings = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(WordTable.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(meanings, line));
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own table " + resource + " cannot be read", e);
        }
        return new WordTable(meanings);
    }

    private static void add(Map<String, String> meanings, String line) {
        int colon = line.indexOf(':');
        String meaning = line.substring(0, colon).strip();
        for (String word : line.substring(colon + 1).split(",", -1)) {
            String before = meanings.put(HeadingText.key(word), meaning);
            if (before != null && !before.equals(meaning)) {
                throw new IllegalStateException("two meanings of the word " + word);
            }
        }
    }

    /// The meaning of the whole text, else of the first of several words or phrases divided by strokes, commas or
    /// line ends that has one.
    Optional<String> meaning(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<String> whole = exact(text);
        if (whole.isPresent()) {
            return whole;
        }
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (DIVIDERS.indexOf(text.charAt(at)) >= 0) {
                Optional<String> meaning = exact(text.substring(from, at));
                if (meaning.isPresent()) {
                    return meaning;
                }
                from = at + 1;
            }
        }
        return from == 0 ? Optional.empty() : exact(text.substring(from));
    }

    Iterable<String> meanings() {
        return meanings.values().stream().distinct().toList();
    }

    private Optional<String> exact(String text) {
        return Optional.ofNullable(meanings.get(HeadingText.key(text)));
    }
}
