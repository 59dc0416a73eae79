package org.zonewright.assess.risk.target;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.assess.Subject;
import org.zonewright.base.Problem;
import org.zonewright.standard.LevelVector;

/// The targets of all zones of the SUC and of the conduits that join one, what each scenario asks for, and what is
/// wrong with the inputs.
public record TargetResult(
        SortedMap<Subject, SubjectTarget> targets, List<ScenarioDemand> demands, List<Problem> problems) {
    public TargetResult {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        demands = List.copyOf(demands);
        problems = List.copyOf(problems);
    }

    /// The vectors alone.
    public SortedMap<Subject, LevelVector> vectors() {
        SortedMap<Subject, LevelVector> vectors = new TreeMap<>();
        targets.forEach((subject, target) -> vectors.put(subject, target.vector()));
        return vectors;
    }
}
