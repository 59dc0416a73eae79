package org.zonewright.intake.list;

/// What became of a row.
public enum RowOutcome {
    /// It has an address and became facts.
    USABLE,
    /// It describes a device without an address.
    UNPLACED,
    /// It repeats another row or the headings.
    REFUSED
}
