package org.zonewright.assess.risk.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.assess.Subject;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.scenario.ScenarioRisk.State;
import org.zonewright.assess.risk.target.ScenarioDemand;
import org.zonewright.assess.risk.target.SubjectTarget;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemKind;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.id.ScenarioId;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.Scenario;

/// The steps ZCR 5.1 to 5.13 of the zones and conduits that need them.
final class DetailSteps {
    /// A scenario as it is written and as it was rated.
    private record Rated(Scenario written, ScenarioRisk risk) {
        /// True where countermeasures have to bring it down.
        boolean isAbove() {
            return switch (risk.state()) {
                case REDUCED, ACCEPTED, ACCEPTANCE_EXPIRED, TOO_HIGH -> true;
                case TOLERABLE, UNKNOWN -> false;
            };
        }
    }

    /// What stands against a target.
    private static final Set<ProblemKind> AGAINST_TARGETS =
            Set.of(RiskProblem.LOWERED_WITHOUT, RiskProblem.LOWERED_HEIR, RiskProblem.TARGET_BELOW_RISK);

    private final ZcrInput in;
    private final Set<Subject> needed;
    private final List<Rated> scenarios = new ArrayList<>();

    DetailSteps(ZcrInput in, Set<Subject> needed) {
        this.in = in;
        this.needed = needed;
        Map<ScenarioId, ScenarioRisk> rated = new HashMap<>();
        in.scenarios().forEach(one -> rated.putIfAbsent(one.scenario(), one));
        in.plant().risk().map(Risk::scenarios).orElse(List.of()).forEach(written -> {
            ScenarioRisk risk = rated.get(written.id());
            if (risk != null && risk.subject().filter(needed::contains).isPresent()) {
                scenarios.add(new Rated(written, risk));
            }
        });
    }

    void check(int number, Checklist list) {
        switch (number) {
            case 1 -> threats(list);
            case 2 -> each(list, "5-2", one -> !one.written().vulnerabilities().isEmpty());
            case 3 ->
                each(
                        list,
                        "5-3",
                        one -> one.written().consequence().isPresent()
                                && !one.risk().impacts().isEmpty());
            case 4 -> unmitigated(list);
            case 5 -> each(list, "5-5", one -> one.risk().unmitigated().isPresent());
            case 6 -> targets(list);
            case 7 -> each(list, "5-7", one -> one.risk().state() != State.UNKNOWN);
            case 8 -> above(list, "5-8", one -> !one.written().countermeasures().isEmpty());
            case 9 ->
                above(list, "5-9", one -> one.written().residual().likelihood().isPresent());
            case 10 -> above(list, "5-10", one -> one.risk().residual().isPresent());
            case 11 -> above(list, "5-11", one -> one.risk().residual().isPresent());
            case 12 -> above(list, "5-12", one -> !one.risk().state().counts());
            default -> record(list);
        }
    }

    private interface Holds {
        boolean test(Rated one);
    }

    private void each(Checklist list, String key, Holds holds) {
        scenarios.forEach(one -> need(list, key, one, holds.test(one)));
    }

    private void need(Checklist list, String key, Rated one, boolean holds) {
        list.need(
                holds,
                one.risk().subject(),
                where(one.written()),
                "risk.zcr." + key,
                one.risk().name());
    }

    /// Only scenarios above the line need countermeasures; with none above it there is nothing left to do. Of one that
    /// is not rated nobody knows.
    private void above(Checklist list, String key, Holds holds) {
        for (Rated one : scenarios) {
            boolean rated = one.risk().state() != State.UNKNOWN;
            need(list, rated ? key : "5-unrated", one, rated && (!one.isAbove() || holds.test(one)));
        }
    }

    private List<SourceRef> where(Scenario scenario) {
        return in.positions().of(scenario.id()).stream().toList();
    }

    private void threats(Checklist list) {
        Set<Subject> seen = new HashSet<>();
        scenarios.forEach(one -> one.risk().subject().ifPresent(seen::add));
        needed.forEach(subject ->
                list.need(seen.contains(subject), Optional.of(subject), List.of(), "risk.zcr.5-1.none", subject.id()));
        each(
                list,
                "5-1",
                one -> one.written().threat().isPresent()
                        && one.written().threatSource().isPresent()
                        && !one.written().stoppedBy().isEmpty());
    }

    private void unmitigated(Checklist list) {
        each(list, "5-4", one -> one.written().unmitigated().likelihood().isPresent());
        for (Problem problem : in.problems()) {
            if (problem.kind() == RiskProblem.UNMITIGATED_COUNTS_MEASURES) {
                list.violation(new Gap(problem.message(), Optional.empty(), List.of(problem.where())));
            }
        }
    }

    private void targets(Checklist list) {
        Set<Subject> driven = new HashSet<>();
        in.targets().demands().stream()
                .filter(demand -> !demand.levels().isEmpty())
                .map(ScenarioDemand::subject)
                .forEach(driven::add);
        for (Subject subject : needed) {
            SubjectTarget target = in.targets().targets().get(subject);
            boolean set = target != null && target.stated();
            list.need(set || driven.contains(subject), Optional.of(subject), List.of(), "risk.zcr.5-6", subject.id());
        }
        for (Problem problem : in.targets().problems()) {
            if (AGAINST_TARGETS.contains(problem.kind())) {
                list.violation(new Gap(problem.message(), Optional.empty(), List.of(problem.where())));
            }
        }
    }

    private void record(Checklist list) {
        Optional<Risk> risk = in.plant().risk();
        list.need(risk.filter(one -> !one.team().isEmpty()).isPresent(), "risk.zcr.5-13.team");
        list.need(risk.flatMap(Risk::assessedOn).isPresent(), "risk.zcr.5-13.date");
        list.need(risk.filter(one -> !one.sources().isEmpty()).isPresent(), "risk.zcr.5-13.sources");
        list.need(risk.flatMap(Risk::phaReference).isPresent(), "risk.zcr.5-13.pha");
    }
}
