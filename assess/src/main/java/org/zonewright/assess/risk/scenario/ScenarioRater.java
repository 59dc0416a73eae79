package org.zonewright.assess.risk.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.matrix.MatrixReading;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.assess.risk.matrix.Side;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;
import org.zonewright.plant.Plant;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.assurance.Acceptance;
import org.zonewright.plant.assurance.Measure;
import org.zonewright.plant.id.MeasureId;
import org.zonewright.plant.risk.Estimate;
import org.zonewright.plant.risk.InitialRisk;
import org.zonewright.plant.risk.Scenario;

/// Places the scenarios and the initial risks of one document in its matrix.
///
/// Impact is the worst of the dimensions given, never their sum or mean. A residual risk needs an unmitigated one;
/// its likelihood is always estimated anew, its impact is lower only where a countermeasure limits the consequence.
/// Mutable in what it found wrong; one thread; one document.
public final class ScenarioRater {
    private final Plant plant;
    private final SourceMap positions;
    private final Optional<Matrix> matrix;
    private final Optional<Tolerance> line;
    private final LocalDate today;
    private final Map<MeasureId, Measure> measures = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public ScenarioRater(Plant plant, SourceMap positions, MatrixReading reading, Instant at) {
        this.plant = plant;
        this.positions = positions;
        this.matrix = reading.matrix();
        this.line = reading.tolerable();
        this.today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        plant.measures().forEach(measure -> measures.putIfAbsent(measure.id(), measure));
    }

    /// What was found wrong so far, in the order of the calls.
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// The zone or conduit that the document means, if it has it.
    public static Optional<Subject> subject(Plant plant, org.zonewright.plant.assurance.Subject at) {
        return switch (at) {
            case org.zonewright.plant.assurance.Subject.OfZone(var id) ->
                plant.zone(id).map(zone -> Subject.of(id));
            case org.zonewright.plant.assurance.Subject.OfConduit(var id) ->
                plant.conduit(id).map(conduit -> Subject.of(id));
            case org.zonewright.plant.assurance.Subject.OfAsset _ -> Optional.empty();
            case org.zonewright.plant.assurance.Subject.OfService _ -> Optional.empty();
            case org.zonewright.plant.assurance.Subject.OfSite _ -> Optional.empty();
        };
    }

    private SourceRef where(Scenario scenario) {
        return positions
                .of(scenario.id())
                .orElseGet(() -> new SourceRef.InDocument("", 0, 0, "risk.scenarios[" + scenario.id() + "]"));
    }

    private void report(RiskProblem kind, Scenario scenario, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = scenario.id();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        problems.add(Problem.of(kind, where(scenario), all));
    }

    /// One scenario, rated.
    public ScenarioRisk rate(Scenario scenario) {
        Optional<Subject> subject = subject(plant, scenario.at());
        if (subject.isEmpty()) {
            report(RiskProblem.SCENARIO_PLACE, scenario);
        }
        Map<String, Integer> impacts = impacts(scenario, scenario.unmitigated());
        Optional<Position> unmitigated = unmitigated(scenario, impacts);
        Optional<Position> residual = residual(scenario, impacts, unmitigated);
        UnmitigatedCheck.measureCounted(scenario, measures)
                .ifPresent(words -> report(RiskProblem.UNMITIGATED_COUNTS_MEASURES, scenario, words));
        Optional<Acceptance> acceptance = acceptance(scenario);
        ScenarioRisk.State state = state(unmitigated, residual, acceptance);
        return new ScenarioRisk(
                scenario.id(),
                scenario.name().orElse(scenario.id().value()),
                subject,
                impacts,
                unmitigated,
                residual,
                scenario.countermeasures().stream()
                        .filter(id -> Optional.ofNullable(measures.get(id))
                                .filter(measure -> measure.state() == Measure.State.IN_PLACE)
                                .isEmpty())
                        .toList(),
                state,
                state == ScenarioRisk.State.ACCEPTED || state == ScenarioRisk.State.ACCEPTANCE_EXPIRED
                        ? acceptance.map(Acceptance::id)
                        : Optional.empty(),
                reason(scenario, unmitigated, residual, state));
    }

