package org.zonewright.assess.risk.target;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.matrix.MatrixReading;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.assess.risk.scenario.ScenarioRater;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.EssentialFunction;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.plant.risk.TargetMethod;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.LevelVector;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;

/// Asks the method of each scenario what it demands. Mutable in what it found wrong; one thread; one document.
final class Demander {
    private final Plant plant;
    private final Risk risk;
    private final SourceMap positions;
    private final MatrixReading matrix;
    private final ScenarioRater rater;
    private final LevelEffects effects;
    private final Catalogues catalogues;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Subject, List<ScenarioDemand>> demands = new HashMap<>();

    Demander(
            Plant plant,
            Risk risk,
            SourceMap positions,
            MatrixReading matrix,
            ScenarioRater rater,
            LevelEffects effects,
            Catalogues catalogues) {
        this.plant = plant;
        this.risk = risk;
        this.positions = positions;
        this.matrix = matrix;
        this.rater = rater;
        this.effects = effects;
        this.catalogues = catalogues;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// The demand of a scenario by a method, if it is about a zone or conduit; a sector profile asks no scenario.
    Optional<ScenarioDemand> ask(Scenario scenario, ScenarioRisk rated, TargetMethod method, LevelVector baseline) {
        Optional<TargetRule> rule = rule(method);
        if (rated.subject().isEmpty() || rule.isEmpty()) {
            return Optional.empty();
        }
        Subject subject = rated.subject().get();
        MethodInput in = new MethodInput(
                scenario,
                rated,
                matrix.matrix(),
                matrix.tolerable(),
                risk.rules(),
                hitsSafety(scenario),
                baseline,
                level -> effects.residualAt(scenario, level)
                        .flatMap(estimate -> rater.at(scenario, MethodInput.likelihoodOnly(estimate), rated.impacts())),
                catalogues);
        Answer answer = rule.get().ask(in);
        answer.faults().forEach(fault -> report(fault, scenario));
        if (scenario.stoppedBy().isEmpty()) {
            report(new Answer.Fault(RiskProblem.METHOD_LACKS, List.of(method.word(), "stopped-by")), scenario);
        }
        Map<FoundationalRequirement, SecurityLevel> levels = levels(scenario, answer);
        return Optional.of(new ScenarioDemand(
                scenario.id(),
                subject,
                method,
                levels,
                answer.reduceByOtherMeans(),
                answer.requirements(),
                reason(scenario, method, answer, levels)));
    }

    private static Optional<TargetRule> rule(TargetMethod method) {
        return switch (method) {
            case MATRIX -> Optional.of(new MatrixToLevel());
            case CRRF -> Optional.of(new CrrfRule());
            case CONSEQUENCE -> Optional.of(new ConsequenceRule());
            case ATTACKER_PROFILE -> Optional.of(new AttackerProfile());
            case ITERATIVE -> Optional.of(new IterativeRule());
            case MANUAL -> Optional.of(new ManualRule());
            case PROFILE -> Optional.empty();
        };
    }

    private boolean hitsSafety(Scenario scenario) {
        return plant.suc().stream()
                .flatMap(suc -> suc.essentialFunctions().stream())
                .filter(function -> function.kind() == EssentialFunction.Kind.SAFETY)
                .anyMatch(function -> scenario.affects().contains(function.id()));
    }

    /// The answer for each concern that would stop the scenario; by requirement where the method says so.
    private static Map<FoundationalRequirement, SecurityLevel> levels(Scenario scenario, Answer answer) {
        Map<FoundationalRequirement, SecurityLevel> levels = new EnumMap<>(FoundationalRequirement.class);
        answer.level().ifPresent(level -> scenario.stoppedBy().forEach(concern -> levels.put(concern, level)));
        if (!answer.requirements().isEmpty()) {
            levels.replaceAll((concern, _) -> answer.requirements().stream()
                    .filter(one -> one.requirement().foundationalRequirement() == concern)
                    .map(RequirementDemand::level)
                    .max(SecurityLevel::compareTo)
                    .orElse(SecurityLevel.SL0));
        }
        return levels;
    }

    private Reason reason(
            Scenario scenario, TargetMethod method, Answer answer, Map<FoundationalRequirement, SecurityLevel> levels) {
        String name = scenario.name().orElse(scenario.id().value());
        Text headline = levels.isEmpty()
                ? Text.of("risk.method.headline.none", name, method.word())
                : Text.of(
                        "risk.method.headline",
                        name,
                        answer.level()
                                .map(SecurityLevel::number)
                                .map(String::valueOf)
                                .orElse("–"),
                        levels.keySet().stream().map(Enum::name).collect(Collectors.joining(" ")),
                        method.word());
        Text author = Text.of(
                "risk.method.author",
                scenario.assessedBy().orElse("–"),
                scenario.assessedOn().map(String::valueOf).orElse("–"));
        Reason tree = answer.reason(headline, author);
        return new Reason(tree.text(), positions.of(scenario.id()).stream().toList(), tree.because());
    }

    private void report(Answer.Fault fault, Scenario scenario) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(scenario.id());
        arguments.addAll(fault.arguments());
        SourceRef where = positions
                .of(scenario.id())
                .orElseGet(() -> new SourceRef.InDocument("", 0, 0, "risk.scenarios[" + scenario.id() + "]"));
        problems.add(Problem.of(fault.kind(), where, arguments.toArray()));
    }

    /// Keeps a demand for its zone or conduit.
    void keep(ScenarioDemand demand) {
        demands.computeIfAbsent(demand.subject(), _ -> new ArrayList<>()).add(demand);
    }

    /// The demands at a zone or conduit, by id of the scenario.
    List<ScenarioDemand> at(Subject subject) {
        return demands.getOrDefault(subject, List.of()).stream()
                .sorted((one, two) -> one.scenario().compareTo(two.scenario()))
                .toList();
    }
}
