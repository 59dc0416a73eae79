package org.zonewright.plant;

/// A level of the Purdue model, for drawing and for hints; it decides nothing by itself.
public enum PurdueLevel implements Word {
    L0("0"),
    L1("1"),
    L2("2"),
    L3("3"),
    L3_5("3.5"),
    L4("4"),
    L5("5");

    private final String word;

    PurdueLevel(String word) {
        this.word = word;
    }

    /// The number as it is drawn: `0` to `5`, and `3.5` for the DMZ.
    @Override
    public String word() {
        return word;
    }
}
