package org.zonewright.assess.risk.process;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Finding;
import org.zonewright.assess.risk.matrix.MatrixReading;
import org.zonewright.assess.risk.scenario.InitialOutcome;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.target.TargetResult;
import org.zonewright.base.Problem;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;

/// All that the states of the steps rest on. `findings` are those of the drawing and of the traffic, empty where
/// those checks were not run; `problems` those of the risk assessment; `approval` what is known of the approved
/// revision.
public record ZcrInput(
        Plant plant,
        SourceMap positions,
        MatrixReading matrix,
        List<InitialOutcome> initial,
        List<ScenarioRisk> scenarios,
        TargetResult targets,
        Optional<List<Finding>> findings,
        List<Problem> problems,
        ApprovalOutcome approval) {
    public ZcrInput {
        initial = List.copyOf(initial);
        scenarios = List.copyOf(scenarios);
        findings = findings.map(List::copyOf);
        problems = List.copyOf(problems);
    }
}
