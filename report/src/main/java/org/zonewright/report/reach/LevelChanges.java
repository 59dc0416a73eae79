package org.zonewright.report.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Bound;
import org.zonewright.assess.levels.Levels;
import org.zonewright.assess.levels.PlaceLevels;
import org.zonewright.assess.reach.WhatIf;
import org.zonewright.standard.FoundationalRequirement;

/// One achieved level that a change of the document moves, each as `2` or `0…2`; `–` where the place is not there.
record LevelChanges(Subject place, String requirement, String before, String after) {

    private static final String NONE = "–";

    /// True if both documents have the place.
    boolean isOfBoth() {
        return !before.equals(NONE) && !after.equals(NONE);
    }

    /// All of them, in the order of the changed document and of the FRs; places that are gone last.
    static List<LevelChanges> of(WhatIf change) {
        List<LevelChanges> all = new ArrayList<>();
        Levels was = change.was().levels();
        Levels now = change.becomes().levels();
        now.places().forEach(place -> compare(place, was.of(place), now.of(place), all));
        was.places().stream()
                .filter(place -> now.of(place).isEmpty())
                .forEach(place -> compare(place, was.of(place), Optional.empty(), all));
        return all;
    }

    private static void compare(
            Subject place, Optional<PlaceLevels> was, Optional<PlaceLevels> now, List<LevelChanges> into) {
        for (FoundationalRequirement requirement : FoundationalRequirement.values()) {
            String before =
                    was.map(levels -> span(levels.achieved(requirement))).orElse(NONE);
            String after = now.map(levels -> span(levels.achieved(requirement))).orElse(NONE);
            if (!before.equals(after)) {
                into.add(new LevelChanges(place, requirement.name(), before, after));
            }
        }
    }

    private static String span(Bound bound) {
        int evidenced = bound.evidenced().number();
        return bound.isExact()
                ? "" + evidenced
                : evidenced + "…" + bound.atMost().number();
    }
}
