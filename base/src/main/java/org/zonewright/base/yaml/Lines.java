package org.zonewright.base.yaml;

/// A text and the place in it that is read next. Mutable; one thread.
final class Lines {
    private final String text;
    private int line;
    private int start;
    /// The end of the line without what is blank there.
    private int end;
    /// The next letter to look at; the end of the text after the last.
    private int at;

    Lines(String text) {
        this.text = text;
        measure();
        toContent();
    }

    int at() {
        return at;
    }

    /// The number of the line, from 1.
    int number() {
        return line + 1;
    }

    /// Blanks and letters of the line before the place.
    int indent() {
        return at - start;
    }

    /// The column of an offset of this line, from 1.
    int column(int offset) {
        return offset - start + 1;
    }

    int end() {
        return end;
    }

    void to(int offset) {
        at = offset;
    }

    char letter() {
        return text.charAt(at);
    }

    char letter(int offset) {
        return text.charAt(offset);
    }

    String part(int from, int to) {
        return text.substring(from, to);
    }

    boolean hasMore() {
        return at < text.length();
    }

    /// True if nothing or a comment follows on this line.
    boolean isAtEnd() {
        return at >= end || (letter() == '#' && (at == start || text.charAt(at - 1) == ' '));
    }

    /// True if a letter follows on this line, be it that of a comment.
    boolean hasLetter() {
        return at < end;
    }

    /// True for the sign of an item of a list.
    boolean isHyphen() {
        return letter() == '-' && (at + 1 >= end || text.charAt(at + 1) == ' ');
    }

    /// True for a colon that ends a key: before a blank or the end of the line, in brackets before their signs too.
    boolean isColon(int offset, boolean inBrackets) {
        if (offset >= end || text.charAt(offset) != ':') {
            return false;
        }
        if (offset + 1 == end) {
            return true;
        }
        char next = text.charAt(offset + 1);
        return next == ' ' || (inBrackets && isBracket(next));
    }

    static boolean isBracket(char letter) {
        return letter == ',' || letter == '[' || letter == ']' || letter == '{' || letter == '}';
    }

    /// The first colon of this line from an offset on that ends a key; -1 if none does.
    int colon(int from) {
        int found = text.indexOf(": ", from, end);
        return found < 0 && end > from && text.charAt(end - 1) == ':' ? end - 1 : found;
    }

    /// Where the blank before a comment of this line is, from an offset on; -1 if there is no comment.
    int comment(int from) {
        return text.indexOf(" #", from, end);
    }

    /// The offset of the quote that ends a text of this line whose first letter is at `from`; -1 if none does.
    int closing(char quote, int from) {
        int close = text.indexOf(quote, from, end);
        while (close >= 0 && quote == '\'' && close + 1 < end && text.charAt(close + 1) == quote) {
            close = text.indexOf(quote, close + 2, end); // two single quotes stand for one
        }
        return close;
    }

    /// An offset without the blanks before it.
    int trimmed(int offset) {
        int from = offset;
        while (text.charAt(from - 1) == ' ') {
            from--;
        }
        return from;
    }

    boolean isDocumentMark() {
        return at == start && (text.startsWith("---", at) || text.startsWith("...", at));
    }

    void skipBlanks() {
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// Goes to the next line that has more than a comment; nothing but a comment may be left of this one.
    void endLine() {
        skipBlanks();
        if (!isAtEnd()) {
            throw new Unusual();
        }
        nextContent();
    }

    /// Goes to the next line that has more than a comment.
    void nextContent() {
        nextLine();
        toContent();
    }

    /// Goes to the next line that has more than a comment, if this one has not.
    void toContent() {
        while (hasMore() && (at >= end || letter() == '#')) {
            nextLine();
        }
    }

    void nextLine() {
        int newline = text.indexOf('\n', start);
        start = newline < 0 ? text.length() : newline + 1;
        line++;
        measure();
    }

    /// Finds the end of the line and its first letter that is not blank.
    private void measure() {
        int newline = text.indexOf('\n', start);
        end = newline < 0 ? text.length() : newline;
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        at = start;
        skipBlanks();
    }
}
