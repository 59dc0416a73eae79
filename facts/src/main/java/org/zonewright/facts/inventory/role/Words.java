package org.zonewright.facts.inventory.role;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Words to look for in what stations say of themselves, in lower case.
///
/// A word is found where no letter or digit stands before it and no letter after it, so that `rtu` is not found in
/// `virtual` but `ktp` is in `KTP700`. A word that begins or ends with a sign is bounded by it.
record Words(List<String> words) {

    /// Words separated by a comma and a space.
    static Words of(String list) {
        return new Words(Arrays.asList(list.split(", ", -1)));
    }

    boolean in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (isIn(lower, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0
                    || !Character.isLetterOrDigit(word.charAt(0))
                    || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length()
                    || !Character.isLetterOrDigit(word.charAt(word.length() - 1))
                    || !Character.isLetter(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
