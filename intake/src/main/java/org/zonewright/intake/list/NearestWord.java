package org.zonewright.intake.list;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The known word that a mistyped one is closest to, by the number of letters to change (Levenshtein).
final class NearestWord {
    private static final int MAX_LENGTH = 64;

    private NearestWord() {}

    /// The nearest of `known`, the first of equals; `known` is not empty.
    static String of(String word, List<String> known) {
        String shortened =
                word.substring(0, Math.min(word.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(shortened, candidate.toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }

    private static int distance(String one, String two) {
        int[] row = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= two.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[two.length()];
    }
}
