package org.zonewright.intake.list;

/// How the rows with text below the headings were taken: every one is usable, unplaced or refused. `empty` rows
/// between them are counted apart.
public record RowCounts(int usable, int unplaced, int refused, int empty) {
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    public int rows() {
        return usable + unplaced + refused;
    }

    RowCounts plus(RowCounts other) {
        return new RowCounts(
                usable + other.usable, unplaced + other.unplaced, refused + other.refused, empty + other.empty);
    }

    RowCounts plus(RowOutcome outcome) {
        return switch (outcome) {
            case USABLE -> new RowCounts(usable + 1, unplaced, refused, empty);
            case UNPLACED -> new RowCounts(usable, unplaced + 1, refused, empty);
            case REFUSED -> new RowCounts(usable, unplaced, refused + 1, empty);
        };
    }

    RowCounts plusEmpty(int rows) {
        return new RowCounts(usable, unplaced, refused, empty + rows);
    }
}
