package org.zonewright.report.drawing;

import java.util.Locale;

/// A level of the Purdue order as a band of the drawing, from top to bottom. An order for the eye, never a zone.
public enum PurdueBand {
    EXTERNAL,
    /// Levels 4 and 5.
    ENTERPRISE,
    /// Level 3.5.
    DMZ,
    /// Level 3.
    OPERATIONS,
    /// Level 2.
    SUPERVISION,
    /// Level 1.
    CONTROL,
    /// Level 0.
    PROCESS;

    /// The band of a Purdue level; values between two levels belong to the upper one, 3.5 is the DMZ.
    public static PurdueBand of(double level) {
        if (level > 3.5) {
            return ENTERPRISE;
        } else if (level > 3) {
            return DMZ;
        } else if (level > 2) {
            return OPERATIONS;
        } else if (level > 1) {
            return SUPERVISION;
        }
        return level > 0 ? CONTROL : PROCESS;
    }

    /// The key of the band's name; `.level` after it gives the line below the name.
    String key() {
        return "drawing.band." + name().toLowerCase(Locale.ROOT);
    }
}
