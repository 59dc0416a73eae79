package org.zonewright.assess.programme;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.zonewright.standard.RequirementId;

/// How every requirement of which evidence speaks stands, at every place. A standing is judged when it is asked for,
/// and comes out the same each time; asking costs about a microsecond a piece of evidence.
public interface StandingTable {
    /// The requirements of which evidence speaks.
    SortedSet<RequirementId> requirements();

    /// How one requirement stands, by place; empty where no evidence speaks of it.
    List<Standing> of(RequirementId requirement);

    /// All standings, by requirement and then by place.
    default Stream<Standing> all() {
        return requirements().stream().flatMap(requirement -> of(requirement).stream());
    }
}
