package org.zonewright.assess.programme;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zonewright.standard.RequirementId;

/// What evidence says, requirement by requirement, and what could not be counted. `about` gives the statements about
/// one of `requirements`, the same each time.
record Statements(
        SortedSet<RequirementId> requirements,
        Function<RequirementId, List<Statement>> about,
        List<Unplaced> unplaced) {
    Statements {
        requirements = Collections.unmodifiableSortedSet(new TreeSet<>(requirements));
        unplaced = List.copyOf(unplaced);
    }

    static Statements of(List<Statement> said, List<Unplaced> unplaced) {
        TreeMap<RequirementId, List<Statement>> byRequirement =
                said.stream().collect(Collectors.groupingBy(Statement::requirement, TreeMap::new, Collectors.toList()));
        Map<RequirementId, List<Statement>> known = byRequirement;
        return new Statements(
                byRequirement.navigableKeySet(), requirement -> known.getOrDefault(requirement, List.of()), unplaced);
    }
}
