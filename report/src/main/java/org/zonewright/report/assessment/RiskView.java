package org.zonewright.report.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.RiskValue;
import org.zonewright.assess.risk.matrix.Side;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.assess.risk.scenario.ScenarioRisk;
import org.zonewright.assess.risk.target.ScenarioDemand;
import org.zonewright.plant.Plant;
import org.zonewright.plant.assurance.Acceptance;
import org.zonewright.plant.risk.Scenario;
import org.zonewright.report.assurance.RiskGrid;
import org.zonewright.report.assurance.RiskScenario;
import org.zonewright.standard.SecurityLevel;

/// The risk matrix of an assessment with its scenarios, as the page draws it.
record RiskView(Plant plant, RiskResult risk, PlaceNames names) {

    /// Empty where there is no matrix, no line in it, or no scenario with an estimate.
    Optional<RiskGrid> grid() {
        List<RiskScenario> scenarios = risk.scenarios().stream()
                .flatMap(scenario -> scenario(scenario).stream())
                .toList();
        if (scenarios.isEmpty() || risk.tolerable().isEmpty()) {
            return Optional.empty();
        }
        return risk.matrix().map(matrix -> grid(matrix, risk.tolerable().get(), scenarios));
    }

    private static RiskGrid grid(Matrix matrix, Tolerance line, List<RiskScenario> scenarios) {
        TreeMap<RiskValue, String> values = new TreeMap<>();
        matrix.cells().forEach(row -> row.forEach(value -> values.putIfAbsent(value, value.display())));
        List<RiskValue> ordered = List.copyOf(values.keySet());
        int tolerable = (int) ordered.stream().filter(line::covers).count() - 1;
        List<List<Integer>> cells = matrix.cells().stream()
                .map(row -> row.stream().map(ordered::indexOf).toList())
                .toList();
        return new RiskGrid(
                matrix.name(),
                axis(matrix.likelihood()),
                axis(matrix.impact()),
                List.copyOf(values.values()),
                Math.max(0, tolerable),
                cells,
                scenarios);
    }

    /// The engine has put the steps in order from mild to bad.
    private static RiskGrid.Axis axis(Side side) {
        return new RiskGrid.Axis(side.labels(), false);
    }

    private Optional<RiskScenario> scenario(ScenarioRisk scenario) {
        Optional<Position> before = scenario.unmitigated();
        if (before.isEmpty() || scenario.subject().isEmpty()) {
            return Optional.empty();
        }
        List<SecurityLevel> levels = new ArrayList<>();
        risk.demands().stream()
                .filter(demand -> demand.scenario().equals(scenario.scenario()))
                .map(ScenarioDemand::levels)
                .forEach(demanded -> levels.addAll(demanded.values()));
        return Optional.of(new RiskScenario(
                scenario.scenario().value(),
                scenario.name(),
                names.of(scenario.subject().get()),
                spot(before.get()),
                scenario.residual().map(RiskView::spot),
                levels.stream().reduce(SecurityLevel::max),
                plant.risk().stream()
                        .flatMap(inputs -> inputs.scenarios().stream())
                        .filter(one -> one.id().equals(scenario.scenario()))
                        .findFirst()
                        .map(Scenario::stoppedBy)
                        .orElse(List.of()),
                scenario.acceptance()
                        .flatMap(id -> plant.acceptances().stream()
                                .filter(acceptance -> acceptance.id().equals(id))
                                .findFirst())
                        .map(RiskView::accepted)));
    }

    private static RiskGrid.Spot spot(Position position) {
        return new RiskGrid.Spot(position.likelihood(), position.impact());
    }

    private static RiskScenario.Accepted accepted(Acceptance acceptance) {
        return new RiskScenario.Accepted(
                acceptance.by(), acceptance.until().map(String::valueOf).orElse(""));
    }
}
