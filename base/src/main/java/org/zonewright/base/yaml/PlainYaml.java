package org.zonewright.base.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the part of YAML that people write every day: mappings and lists in blocks, in brackets and in braces, texts
/// with and without quotes, folded lines, comments.
///
/// It answers only where it is sure. Whatever is rarer (anchors, tags, escapes, literal blocks, keys without a value,
/// blank lines within a text, tabs, several documents) or wrong gives nothing, and the caller asks a complete parser,
/// which also says what is wrong. What it answers is what that parser would: tests hold both against each other.
///
/// Written for the first second of a JVM: it goes from line to line and looks at single letters only where it must.
/// Mutable; one thread; one text.
public final class PlainYaml {
    /// Longer texts are left to a parser that counts what it makes.
    private static final int MAX_CHARACTERS = 4 << 20;

    private static final int PIECE = 64;
    private static final int MAX_DEPTH = 30;
    private static final int NO_PARENT = -1;

    private final Lines lines;
    private final Scalars scalars;
    private int depth;

    private PlainYaml(String text) {
        lines = new Lines(text);
        scalars = new Scalars(lines);
    }

    /// The document in `text`; empty where a complete parser is to be asked.
    public static Optional<YamlValue> parse(String text) {
        try {
            return isOrdinary(text) ? Optional.of(new PlainYaml(text).document()) : Optional.empty();
        } catch (Unusual _) {
            return Optional.empty();
        }
    }

    /// True if all letters stand for themselves and take one `char` each. Piece by piece, since the JVM compiles what
    /// is
    /// called often sooner than what loops long.
    private static boolean isOrdinary(String text) {
        boolean ordinary = text.length() <= MAX_CHARACTERS;
        for (int from = 0; ordinary && from < text.length(); from += PIECE) {
            ordinary = isOrdinary(text, from, Math.min(text.length(), from + PIECE));
        }
        return ordinary;
    }

