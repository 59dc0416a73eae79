package org.zonewright.assess.levels;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.zonewright.assess.RequirementState;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.LevelledRequirement;

/// The level of an FR from the states of its items: the highest n for which everything up to n holds.
final class BoundFinder {
    private BoundFinder() {}

    /// @param items the items' numbers, of one FR
    /// @param entry the catalogue's entry of a number
    /// @param state the state of a number
    static Bound find(
            FoundationalRequirement requirement,
            int[] items,
            IntFunction<? extends LevelledRequirement> entry,
            IntFunction<RequirementState> state) {
        SecurityLevel evidenced = SecurityLevel.SL4;
        SecurityLevel atMost = SecurityLevel.SL4;
        for (int item : items) {
            RequirementState now = state.apply(item);
            SecurityLevel below = below(entry.apply(item).firstLevel());
            if (!now.holds()) {
                evidenced = SecurityLevel.min(evidenced, below);
            }
            if (now.failed()) {
                atMost = SecurityLevel.min(atMost, below);
            }
        }
        List<RequirementId> cappedBy = new ArrayList<>();
        List<RequirementId> missing = new ArrayList<>();
        SecurityLevel lowestSame = SecurityLevel.SL0;
        for (int item : items) {
            SecurityLevel first = entry.apply(item).firstLevel();
            RequirementState now = state.apply(item);
            if (evidenced.isAtLeast(first)) {
                lowestSame = SecurityLevel.max(lowestSame, first);
            }
            if (now.failed() && below(first) == atMost) {
                cappedBy.add(entry.apply(item).id());
            }
            if (now == RequirementState.NO_EVIDENCE && below(first) == evidenced) {
                missing.add(entry.apply(item).id());
            }
        }
        return new Bound(requirement, evidenced, lowestSame, atMost, cappedBy, missing);
    }

    private static SecurityLevel below(SecurityLevel level) {
        return SecurityLevel.ofNumber(level.number() - 1).orElse(SecurityLevel.SL0);
    }
}