    private Optional<Position> unmitigated(Scenario scenario, Map<String, Integer> impacts) {
        Optional<Integer> likelihood = likelihood(scenario, scenario.unmitigated());
        return position(likelihood, impacts);
    }

    private Optional<Position> position(Optional<Integer> likelihood, Map<String, Integer> impacts) {
        return matrix.flatMap(one -> likelihood.flatMap(
                step -> Matrix.worst(impacts).map(worst -> one.position(step, worst.getKey(), worst.getValue()))));
    }

    private Optional<Position> residual(
            Scenario scenario, Map<String, Integer> impacts, Optional<Position> unmitigated) {
        Estimate estimate = scenario.residual();
        if (estimate.likelihood().isEmpty() && estimate.impacts().isEmpty()) {
            return Optional.empty();
        }
        if (scenario.unmitigated().likelihood().isEmpty()
                || scenario.unmitigated().impacts().isEmpty()) {
            report(RiskProblem.RESIDUAL_ALONE, scenario);
            return Optional.empty();
        }
        if (estimate.likelihood().isEmpty()) {
            report(RiskProblem.RESIDUAL_LIKELIHOOD, scenario);
            return Optional.empty();
        }
        Optional<Integer> likelihood = likelihood(scenario, estimate);
        boolean rises = unmitigated.isPresent()
                && likelihood
                        .filter(step -> step > unmitigated.get().likelihood())
                        .isPresent();
        if (rises) {
            report(RiskProblem.RESIDUAL_RISES, scenario);
            return Optional.empty();
        }
        return position(likelihood, residualImpacts(scenario, impacts));
    }

    /// The impacts that are left: those that were estimated anew replace the others, but the worst of them falls only
    /// where a countermeasure limits the consequence.
    private Map<String, Integer> residualImpacts(Scenario scenario, Map<String, Integer> impacts) {
        Map<String, Integer> left = new TreeMap<>(impacts);
        left.putAll(impacts(scenario, scenario.residual()));
        Optional<Integer> before = Matrix.worst(impacts).map(Map.Entry::getKey);
        Optional<Integer> after = Matrix.worst(left).map(Map.Entry::getKey);
        boolean lower = before.isPresent() && after.isPresent() && after.get() < before.get();
        if (lower && !limitsConsequence(scenario)) {
            report(RiskProblem.RESIDUAL_IMPACT, scenario);
            return impacts;
        }
        return left;
    }

    private boolean limitsConsequence(Scenario scenario) {
        return scenario.countermeasures().stream()
                .flatMap(id -> Optional.ofNullable(measures.get(id)).stream())
                .anyMatch(measure -> measure.limitsConsequence()
                        && measure.state() != Measure.State.REJECTED
                        && measure.state() != Measure.State.RETIRED);
    }

    private Optional<Integer> likelihood(Scenario scenario, Estimate estimate) {
        return matrix.flatMap(
                one -> estimate.likelihood().flatMap(text -> step(scenario, one.likelihood(), "likelihood", text)));
    }

    private Map<String, Integer> impacts(Scenario scenario, Estimate estimate) {
        Map<String, Integer> impacts = new TreeMap<>();
        matrix.ifPresent(
                one -> estimate.impacts().forEach((dimension, text) -> step(scenario, one.impact(), dimension, text)
                        .ifPresent(step -> impacts.put(dimension, step))));
        return impacts;
    }

    private Optional<Integer> step(Scenario scenario, Side side, String what, String text) {
        Optional<Integer> step = side.find(text);
        if (step.isEmpty()) {
            report(RiskProblem.UNKNOWN_STEP, scenario, what + " " + text, String.join(", ", side.labels()));
        }
        return step;
    }

    /// What an estimate means for a scenario whose unmitigated impacts are known; for methods that ask "what if".
    public Optional<Position> at(Scenario scenario, Estimate estimate, Map<String, Integer> unmitigatedImpacts) {
        Map<String, Integer> impacts = new TreeMap<>(unmitigatedImpacts);
        impacts.putAll(impacts(scenario, estimate));
        return position(likelihood(scenario, estimate), impacts);
    }