    private static boolean isOrdinary(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            boolean ordinary = letter < 0x7F
                    ? letter >= ' ' || letter == '\n'
                    : letter >= 0xA0 && letter < 0xD800 && letter != '\u2028' && letter != '\u2029';
            if (!ordinary) {
                return false;
            }
        }
        return true;
    }

    private YamlValue document() {
        if (!lines.hasMore() || lines.indent() != 0) {
            throw new Unusual();
        }
        YamlValue root = block(NO_PARENT);
        boolean isBlock = (root instanceof YamlValue.Mapping mapping && !mapping.flow())
                || (root instanceof YamlValue.Sequence sequence && !sequence.flow());
        if (!isBlock || lines.hasMore()) {
            throw new Unusual();
        }
        return root;
    }

    /// A value that begins a line or follows a hyphen, so that it may be a block. `parent` is the column of the block
    /// that it is in, from 0. The place is at the next content then.
    private YamlValue block(int parent) {
        deeper();
        YamlValue value;
        if (lines.isHyphen()) {
            value = sequence();
        } else {
            Optional<YamlValue.Scalar> key = scalars.key();
            value = key.isPresent() ? mapping(key.get()) : inline(parent);
        }
        depth--;
        return value;
    }

    private YamlValue sequence() {
        int line = lines.number();
        int start = lines.at();
        int column = lines.indent();
        List<YamlValue> items = new ArrayList<>();
        do {
            lines.to(lines.at() + 1);
            lines.skipBlanks();
            if (lines.isAtEnd()) {
                lines.nextContent();
                if (!lines.hasMore() || lines.indent() <= column) {
                    throw new Unusual(); // an item without a value
                }
            }
            items.add(block(column));
        } while (continues(column) && lines.isHyphen());
        return new YamlValue.Sequence(
                items, false, line, column + 1, start, items.getLast().end());
    }

    private YamlValue mapping(YamlValue.Scalar first) {
        int column = first.column() - 1;
        List<YamlValue.Entry> entries = new ArrayList<>();
        entries.add(new YamlValue.Entry(first, valueOf(column)));
        while (continues(column) && !lines.isHyphen()) {
            YamlValue.Scalar key = scalars.key().orElseThrow(Unusual::new);
            entries.add(new YamlValue.Entry(key, valueOf(column)));
        }
        return new YamlValue.Mapping(
                entries,
                false,
                first.line(),
                first.column(),
                first.start(),
                entries.getLast().value().end());
    }

    /// The value of the key before the place, in a mapping of that column.
    private YamlValue valueOf(int column) {
        lines.skipBlanks();
        if (!lines.isAtEnd()) {
            if (lines.isHyphen()) {
                throw new Unusual();
            }
            return inline(column);
        }
        lines.nextContent();
        boolean below = lines.hasMore() && (lines.indent() > column || (lines.indent() == column && lines.isHyphen()));
        if (!below) {
            throw new Unusual(); // a key without a value
        }
        return block(column);
    }

    /// True if the next line goes on in a block of that column; a line between two columns belongs to no block.
    private boolean continues(int column) {
        if (!lines.hasMore() || lines.indent() < column) {
            return false;
        }
        if (lines.indent() > column) {
            throw new Unusual();
        }
        return true;
    }

    /// A value that is no block. The place is at the next content then.
    private YamlValue inline(int parent) {
        char first = lines.letter();
        if (first != '[' && first != '{' && !Scalars.isQuote(first)) {
            return scalars.folded(parent);
        }
        YamlValue value = inBrackets(parent);
        lines.endLine();
        return value;
    }

    private YamlValue inBrackets(int parent) {
        char first = lines.letter();
        if (first != '[' && first != '{') {
            return scalars.inBrackets(parent);
        }
        deeper();
        YamlValue value = first == '[' ? flowSequence(parent) : flowMapping(parent);
        depth--;
        return value;
    }

    private YamlValue flowSequence(int parent) {
        int start = lines.at();
        int line = lines.number();
        int column = lines.column(start);
        List<YamlValue> items = new ArrayList<>();
        lines.to(start + 1);
        skipInBrackets(parent);
        while (lines.letter() != ']') {
            items.add(inBrackets(parent));
            toNext(']', parent);
        }
        lines.to(lines.at() + 1);
        return new YamlValue.Sequence(items, true, line, column, start, lines.at());
    }

    private YamlValue flowMapping(int parent) {
        int start = lines.at();
        int line = lines.number();
        int column = lines.column(start);
        List<YamlValue.Entry> entries = new ArrayList<>();
        lines.to(start + 1);
        skipInBrackets(parent);
        while (lines.letter() != '}') {
            YamlValue.Scalar key = scalars.keyInBrackets(parent);
            skipInBrackets(parent);
            entries.add(new YamlValue.Entry(key, inBrackets(parent)));
            toNext('}', parent);
        }
        lines.to(lines.at() + 1);
        return new YamlValue.Mapping(entries, true, line, column, start, lines.at());
    }

    /// Goes on to the next value in brackets, or to the sign that closes them.
    private void toNext(char close, int parent) {
        skipInBrackets(parent);
        if (lines.letter() == close) {
            return;
        }
        if (lines.letter() != ',') {
            throw new Unusual();
        }
        lines.to(lines.at() + 1);
        skipInBrackets(parent);
        if (lines.letter() == close) {
            throw new Unusual(); // nothing after a comma
        }
    }

    /// Skips blanks, comments and line ends in brackets; there is something behind them.
    private void skipInBrackets(int parent) {
        lines.skipBlanks();
        while (lines.isAtEnd()) {
            lines.nextContent();
            if (!lines.hasMore() || lines.indent() <= parent) {
                throw new Unusual();
            }
        }
    }

    private void deeper() {
        if (++depth > MAX_DEPTH) {
            throw new Unusual();
        }
    }
}
