package org.zonewright.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// All texts of one language, gathered from the `META-INF/zonewright/texts_<language>.properties` of every module.
///
/// Immutable; safe for any thread. The folder is not a package name, so modules need not open it.
public final class Texts {
    private static final class English {
        static final Texts INSTANCE = load("en");
    }

    private final Map<String, String> patterns;

    private Texts(Map<String, String> patterns) {
        this.patterns = patterns;
    }

    /// The English texts, loaded once.
    public static Texts english() {
        return English.INSTANCE;
    }

    /// The keys that have a pattern, sorted.
    public SortedSet<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /// The text in this language. A key without a pattern is said as the key and its arguments, so nothing is lost.
    public String say(Text text) {
        String pattern = patterns.get(text.key());
        return pattern == null
                ? text.key() + " " + String.join(" ", text.arguments())
                : fill(pattern, text.arguments());
    }

    public String say(String key, Object... arguments) {
        return say(Text.of(key, arguments));
    }

    /// Puts arguments where `{n}` stands, and where `{n|device|devices}` stands the first word if the argument is 1 and
    /// the second otherwise; any other brace is ordinary text, and arguments are not looked into.
    static String fill(String pattern, List<String> arguments) {
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        int at = 0;
        while (at < pattern.length()) {
            int open = pattern.indexOf('{', at);
            int close = open < 0 ? -1 : pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            int bar = pattern.indexOf('|', open);
            int second = bar < 0 || bar > close ? -1 : pattern.indexOf('|', bar + 1);
            boolean counts = second > 0 && second < close;
            int index = number(pattern, open + 1, counts ? bar : close);
            out.append(pattern, at, open);
            if (index >= 0 && index < arguments.size()) {
                String argument = arguments.get(index);
                String words = !counts
                        ? argument
                        : argument.equals("1")
                                ? pattern.substring(bar + 1, second)
                                : pattern.substring(second + 1, close);
                out.append(words);
            } else {
                out.append(pattern, open, close + 1);
            }
            at = close + 1;
        }
        return out.append(pattern, at, pattern.length()).toString();
    }

    private static int number(String pattern, int from, int to) {
        if (from == to || to - from > 2) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char digit = pattern.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    private static Texts load(String language) {
        Map<String, String> patterns = new HashMap<>();
        try {
            Enumeration<URL> files =
                    Texts.class.getClassLoader().getResources("META-INF/zonewright/texts_" + language + ".properties");
            while (files.hasMoreElements()) {
                try (InputStream in = files.nextElement().openStream()) {
                    read(in.readAllBytes(), patterns);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the product's own texts cannot be read", e);
        }
        return new Texts(Collections.unmodifiableMap(patterns));
    }

    /// Lines of `key=pattern` in UTF-8, blanks around the sign at will, comments and empty lines; a backslash is
    /// itself.
    ///
    /// Properties would be read letter by letter, by the interpreter, at every start. Lines are looked for where
    /// each
    /// byte is a letter, and patterns are decoded one by one: most have nothing to decode.
    static void read(byte[] bytes, Map<String, String> into) {
        String file = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = 0;
        while (start < file.length()) {
            int newline = file.indexOf('\n', start);
            int end = newline < 0 ? file.length() : newline;
            if (start < end && file.charAt(start) != '#') {
                int equals = file.indexOf('=', start);
                if (equals < 0 || equals > end) {
                    throw new IllegalStateException("a text without a key: " + file.substring(start, end));
                }
                add(
                        into,
                        file.substring(start, equals).strip(),
                        new String(bytes, equals + 1, end - equals - 1, StandardCharsets.UTF_8).stripLeading());
            }
            start = end + 1;
        }
    }

    private static void add(Map<String, String> patterns, String key, String pattern) {
        String before = patterns.put(key, pattern);
        if (before != null && !before.equals(pattern)) {
            throw new IllegalStateException("two modules give the text " + key);
        }
    }
}
