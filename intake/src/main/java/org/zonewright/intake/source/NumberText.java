package org.zonewright.intake.source;

import java.util.Optional;

/// Numbers in the form that other sources write them in.
public final class NumberText {
    private NumberText() {}

    /// The whole number of the text, decimal or with `0x`, else `fallback`.
    public static long whole(String text, long fallback) {
        return NumberWord.parse(text, fallback);
    }

    /// The number of hexadecimal digits, with or without `0x`.
    public static Optional<Long> hexadecimal(String digits) {
        String word = digits.strip();
        long value = NumberWord.parse(word.startsWith("0x") || word.startsWith("0X") ? word : "0x" + word, -1);
        return value < 0 ? Optional.empty() : Optional.of(value);
    }

    /// The number of the text (decimal, or with `0x`) as so many hexadecimal digits.
    public static Optional<String> hex(String text, int digits) {
        long value = NumberWord.parse(text, -1);
        return value < 0 ? Optional.empty() : Optional.of(("%0" + digits + "x").formatted(value));
    }
}
