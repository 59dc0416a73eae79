package org.zonewright.enforce.target;

import java.text.Normalizer;
import java.util.Locale;

/// Words of the document as they may stand in a configuration. Every target takes what comes from here as one word or
/// as one comment: there are no quotes, brackets, separators, line ends or letters beyond ASCII in it.
final class Plain {
    private static final String HARMLESS = " .,:/()+-_=@%";
    private static final int HASH_DIGITS = 8;

    private Plain() {}

    /// A text for a comment of at most `length` characters, on one line. Letters with marks lose them, everything
    /// else that is not harmless becomes `?`.
    static String comment(String text, int length) {
        StringBuilder plain = new StringBuilder();
        String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length() && plain.length() < length; i++) {
            char c = parts.charAt(i);
            if (isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                plain.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append('?');
            }
        }
        return plain.toString().strip();
    }

    /// A name of letters, digits and `marks`, of at most `length` characters (20 or more), with the first of the
    /// marks in place of everything else. Different ids give different names: one that had to be changed ends in a
    /// digest of itself.
    static String name(String id, String marks, int length) {
        char mark = marks.charAt(0);
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            plain.append(isLetterOrDigit(c) || marks.indexOf(c) >= 0 ? c : mark);
        }
        boolean isSame = plain.toString().equals(id) && id.length() <= length;
        boolean looksChanged = id.matches(".*[-_][0-9a-f]{" + HASH_DIGITS + "}");
        if (isSame && !looksChanged) {
            return plain.toString();
        }
        int kept = Math.min(plain.length(), length - HASH_DIGITS - 1);
        return plain.substring(0, kept) + mark + digest(id);
    }

    /// FNV-1a over 64 bits, folded to 32 as eight digits.
    private static String digest(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return String.format(Locale.ROOT, "%08x", (int) (hash ^ (hash >>> Integer.SIZE)));
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
