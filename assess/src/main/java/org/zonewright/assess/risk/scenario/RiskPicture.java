package org.zonewright.assess.risk.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.RiskValue;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.plant.id.ScenarioId;

/// A matrix with scenarios in it, before and after the countermeasures, for whoever draws it.
///
/// Steps count from 0 for the mildest; `cells` has a row a step of likelihood. `before` and `after` name each place
/// that is taken once, by likelihood and then impact, with its scenarios in order of their ids.
public record RiskPicture(
        String matrix,
        List<String> likelihoods,
        List<String> impacts,
        List<List<Cell>> cells,
        Optional<Tolerance> tolerable,
        List<Dot> before,
        List<Dot> after) {
    public RiskPicture {
        likelihoods = List.copyOf(likelihoods);
        impacts = List.copyOf(impacts);
        cells = cells.stream().map(List::copyOf).toList();
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// A cell; `tolerable` is empty where no line is drawn.
    public record Cell(RiskValue risk, Optional<Boolean> tolerable) {}

    /// The scenarios at one place.
    public record Dot(int likelihood, int impact, List<ScenarioId> scenarios) {
        public Dot {
            scenarios = List.copyOf(scenarios);
        }
    }

    /// The picture of rated scenarios.
    public static RiskPicture of(Matrix matrix, Optional<Tolerance> line, List<ScenarioRisk> scenarios) {
        List<List<Cell>> cells = matrix.cells().stream()
                .map(row -> row.stream()
                        .map(value -> new Cell(value, line.map(tolerable -> tolerable.covers(value))))
                        .toList())
                .toList();
        return new RiskPicture(
                matrix.name(),
                matrix.likelihood().labels(),
                matrix.impact().labels(),
                cells,
                line,
                dots(scenarios, ScenarioRisk::unmitigated),
                dots(scenarios, ScenarioRisk::residual));
    }

    private static List<Dot> dots(List<ScenarioRisk> scenarios, Function<ScenarioRisk, Optional<Position>> place) {
        TreeMap<Integer, TreeMap<Integer, List<ScenarioId>>> places = new TreeMap<>();
        scenarios.stream()
                .sorted((one, two) -> one.scenario().compareTo(two.scenario()))
                .forEach(scenario -> place.apply(scenario)
                        .ifPresent(at -> places.computeIfAbsent(at.likelihood(), _ -> new TreeMap<>())
                                .computeIfAbsent(at.impact(), _ -> new ArrayList<>())
                                .add(scenario.scenario())));
        List<Dot> dots = new ArrayList<>();
        places.forEach((likelihood, row) -> row.forEach((impact, ids) -> dots.add(new Dot(likelihood, impact, ids))));
        return dots;
    }
}
