package org.zonewright.report.drawing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// How wide text becomes, without asking a font: advance widths of Arial, Helvetica and Liberation Sans (which agree)
/// with a reserve, so that a reader's nearest font fits too. Widths are in the unit of the font size.
public final class FontWidths {
    private static final double RESERVE = 1.06;
    private static final int LONGEST = 400;

    /// In thousandths of the font size, for U+0020 to U+007E.
    private static final int[] REGULAR = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };
    private static final int[] BOLD = {
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
        611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584
    };

    private FontWidths() {}

    public static double width(String text, double size, boolean bold) {
        double width = 0;
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            width += width(c, bold);
            i += Character.charCount(c);
        }
        return width * size * RESERVE / 1000;
    }

    /// The text, or its beginning and an ellipsis, in at most this width; empty where not even that fits.
    public static String shorten(String text, double size, boolean bold, double width) {
        String start = text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST))
                : text;
        if (start.length() == text.length() && width(text, size, bold) <= width) {
            return text;
        }
        int end = start.length();
        while (end > 0) {
            end = start.offsetByCodePoints(end, -1);
            String shorter = start.substring(0, end).stripTrailing() + "…";
            if (width(shorter, size, bold) <= width) {
                return shorter;
            }
        }
        return "";
    }

    /// The text in lines of at most this width, broken between words; a word that is too long stands alone.
    public static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +", -1)) {
            if (!line.isEmpty() && width(line + " " + word, size, false) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x7f);
    }

    private static int width(int c, boolean bold) {
        if (c >= ' ' && c <= '~') {
            return (bold ? BOLD : REGULAR)[c - ' '];
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            case Character.LOWERCASE_LETTER -> c < 0x250 ? 640 : 900;
            case Character.UPPERCASE_LETTER -> c < 0x250 ? 1000 : 1050;
            case Character.DASH_PUNCTUATION, Character.OTHER_PUNCTUATION -> 1000;
            default -> c < 0x2000 ? 1000 : 1150;
        };
    }
}
