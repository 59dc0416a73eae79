package org.zonewright.report.drawing;

import org.zonewright.report.drawing.ConduitLine.State;

/// Colours and pens of the sheet: grey first, colour only where it says something.
final class Ink {
    static final String BLACK = "#111827";
    static final String DARK = "#374151";
    static final String GREY = "#6b7280";
    static final String LINE = "#9ca3af";
    static final String HAIR = "#d1d5db";
    static final String PLATE = "#f5f6f8";
    static final String HEADER = "#e8ebef";
    static final String PAPER = "#ffffff";
    static final String RED = "#b91c1c";
    static final String AMBER = "#b45309";
    static final String BLUE = "#1d4ed8";
    static final String GREEN = "#166534";

    /// How a line of one state is drawn; `dash` is empty for a solid line.
    record Pen(String colour, String width, String dash) {}

    private Ink() {}

    static Pen pen(State state) {
        return switch (state) {
            case APPROVED -> new Pen(DARK, "1.6", "");
            case APPROVED_UNSEEN -> new Pen(LINE, "1.3", "");
            case OBSERVED -> new Pen(BLUE, "1.5", "7 3");
            case UNDECLARED -> new Pen(RED, "2.2", "");
            case REMOVAL_CANDIDATE -> new Pen(AMBER, "2", "3 3");
        };
    }

    static String badge(ZoneBox.Badge badge) {
        return switch (badge) {
            case SAFETY -> GREEN;
            case TEMPORARY, WIRELESS, EXTERNAL -> AMBER;
        };
    }
}
