package org.zonewright.report.drawing;

/// How a layout uses its room: about how wide a row may become, how many rows of assets a box has for each column of
/// them, the widest room for one asset, and how many pixels beyond the least lie between zones.
record Shape(int rowWidth, double cellsHigh, int widestCell, int looseness) {
    Shape wrappedAt(int pixels) {
        return new Shape(pixels, cellsHigh, widestCell, looseness);
    }

    Shape looser(int pixels) {
        return new Shape(rowWidth, cellsHigh, widestCell, pixels);
    }
}
