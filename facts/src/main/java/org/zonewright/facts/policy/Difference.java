package org.zonewright.facts.policy;

import java.util.List;

/// What two configurations let through differently, as boxes that do not overlap. `gained` gets through the second and
/// not the first, `lost` the other way round; `complete` is false where there are more boxes than are listed. Rules
/// with
/// open conditions count as far as they surely accept.
public record Difference(List<Box> gained, List<Box> lost, boolean complete) {
    public Difference {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }

    public boolean isNone() {
        return gained.isEmpty() && lost.isEmpty();
    }
}