    private Optional<Acceptance> acceptance(Scenario scenario) {
        List<Acceptance> all = plant.acceptances().stream()
                .filter(acceptance -> acceptance.scenarios().contains(scenario.id()))
                .toList();
        return all.stream().filter(this::holds).findFirst().or(() -> all.stream()
                .findFirst());
    }

    private boolean holds(Acceptance acceptance) {
        return acceptance.until().filter(last -> last.isBefore(today)).isEmpty();
    }

    private ScenarioRisk.State state(
            Optional<Position> unmitigated, Optional<Position> residual, Optional<Acceptance> acceptance) {
        if (line.isEmpty() || unmitigated.isEmpty()) {
            return ScenarioRisk.State.UNKNOWN;
        }
        if (line.get().covers(unmitigated.get().risk())) {
            return ScenarioRisk.State.TOLERABLE;
        }
        if (residual.filter(left -> line.get().covers(left.risk())).isPresent()) {
            return ScenarioRisk.State.REDUCED;
        }
        return acceptance
                .map(one -> holds(one) ? ScenarioRisk.State.ACCEPTED : ScenarioRisk.State.ACCEPTANCE_EXPIRED)
                .orElse(ScenarioRisk.State.TOO_HIGH);
    }

    private Reason reason(
            Scenario scenario, Optional<Position> unmitigated, Optional<Position> residual, ScenarioRisk.State state) {
        List<Reason> because = new ArrayList<>();
        unmitigated.ifPresent(at -> because.add(placed("risk.scenario.unmitigated", at)));
        residual.ifPresent(at -> because.add(placed("risk.scenario.residual", at)));
        String tolerable = line.map(Tolerance::label).orElse("–");
        return new Reason(
                Text.of(
                        "risk.scenario." + state.id(),
                        scenario.name().orElse(scenario.id().value()),
                        tolerable),
                List.of(where(scenario)),
                because);
    }

    private static Reason placed(String key, Position at) {
        return Reason.of(Text.of(
                key,
                at.likelihoodLabel(),
                at.impactLabel(),
                String.join(", ", at.dimensions()),
                at.risk().display()));
    }

    /// One initial risk, placed; where no likelihood is estimated the worst one is taken, as ZCR 2.1 mostly does.
    public InitialOutcome rate(InitialRisk initial) {
        Map<String, Integer> impacts = new TreeMap<>();
        Optional<Integer> likelihood = matrix.flatMap(one -> initial.estimate()
                .likelihood()
                .map(text -> one.likelihood().find(text))
                .orElse(Optional.of(one.likelihood().count() - 1)));
        matrix.ifPresent(one -> initial.estimate().impacts().forEach((dimension, text) -> one.impact()
                .find(text)
                .ifPresentOrElse(step -> impacts.put(dimension, step), () -> unknown(initial, text, one.impact()))));
        matrix.filter(_ -> likelihood.isEmpty())
                .ifPresent(
                        one -> unknown(initial, initial.estimate().likelihood().orElse(""), one.likelihood()));
        Optional<Position> position = position(likelihood, impacts);
        Optional<Boolean> tolerable = line.flatMap(drawn -> position.map(at -> drawn.covers(at.risk())));
        String state = tolerable.map(yes -> yes ? "tolerable" : "above").orElse("unknown");
        return new InitialOutcome(
                subject(plant, initial.at()),
                position,
                tolerable,
                new Reason(
                        Text.of(
                                "risk.initial." + state,
                                initial.consequence(),
                                position.map(at -> at.risk().display()).orElse("–"),
                                line.map(Tolerance::label).orElse("–")),
                        positions.at("risk.initial").stream().toList(),
                        List.of()));
    }

    private void unknown(InitialRisk initial, String text, Side side) {
        problems.add(Problem.of(
                RiskProblem.UNKNOWN_STEP,
                positions.at("risk.initial").orElseGet(() -> new SourceRef.InDocument("", 0, 0, "risk.initial")),
                "risk.initial (" + initial.consequence() + ")",
                text,
                String.join(", ", side.labels())));
    }
}
