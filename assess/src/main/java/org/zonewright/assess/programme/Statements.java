package org.zonewright.assess.programme;

import java.util.List;

/// What evidence says, one requirement at a time, and what could not be counted.
public record Statements(List<Statement> said, List<Unplaced> unplaced) {
    public Statements {
        said = List.copyOf(said);
        unplaced = List.copyOf(unplaced);
    }
}
