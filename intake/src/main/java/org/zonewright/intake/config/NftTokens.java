package org.zonewright.intake.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The text of nftables as words with their lines. Blanks, comments and backslashes at the ends of lines are gone;
/// names that `define` set are put in where `$` asks for them.
final class NftTokens {
    /// What ends a statement: the end of a line or a semicolon.
    static final String END = "\n";

    private static final String SINGLES = "{},;()=";
    private static final int MAX_TOKENS = 6_000_000;

    /// A word with the line it stands in; `quoted` where it stood in quotes.
    record Token(String text, int line, boolean quoted) {
        boolean is(String word) {
            return !quoted && text.equals(word);
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, List<Token>> defined = new HashMap<>();
    private boolean cut;

    private NftTokens() {}

    /// The words of all lines.
    static NftTokens of(Iterable<String> lines) {
        NftTokens result = new NftTokens();
        int number = 0;
        List<Token> line = new ArrayList<>();
        for (String text : lines) {
            number++;
            boolean goesOn = split(text, number, line);
            if (!goesOn) {
                result.add(line, number);
                line = new ArrayList<>();
            }
        }
        result.add(line, number);
        return result;
    }

    List<Token> tokens() {
        return tokens;
    }

    /// True if the text had more words than are read.
    boolean wasCut() {
        return cut;
    }

    private void add(List<Token> line, int number) {
        if (line.size() >= 3 && line.getFirst().is("define") && line.get(2).is("=")) {
            defined.put(line.get(1).text(), expanded(line.subList(3, line.size())));
            return;
        }
        List<Token> all = expanded(line);
        if (tokens.size() + all.size() > MAX_TOKENS) {
            cut = true;
            return;
        }
        tokens.addAll(all);
        tokens.add(new Token(END, number, false));
    }

    private List<Token> expanded(List<Token> line) {
        List<Token> all = new ArrayList<>();
        for (Token token : line) {
            List<Token> value = token.text().startsWith("$") && !token.quoted()
                    ? defined.get(token.text().substring(1))
                    : null;
            if (value == null || all.size() > MAX_TOKENS / 300) {
                all.add(token);
            } else {
                value.forEach(one -> all.add(new Token(one.text(), token.line(), one.quoted())));
            }
        }
        return all;
    }

    /// Appends the words of one line; true if a backslash carries it on.
    private static boolean split(String text, int number, List<Token> into) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#') {
                break;
            }
            if (c == '\\' && text.substring(i + 1).isBlank()) {
                end(word, number, into);
                return true;
            }
            if (c == '"') {
                end(word, number, into);
                int close = text.indexOf('"', i + 1);
                int to = close < 0 ? text.length() : close;
                into.add(new Token(text.substring(i + 1, to), number, true));
                i = to;
            } else if (c == '=' && word.toString().matches("[!=<>]")) {
                end(word.append(c), number, into);
            } else if (SINGLES.indexOf(c) >= 0) {
                end(word, number, into);
                into.add(new Token(c == ';' ? END : String.valueOf(c), number, false));
            } else if (Character.isWhitespace(c)) {
                end(word, number, into);
            } else {
                word.append(c);
            }
        }
        end(word, number, into);
        return false;
    }

    private static void end(StringBuilder word, int number, List<Token> into) {
        if (!word.isEmpty()) {
            into.add(new Token(word.toString(), number, false));
            word.setLength(0);
        }
    }
}
