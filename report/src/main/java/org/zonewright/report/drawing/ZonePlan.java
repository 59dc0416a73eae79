package org.zonewright.report.drawing;

import java.util.List;

/// A zone with its size and, once placed, its place. A zone is a column (header and asset cells) with its sub-zones
/// to the right of it. Mutable while a layout is made; one thread.
final class ZonePlan {
    static final int PADDING = 9;
    static final int CELL_HEIGHT = 18;
    static final int PORT_GAP = 45;
    static final int PORT_MARGIN = 24;
    private static final int LEAST_CELL = 86;
    private static final int AROUND_LABEL = 26;
    private static final int WARNING = 16;
    private static final int LEAST_COLUMN = 196;
    private static final int MOST_FOR_NAME = 270;
    private static final int HEADER = 60;
    private static final int BADGES = 19;
    private static final int MOST_ASSETS = 40;
    private static final int INSET = 14;
    /// Above and below a sub-zone: room for its tags inside the parent.
    private static final int INSET_HIGH = 36;

    private final ZoneBox zone;
    private final List<ZonePlan> children;
    private final Shape shape;
    private int portsAbove;
    private int portsBelow;
    private int cellWidth;
    private int gridColumns;
    private int columnWidth;
    private int width;
    private int height;
    private Rect place = new Rect(0, 0, 0, 0);

    ZonePlan(ZoneBox zone, List<ZonePlan> children, Shape shape) {
        this.zone = zone;
        this.shape = shape;
        this.children = List.copyOf(children);
    }

    void countPort(boolean below) {
        if (below) {
            portsBelow++;
        } else {
            portsAbove++;
        }
    }

    /// Works out the size of this zone and of all in it, after the ports were counted.
    void measure() {
        children.forEach(ZonePlan::measure);
        int ports = Math.max(portsAbove, portsBelow);
        int forPorts = ports == 0 ? 0 : (ports - 1) * PORT_GAP + 2 * PORT_MARGIN;
        int forGrid = (int) Math.ceil(Math.sqrt(cells() / shape.cellsHigh()));
        double name = FontWidths.width(zone.name(), Canvas.Face.NAME.size(), true) + 2 * PADDING + 2;
        int forName = Math.clamp((int) Math.ceil(name), LEAST_COLUMN, MOST_FOR_NAME);
        columnWidth = Math.max(Math.max(forName, forPorts), forGrid * cellWidth() + 2 * PADDING);
        int most = Math.max(1, (columnWidth - 2 * PADDING) / cellWidth());
        gridColumns = cells() <= 4 ? 1 : Math.min(most, cells());
        gridColumns = Math.ceilDiv(cells(), Math.max(1, gridRows()));
        gridColumns = Math.max(1, gridColumns);
        width = columnWidth;
        height = headerHeight() + gridRows() * CELL_HEIGHT + (cells() > 0 ? 2 * PADDING : 4);
        for (ZonePlan child : children) {
            width += child.width + INSET;
            height = Math.max(height, child.height + 2 * INSET_HIGH);
        }
        width += children.isEmpty() ? 0 : INSET;
    }

    /// Puts this zone and all in it, stretched to the given height.
    void placeAt(int x, int y, int stretchedHeight) {
        place = new Rect(x, y, width, stretchedHeight);
        int childX = x + columnWidth + INSET;
        for (ZonePlan child : children) {
            child.placeAt(childX, y + INSET_HIGH, stretchedHeight - 2 * INSET_HIGH);
            childX += child.width + INSET;
        }
    }

    ZoneBox zone() {
        return zone;
    }

    List<ZonePlan> children() {
        return children;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Rect place() {
        return place;
    }

    /// The zone's own part of its box: header, cells and ports.
    Rect column() {
        return new Rect(place.x(), place.y(), columnWidth, place.height());
    }

    int headerHeight() {
        return HEADER + (zone.badges().isEmpty() ? 0 : BADGES);
    }

    /// How many assets are drawn one by one; the rest is a cell that counts them.
    int assetsShown() {
        return zone.assetCount() == zone.assets().size() && zone.assetCount() <= MOST_ASSETS
                ? zone.assetCount()
                : Math.min(zone.assets().size(), MOST_ASSETS - 1);
    }

    int assetsLeftOut() {
        return zone.assetCount() - assetsShown();
    }

    /// The place of a cell of the grid, filled column by column.
    Rect cell(int index) {
        int cellWidth = (columnWidth - 2 * PADDING) / gridColumns;
        return new Rect(
                place.x() + PADDING + index / gridRows() * cellWidth,
                place.y() + headerHeight() + PADDING + index % gridRows() * CELL_HEIGHT,
                cellWidth,
                CELL_HEIGHT);
    }

    /// Wide enough for the longest label, within reason.
    private int cellWidth() {
        if (cellWidth > 0) {
            return cellWidth;
        }
        double longest = 0;
        for (int i = 0; i < assetsShown(); i++) {
            ZoneBox.AssetMark asset = zone.assets().get(i);
            double label = FontWidths.width(asset.label(), Canvas.Face.BODY.size(), false);
            longest = Math.max(longest, label + (asset.warning() ? WARNING : 0));
        }
        cellWidth = Math.clamp((int) Math.ceil(longest) + AROUND_LABEL, LEAST_CELL, shape.widestCell());
        return cellWidth;
    }

    private int cells() {
        return assetsShown() + (assetsLeftOut() > 0 ? 1 : 0);
    }

    private int gridRows() {
        return Math.ceilDiv(cells(), Math.max(1, gridColumns));
    }
}
