package org.zonewright.report.assurance;

import java.util.Locale;
import org.zonewright.report.drawing.Canvas;
import org.zonewright.report.drawing.Canvas.Face;
import org.zonewright.report.drawing.Rect;

/// What the pictures of this package share: the frame of an SVG, colours, and the marks that say a state without
/// colour.
final class Picture {
    private static final String FONTS = "Arial, Helvetica, 'Liberation Sans', Arimo, 'Nimbus Sans', sans-serif";

    static final String INK = "#111827";
    static final String DARK = "#374151";
    static final String GREY = "#4b5563";
    static final String LINE = "#9ca3af";
    static final String HAIR = "#d1d5db";
    static final String TEAL = "#0f766e";
    static final String BLUE = "#1d4ed8";
    static final String RED = "#991b1b";

    static final Face NAME = new Face(12, true, INK);
    static final Face BODY = new Face(11, false, DARK);
    static final Face SMALL = new Face(9.5, false, GREY);

    /// How a state is painted: fill, ink of text and mark, border and its dashes.
    record Paint(String fill, String ink, String border, String dash) {}

    private Picture() {}

    static Paint paint(LevelCell.State state) {
        return switch (state) {
            case NO_TARGET -> new Paint("#ffffff", GREY, HAIR, "");
            case REACHED -> new Paint("#cfe9e5", "#134e4a", "#5eaaa2", "");
            case NO_EVIDENCE -> new Paint("#e5e7eb", INK, "#6b7280", "4 3");
            case FAILED, CONTRADICTED -> new Paint("#fbd5d5", "#7f1d1d", RED, "");
        };
    }

    /// The key of the word for a state.
    static String key(LevelCell.State state) {
        return "picture.state." + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Opens the picture; the caller closes it.
    static void open(Canvas canvas, int width, int height, String title) {
        canvas.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + width + " " + height,
                "width",
                String.valueOf(width),
                "height",
                String.valueOf(height),
                "font-family",
                FONTS,
                "role",
                "img");
        canvas.tooltip(title);
        canvas.rect(new Rect(0, 0, width, height), "#ffffff", "none");
    }

    /// Draws the mark of a state in a square of 11 pixels: a tick, a question, a cross, a broken line.
    static void mark(Canvas canvas, LevelCell.State state, int x, int y) {
        String ink = paint(state).ink();
        String data =
                switch (state) {
                    case NO_TARGET -> "M" + (x + 2) + " " + (y + 6) + "h7";
                    case REACHED -> "M" + (x + 1) + " " + (y + 6) + "l3.5 4 6-8.5";
                    case NO_EVIDENCE ->
                        "M" + (x + 2.5) + " " + (y + 3.5) + "c0-4 6.5-4 6.5 0c0 2.5-3.2 2.2-3.2 4.6M" + (x + 5.8) + " "
                                + (y + 9.6) + "v1.4";
                    case FAILED -> "M" + (x + 1.5) + " " + (y + 1.5) + "l8 8M" + (x + 9.5) + " " + (y + 1.5) + "l-8 8";
                    case CONTRADICTED ->
                        "M" + (x + 1) + " " + (y + 4) + "h9M" + (x + 1) + " " + (y + 7.5) + "h9M" + (x + 8) + " "
                                + (y + 0.5) + "l-5 10.5";
                };
        canvas.path(data, "fill", "none", "stroke", ink, "stroke-width", "1.6");
    }
}
