package org.zonewright.assess.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.risk.hazard.HazardReview;
import org.zonewright.assess.risk.matrix.Matrices;
import org.zonewright.assess.risk.matrix.MatrixReading;
import org.zonewright.assess.risk.process.ApprovalOutcome;
import org.zonewright.assess.risk.process.RevisionDiff;
import org.zonewright.assess.risk.process.ZcrAssessor;
import org.zonewright.assess.risk.process.ZcrInput;
import org.zonewright.assess.risk.process.ZcrStep;
import org.zonewright.assess.risk.scenario.InitialOutcome;
import org.zonewright.assess.risk.scenario.RiskPicture;
import org.zonewright.assess.risk.scenario.ScenarioRater;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.scenario.ThreatCheck;
import org.zonewright.assess.risk.scenario.ThreatProposals;
import org.zonewright.assess.risk.target.TargetFinder;
import org.zonewright.assess.risk.target.TargetResult;
import org.zonewright.base.Problem;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.TargetRules;
import org.zonewright.standard.catalogue.Catalogues;

/// Assesses risk as IEC 62443-3-2 orders it: matrix, initial risk, scenarios, SL-T, and the state of each step. A
/// pure function of its arguments.
public final class RiskEngine {
    /// What stands for a document without a risk assessment.
    private static final Risk NOTHING = new Risk(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            TargetRules.DEFAULTS,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    private RiskEngine() {}

    /// Assesses one document. `at` is the time that acceptances are held against, days ending at midnight UTC. Never
    /// throws for what the document holds: everything wrong is in the result's problems.
    public static RiskResult assess(
            Plant plant, SourceMap positions, Catalogues catalogues, RiskInputs inputs, Instant at) {
        Risk risk = plant.risk().orElse(NOTHING);
        MatrixReading matrix = Matrices.of(risk, positions);
        List<Problem> problems = new ArrayList<>(matrix.problems());
        problems.addAll(ThreatCheck.check(risk, catalogues.threats(), catalogues.attack(), positions));
        ScenarioRater rater = new ScenarioRater(plant, positions, matrix, at);
        List<InitialOutcome> initial = risk.initial().stream().map(rater::rate).toList();
        List<ScenarioRisk> scenarios =
                risk.scenarios().stream().map(rater::rate).toList();
        TargetResult targets = new TargetFinder(
                        plant,
                        risk,
                        positions,
                        matrix,
                        rater,
                        scenarios,
                        inputs.profiles(),
                        inputs.effects(),
                        catalogues)
                .find();
        problems.addAll(rater.problems());
        problems.addAll(targets.problems());
        ApprovalOutcome approval = RevisionDiff.hold(plant, positions, inputs.fileDigest(), inputs.approved());
        List<ZcrStep> steps = new ZcrAssessor(new ZcrInput(
                        plant, positions, matrix, initial, scenarios, targets, inputs.findings(), problems, approval))
                .assess(catalogues.zonesAndConduits());
        return new RiskResult(
                at,
                matrix.matrix(),
                matrix.tolerable(),
                initial,
                scenarios,
                matrix.matrix().map(one -> RiskPicture.of(one, matrix.tolerable(), scenarios)),
                targets,
                ThreatProposals.proposals(plant, catalogues.threats()),
                HazardReview.review(risk, matrix.matrix(), positions),
                approval,
                steps,
                problems.stream().distinct().toList());
    }
}
