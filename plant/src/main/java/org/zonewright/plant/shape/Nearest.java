package org.zonewright.plant.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// Finds the word somebody probably meant.
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /// The candidate with the fewest changes from `word` (insert, delete, replace, swap neighbours; capitals do not
    /// count), the first in order of text among equals; the empty text where there is no candidate.
    public static String to(String word, Collection<String> candidates) {
        String found = word.substring(0, Math.min(word.length(), LONGEST)).toLowerCase(Locale.ROOT);
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(found, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /// The optimal string alignment distance.
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
