package org.zonewright.report.markup;

/// Text that shows what it holds: no character that acts instead of being seen.
///
/// Control characters, half surrogate pairs, invisible characters and those that turn the direction of writing
/// (Unicode "Trojan Source") become U+FFFD; tabs and line breaks become spaces. Letters of every script stay.
public final class Printable {
    private static final int REPLACEMENT = 0xfffd;

    private Printable() {}

    /// The printable form of the text; the same object where nothing had to change.
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return rewritten(text);
            }
        }
        return text;
    }

    private static String rewritten(String text) {
        return text.codePoints()
                .map(Printable::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int shown(int c) {
        if (c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> REPLACEMENT;
            default -> c;
        };
    }
}
