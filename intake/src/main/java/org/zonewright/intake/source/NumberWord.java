package org.zonewright.intake.source;

/// Whole numbers as logs write them.
final class NumberWord {
    private static final int MAX_DIGITS = 18;

    private NumberWord() {}

    /// Reads decimal digits with an optional sign and fraction (which is dropped), or hexadecimal ones after `0x`.
    static long parse(String text, long fallback) {
        String word = text.strip();
        if (word.startsWith("0x") || word.startsWith("0X")) {
            return digits(word.substring(2), 16, fallback);
        }
        int end = word.indexOf('.');
        String whole = end < 0 ? word : word.substring(0, end);
        boolean negative = whole.startsWith("-");
        long value = digits(negative ? whole.substring(1) : whole, 10, fallback);
        return negative && value != fallback ? -value : value;
    }

    private static long digits(String digits, int radix, long fallback) {
        if (digits.isEmpty() || digits.length() > (radix == 16 ? 15 : MAX_DIGITS)) {
            return fallback;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0) {
                return fallback;
            }
            value = value * radix + digit;
        }
        return value;
    }
}
