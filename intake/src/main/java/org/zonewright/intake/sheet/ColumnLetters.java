package org.zonewright.intake.sheet;

import java.util.OptionalInt;

/// Columns as spreadsheet programs name them: A to Z, AA and on. In code they count from 0.
public final class ColumnLetters {
    private static final int MAX_LETTERS = 3;

    private ColumnLetters() {}

    public static String of(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /// The column of one to three letters, of either case; empty for anything else.
    public static OptionalInt column(String letters) {
        if (letters.isEmpty() || letters.length() > MAX_LETTERS) {
            return OptionalInt.empty();
        }
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            int digit = letter >= 'a' && letter <= 'z' ? letter - 'a' : letter - 'A';
            if (digit < 0 || digit > 25) {
                return OptionalInt.empty();
            }
            column = column * 26 + digit + 1;
        }
        return OptionalInt.of(column - 1);
    }
}
