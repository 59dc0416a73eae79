package org.zonewright.report.drawing;

/// A rectangle in whole pixels; `y` grows downwards.
record Rect(int x, int y, int width, int height) {
    int right() {
        return x + width;
    }

    int bottom() {
        return y + height;
    }

    /// True if the two share more than a border.
    boolean overlaps(Rect other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    boolean contains(Rect other) {
        return x <= other.x && other.right() <= right() && y <= other.y && other.bottom() <= bottom();
    }

    Rect grownBy(int margin) {
        return new Rect(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }
}
