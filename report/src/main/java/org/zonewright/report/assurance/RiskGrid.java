package org.zonewright.report.assurance;

import java.util.List;

/// A risk matrix with the scenarios in it.
///
/// `levels` go from low to high, `tolerable` is the index of the highest that is tolerable. `cells` has one list a
/// step of `likelihood`, with one index into `levels` a step of `impact`, both in the order of the axes.
public record RiskGrid(
        String name,
        Axis likelihood,
        Axis impact,
        List<String> levels,
        int tolerable,
        List<List<Integer>> cells,
        List<RiskScenario> scenarios) {

    public RiskGrid {
        levels = List.copyOf(levels);
        cells = cells.stream().map(List::copyOf).toList();
        scenarios = List.copyOf(scenarios);
        int top = levels.size();
        boolean whole = cells.size() == likelihood.steps().size()
                && cells.stream()
                        .allMatch(row -> row.size() == impact.steps().size()
                                && row.stream().allMatch(level -> level >= 0 && level < top));
        if (!whole || tolerable < 0 || tolerable >= top) {
            throw new IllegalArgumentException("a matrix has one of its levels in every cell");
        }
        for (RiskScenario scenario : scenarios) {
            require(scenario.before(), likelihood, impact);
            scenario.after().ifPresent(spot -> require(spot, likelihood, impact));
        }
    }

    /// One side of the matrix; `descending` says that the first step is the worst.
    public record Axis(List<String> steps, boolean descending) {
        public Axis {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("an axis has steps");
            }
        }

        /// How bad a step is, from 0.
        public int severity(int step) {
            return descending ? steps.size() - 1 - step : step;
        }
    }

    /// A cell of the matrix: steps of both axes, from 0, in their own order.
    public record Spot(int likelihood, int impact) {}

    /// The level at a spot.
    public int level(Spot spot) {
        return cells.get(spot.likelihood()).get(spot.impact());
    }

    private static void require(Spot spot, Axis likelihood, Axis impact) {
        boolean inside = spot.likelihood() >= 0
                && spot.likelihood() < likelihood.steps().size()
                && spot.impact() >= 0
                && spot.impact() < impact.steps().size();
        if (!inside) {
            throw new IllegalArgumentException("a scenario lies outside of its matrix");
        }
    }
}
