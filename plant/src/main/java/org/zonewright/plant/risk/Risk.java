package org.zonewright.plant.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.id.MatrixId;
import org.zonewright.standard.LevelVector;

/// The risk assessment's inputs.
///
/// `matrix` names one of the product's matrices (`3x3`, `4x4`, `5x5`, `5x5-product`,
/// `annex-b`) or one of `matrices`; `tolerable` is
/// a level of it, or a number where its cells are numbers (ZCR 6.8). `method` derives targets where a zone, conduit
/// or scenario names none, `rules` are its settings. `baseline` is what every zone gets at least. Team, date, sources
/// and `phaReference` are
/// the record that ZCR 5.13 asks for.
public record Risk(
        Optional<MatrixId> matrix,
        Optional<String> tolerable,
        Optional<TargetMethod> method,
        TargetRules rules,
        Optional<LevelVector> baseline,
        List<RiskMatrix> matrices,
        List<InitialRisk> initial,
        List<Scenario> scenarios,
        List<Hazard> hazards,
        List<String> team,
        Optional<LocalDate> assessedOn,
        List<String> sources,
        Optional<String> phaReference) {

    public Risk {
        matrices = List.copyOf(matrices);
        initial = List.copyOf(initial);
        scenarios = List.copyOf(scenarios);
        hazards = List.copyOf(hazards);
        team = List.copyOf(team);
        sources = List.copyOf(sources);
    }
}
