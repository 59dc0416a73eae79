package org.zonewright.base.yaml;

import java.util.Optional;

/// Reads keys and texts. The place in the lines is behind what was read then. Mutable; one thread.
final class Scalars {
    /// Longer keys are not allowed without a question mark.
    private static final int MAX_KEY = 1000;
    /// With these a text without quotes does not begin, or only under conditions.
    private static final String INDICATORS = "!&*|>%@`\"'[]{},#?:";

    private final Lines lines;

    Scalars(Lines lines) {
        this.lines = lines;
    }

    static boolean isQuote(char letter) {
        return letter == '"' || letter == '\'';
    }

    /// The key that begins here, with the place behind its colon; empty where no key begins, with the place as it was.
    Optional<YamlValue.Scalar> key() {
        int start = lines.at();
        char first = lines.letter();
        if (isQuote(first)) {
            int close = lines.closing(first, start + 1);
            if (close < 0 || !lines.isColon(close + 1, false)) {
                return Optional.empty();
            }
            YamlValue.Scalar key =
                    quoted(lines.part(start + 1, close), start, close, lines.number(), lines.column(start));
            lines.to(close + 2);
            return Optional.of(key);
        }
        if (first == '[' || first == '{') {
            return Optional.empty();
        }
        int end = lines.colon(start);
        int comment = lines.comment(start);
        if (end < 0 || (comment >= 0 && comment < end)) {
            return Optional.empty();
        }
        if (end == start || end - start > MAX_KEY || lines.letter(end - 1) == ' ' || !mayBegin()) {
            throw new Unusual();
        }
        lines.to(end + 1);
        return Optional.of(plain(start, end));
    }

    /// A text without quotes and the lines below that belong to it: those that are further in than `parent`. The place
    /// is at the next content then.
    YamlValue.Scalar folded(int parent) {
        if (!mayBegin()) {
            throw new Unusual();
        }
        int start = lines.at();
        int startLine = lines.number();
        int column = lines.column(start);
        int end = endOfPlain(start);
        String content = lines.part(start, end);
        boolean ended = end < lines.end(); // by a comment
        lines.nextLine();
        if (!ended && isFurther(parent)) {
            StringBuilder joined = new StringBuilder(content);
            while (isFurther(parent)) {
                int from = lines.at();
                end = endOfPlain(from);
                if (end < lines.end()) {
                    throw new Unusual();
                }
                joined.append(' ').append(lines.part(from, end));
                lines.nextLine();
            }
            content = joined.toString();
        }
        lines.toContent();
        return new YamlValue.Scalar(content, YamlValue.Quotes.NONE, startLine, column, start, end);
    }

    private boolean isFurther(int parent) {
        return lines.hasLetter() && lines.indent() > parent && lines.letter() != '#';
    }

    /// Where the text that begins at `from` ends on this line: before a comment or at the end.
    private int endOfPlain(int from) {
        if (lines.colon(from) >= 0) {
            throw new Unusual();
        }
        int comment = lines.comment(from);
        return comment < 0 ? lines.end() : lines.trimmed(comment);
    }

    /// A text in quotes, perhaps over several lines, each further in than `parent`.
    YamlValue.Scalar quoted(int parent) {
        int open = lines.at();
        int startLine = lines.number();
        int column = lines.column(open);
        char quote = lines.letter();
        int close = lines.closing(quote, open + 1);
        String content = lines.part(open + 1, close < 0 ? lines.end() : close);
        if (close < 0) {
            StringBuilder joined = new StringBuilder(content);
            while (close < 0) {
                lines.nextLine();
                if (!lines.hasLetter() || lines.indent() <= parent) {
                    throw new Unusual();
                }
                int from = lines.at();
                close = lines.closing(quote, from);
                joined.append(' ').append(lines.part(from, close < 0 ? lines.end() : close));
            }
            content = joined.toString();
        }
        lines.to(close + 1);
        return quoted(content, open, close, startLine, column);
    }

    private YamlValue.Scalar quoted(String content, int open, int close, int line, int column) {
        boolean single = lines.letter(open) == '\'';
        if (!single && content.indexOf('\\') >= 0) {
            throw new Unusual();
        }
        return new YamlValue.Scalar(
                single ? content.replace("''", "'") : content,
                single ? YamlValue.Quotes.SINGLE : YamlValue.Quotes.DOUBLE,
                line,
                column,
                open,
                close + 1);
    }

    /// A text in brackets or braces.
    YamlValue.Scalar inBrackets(int parent) {
        if (isQuote(lines.letter())) {
            return quoted(parent);
        }
        if (!mayBegin()) {
            throw new Unusual();
        }
        int start = lines.at();
        int startLine = lines.number();
        int column = lines.column(start);
        int end = endInBrackets();
        String content = lines.part(start, end);
        while (lines.at() >= lines.end()) {
            lines.nextLine();
            if (!isFurther(parent) || Lines.isBracket(lines.letter())) {
                break;
            }
            int from = lines.at();
            end = endInBrackets();
            if (end == from) {
                throw new Unusual();
            }
            content = content + " " + lines.part(from, end);
        }
        return new YamlValue.Scalar(content, YamlValue.Quotes.NONE, startLine, column, start, end);
    }

    /// Where the text in brackets that begins here ends on this line; the place is behind it and its blanks then.
    private int endInBrackets() {
        int end = lines.at();
        while (end < lines.end() && !Lines.isBracket(lines.letter(end)) && !lines.isColon(end, true)) {
            if (lines.letter(end) == '#' && lines.letter(end - 1) == ' ') {
                throw new Unusual();
            }
            end++;
        }
        int from = lines.at();
        lines.to(end);
        return end == from ? end : lines.trimmed(end);
    }

    /// A key in braces.
    YamlValue.Scalar keyInBrackets(int parent) {
        YamlValue.Scalar key = inBrackets(parent);
        if (!lines.isColon(lines.at(), true) || key.end() - key.start() > MAX_KEY || key.line() != lines.number()) {
            throw new Unusual();
        }
        lines.to(lines.at() + 1);
        return key;
    }

    private YamlValue.Scalar plain(int start, int end) {
        return new YamlValue.Scalar(
                lines.part(start, end), YamlValue.Quotes.NONE, lines.number(), lines.column(start), start, end);
    }

    /// True if a text without quotes may begin here.
    private boolean mayBegin() {
        if (lines.isDocumentMark()) {
            return false;
        }
        char first = lines.letter();
        int next = lines.at() + 1;
        return first == '-'
                ? next < lines.end() && Character.isLetterOrDigit(lines.letter(next))
                : INDICATORS.indexOf(first) < 0;
    }
}
