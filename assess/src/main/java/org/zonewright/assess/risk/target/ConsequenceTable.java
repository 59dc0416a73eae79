package org.zonewright.assess.risk.target;

import java.util.Map;
import org.zonewright.assess.risk.matrix.Side;
import org.zonewright.plant.risk.LevelRange;
import org.zonewright.standard.SecurityLevel;

/// The levels that an impact asks for: the site's own where it sets them, our default otherwise.
public final class ConsequenceTable {
    private ConsequenceTable() {}

    /// The levels for a step of an axis, counted from 0 for the mildest. `set` is by label or number of a step;
    /// `safety`: an essential function of kind safety is hit.
    public static LevelRange range(Side impact, Map<String, LevelRange> set, boolean safety, int step) {
        return set.entrySet().stream()
                .filter(row ->
                        impact.find(row.getKey()).filter(found -> found == step).isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> LevelRange.of(usual(impact.count() - 1 - step, safety)));
    }

    private static SecurityLevel usual(int belowWorst, boolean safety) {
        return switch (belowWorst) {
            case 0 -> safety ? SecurityLevel.SL4 : SecurityLevel.SL3;
            case 1 -> SecurityLevel.SL2;
            default -> SecurityLevel.SL1;
        };
    }
}
