package org.zonewright.report.assurance;

import java.util.List;
import java.util.Optional;

/// What an assessment against the plant document concluded, for the report. Lists come in the order in which they are
/// shown; an empty one means that the document gives nothing to conclude from, which its section then says.
public record Assurance(
        List<LevelRow> levels,
        List<GapRow> gaps,
        List<Contradiction> contradictions,
        Optional<RiskGrid> risk,
        List<StepRow> steps,
        List<CoverageRow> coverage) {

    /// Nothing could be concluded.
    public static final Assurance NOTHING =
            new Assurance(List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of());

    public Assurance {
        levels = List.copyOf(levels);
        gaps = List.copyOf(gaps);
        contradictions = List.copyOf(contradictions);
        steps = List.copyOf(steps);
        coverage = List.copyOf(coverage);
    }
}
