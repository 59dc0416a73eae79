package org.zonewright.assess.reach;

import java.util.Comparator;
import java.util.List;
import org.zonewright.standard.RequirementId.SystemId;

/// A way from a foothold to an asset or zone, step by step; empty where the foothold holds it from the start.
public record Route(List<Step> steps) {
    public Route {
        steps = List.copyOf(steps);
    }

    /// The difficulty of its hardest step, 0 to 4.
    public int difficulty() {
        return steps.stream().mapToInt(step -> step.hurdle().level()).max().orElse(0);
    }

    /// The requirements that any of its steps rests on, sorted.
    public List<SystemId> restsOn() {
        return steps.stream()
                .flatMap(step -> step.restsOn().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
