package org.zonewright.assess.risk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.hazard.HazardOutcome;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.assess.risk.process.ApprovalOutcome;
import org.zonewright.assess.risk.process.ZcrStep;
import org.zonewright.assess.risk.scenario.InitialOutcome;
import org.zonewright.assess.risk.scenario.RiskPicture;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.scenario.ThreatProposal;
import org.zonewright.assess.risk.target.ScenarioDemand;
import org.zonewright.assess.risk.target.SubjectTarget;
import org.zonewright.assess.risk.target.TargetResult;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.standard.LevelVector;

/// The risk assessment of one document at one time. `scenarios` are in the document's order, `steps` are all of the
/// catalogue in its order, `problems` in the order of places.
public record RiskResult(
        Instant at,
        Optional<Matrix> matrix,
        Optional<Tolerance> tolerable,
        List<InitialOutcome> initial,
        List<ScenarioRisk> scenarios,
        Optional<RiskPicture> picture,
        TargetResult target,
        List<ThreatProposal> proposals,
        List<HazardOutcome> hazards,
        ApprovalOutcome approval,
        List<ZcrStep> steps,
        List<Problem> problems) {
    public RiskResult {
        initial = List.copyOf(initial);
        scenarios = List.copyOf(scenarios);
        proposals = List.copyOf(proposals);
        hazards = List.copyOf(hazards);
        steps = List.copyOf(steps);
        problems = problems.stream().sorted(Problem.ORDER).toList();
    }

    /// SL-T of every zone of the SUC and every conduit that joins one, with what drives each entry.
    public SortedMap<Subject, SubjectTarget> targets() {
        return target.targets();
    }

    /// The vectors of [#targets()] alone.
    public SortedMap<Subject, LevelVector> vectors() {
        return target.vectors();
    }

    /// What each scenario asks for.
    public List<ScenarioDemand> demands() {
        return target.demands();
    }

    /// True if a risk above the line is not accepted, or an input is wrong: the run ends with exit 1.
    public boolean isOpen() {
        return scenarios.stream().anyMatch(scenario -> scenario.state().counts())
                || problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
