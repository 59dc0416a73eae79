package org.zonewright.intake.source;

/// Values as they are kept: on one line, without control characters, of a bounded length.
public final class ValueText {
    private ValueText() {}

    public static String of(String text) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), SourceLimits.MAX_VALUE));
        for (int i = 0; i < text.length() && kept.length() < SourceLimits.MAX_VALUE; i++) {
            char c = text.charAt(i);
            kept.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return kept.toString().strip();
    }
}
