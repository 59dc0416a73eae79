package org.zonewright.assess.programme;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.zonewright.standard.RequirementId;

/// How every requirement of which evidence speaks stands, at every place. A standing is judged when it is asked for,
/// and comes out the same each time; asking costs about a microsecond a piece of evidence.
public final class StandingTable {
    private final Statements statements;
    private final Standings judge;

    StandingTable(Statements statements, Standings judge) {
        this.statements = statements;
        this.judge = judge;
    }

    /// The requirements of which evidence speaks.
    public SortedSet<RequirementId> requirements() {
        return statements.requirements();
    }

    /// How one requirement stands, by place; empty where no evidence speaks of it.
    public List<Standing> of(RequirementId requirement) {
        return statements.requirements().contains(requirement)
                ? judge.of(requirement, statements.about().apply(requirement))
                : List.of();
    }

    /// All standings, by requirement and then by place.
    public Stream<Standing> all() {
        return requirements().stream().flatMap(requirement -> of(requirement).stream());
    }
}
