package org.zonewright.report.discovery;

import org.zonewright.facts.inventory.PurdueHint;

/// A Purdue level as people write it: `2`, `3.5`.
final class PurdueText {
    private PurdueText() {}

    static String of(PurdueHint hint) {
        double level = hint.level();
        return level == Math.rint(level) ? Long.toString((long) level) : Double.toString(level);
    }
}
