package org.zonewright.assess.programme;

import java.util.List;
import java.util.SortedSet;
import org.zonewright.standard.RequirementId;

/// Statements that are judged when somebody asks.
record JudgedStatements(Statements statements, Standings judge) implements StandingTable {
    @Override
    public SortedSet<RequirementId> requirements() {
        return statements.requirements();
    }

    @Override
    public List<Standing> of(RequirementId requirement) {
        return requirements().contains(requirement)
                ? judge.of(requirement, statements.about().apply(requirement))
                : List.of();
    }
}
