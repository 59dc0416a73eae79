package org.zonewright.intake.list;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Headings and words of cells in a form that compares: `IP-Adresse (LAN)`, `ip_adresse` and `IP Adresse` are one.
final class HeadingText {
    private static final int MAX_SHOWN = 60;
    private static final int MAX_IN_BRACKETS = 100;
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]{0,100}\\)|\\[[^]]{0,100}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private HeadingText() {}

    /// Lower case letters and digits; umlauts spelled out, other accents gone, parts in brackets left out.
    static String key(String heading) {
        return isAscii(heading) ? asciiKey(heading) : anyKey(heading);
    }

    /// The same, letter by letter: hundreds of words are compared before the first row of a list is read.
    private static String asciiKey(String heading) {
        StringBuilder key = new StringBuilder(heading.length());
        for (int i = 0; i < heading.length(); i++) {
            char letter = heading.charAt(i);
            if (letter == '(' || letter == '[') {
                int close = heading.indexOf(letter == '(' ? ')' : ']', i);
                i = close >= 0 && close - i - 1 <= MAX_IN_BRACKETS ? close : i;
            } else if (letter >= 'A' && letter <= 'Z') {
                key.append((char) (letter + ('a' - 'A')));
            } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
                key.append(letter);
            }
        }
        return key.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String anyKey(String heading) {
        return plain(IN_BRACKETS.matcher(heading).replaceAll(" "))
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /// The heading as part of an attribute's id: lower case, words joined by hyphens.
    static String slug(String heading) {
        String joined = plain(heading)
                .codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "-")
                .collect(Collectors.joining());
        return joined.replaceAll("-+", "-").replaceAll("^-|-$", "");
    }

    /// A text as problems show it.
    static String shortened(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    private static String plain(String text) {
        String spelled = text.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return isAscii(spelled)
                ? spelled
                : MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD))
                        .replaceAll("");
    }
}
