package org.zonewright.report.assurance;

import java.util.List;
import org.zonewright.standard.FoundationalRequirement;

/// The seven levels of one zone or conduit, in the standard's order.
public record LevelRow(PlaceName place, List<LevelCell> cells) {

    public LevelRow {
        cells = List.copyOf(cells);
        if (cells.size() != FoundationalRequirement.values().length) {
            throw new IllegalArgumentException("a place has seven levels, not " + cells.size());
        }
    }

    public LevelCell at(FoundationalRequirement requirement) {
        return cells.get(requirement.number() - 1);
    }
}
