package org.zonewright.intake.list;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/// Headings and words of cells in a form that compares: `IP-Adresse (LAN)`, `ip_adresse` and `IP Adresse` are one.
final class HeadingText {
    private static final int MAX_SHOWN = 60;

    private HeadingText() {}

    /// Lower case letters and digits; umlauts spelled out, other accents gone, parts in brackets left out.
    static String key(String heading) {
        return plain(heading.replaceAll("\\([^)]{0,100}\\)|\\[[^]]{0,100}]", " "))
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
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }
}
