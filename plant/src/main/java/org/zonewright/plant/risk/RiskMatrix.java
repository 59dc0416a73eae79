package org.zonewright.plant.risk;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.plant.id.MatrixId;

/// A risk matrix as data, as somebody wrote it: it may still have holes or fall where it should rise, which the risk
/// engine refuses by naming the cells.
///
/// `levels` are ordered from low to high; empty where cells are numbers. `cells` has one row a step of `likelihood`
/// and one entry a step of `impact`, each the name of a level or a number. `bands` turn numbers into levels.
public record RiskMatrix(
        MatrixId id,
        Optional<String> name,
        Axis likelihood,
        Axis impact,
        List<String> levels,
        List<List<String>> cells,
        List<Band> bands,
        Optional<String> tolerable) {

    public RiskMatrix {
        levels = List.copyOf(levels);
        cells = cells.stream().map(List::copyOf).toList();
        bands = List.copyOf(bands);
    }

    /// The steps of one side, in the order of the cells; `descending` where the first step is the worst.
    public record Axis(List<Step> steps, boolean descending) {
        public Axis {
            steps = List.copyOf(steps);
        }
    }

    /// One step: its label, what it means in each dimension (`dimension: text` lines), and for a likelihood the
    /// frequency range a year.
    public record Step(
            String label,
            Map<String, String> meanings,
            Optional<BigDecimal> minPerYear,
            Optional<BigDecimal> maxPerYear) {
        public Step {
            meanings = Collections.unmodifiableMap(new TreeMap<>(meanings));
        }
    }

    /// The numbers, from `from` up to and including `to`, that are one level.
    public record Band(String level, BigDecimal from, BigDecimal to) {}
}
