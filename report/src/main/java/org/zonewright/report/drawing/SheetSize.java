package org.zonewright.report.drawing;

/// A landscape sheet of ISO 216 at four pixels a millimetre, and how its room is divided: a frame, the drawing on the
/// left with a heading above it, and a panel on the right.
enum SheetSize {
    A3(420, 297),
    A2(594, 420),
    A1(841, 594),
    A0(1189, 841);

    static final int PIXELS_A_MILLIMETRE = 4;
    static final int PANEL = 400;
    private static final int FRAME = 40;
    private static final int GUTTER = 18;
    private static final int HEADING = 62;

    final int widthMillimetres;
    final int heightMillimetres;

    SheetSize(int widthMillimetres, int heightMillimetres) {
        this.widthMillimetres = widthMillimetres;
        this.heightMillimetres = heightMillimetres;
    }

    int width() {
        return widthMillimetres * PIXELS_A_MILLIMETRE;
    }

    int height() {
        return heightMillimetres * PIXELS_A_MILLIMETRE;
    }

    Rect frame() {
        return new Rect(FRAME, FRAME, width() - 2 * FRAME, height() - 2 * FRAME);
    }

    Rect heading() {
        return new Rect(FRAME + GUTTER, FRAME, width() - 2 * FRAME - PANEL - 2 * GUTTER, HEADING);
    }

    Rect drawing() {
        return new Rect(
                FRAME + GUTTER,
                FRAME + HEADING,
                width() - 2 * FRAME - PANEL - 2 * GUTTER,
                height() - 2 * FRAME - HEADING - GUTTER);
    }

    Rect panel() {
        return new Rect(width() - FRAME - PANEL, FRAME, PANEL, height() - 2 * FRAME);
    }
}
