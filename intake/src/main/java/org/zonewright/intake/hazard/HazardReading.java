package org.zonewright.intake.hazard;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;

/// What was read of a hazard study: `columns` say what each heading was taken for (empty: not used), `refused` counts
/// rows that could not be used, each with a problem.
public record HazardReading(List<Column> columns, List<HazardRow> rows, int refused, List<Problem> problems) {
    public HazardReading {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// A column as it was understood.
    public record Column(String heading, Optional<HazardField> field) {}
}
