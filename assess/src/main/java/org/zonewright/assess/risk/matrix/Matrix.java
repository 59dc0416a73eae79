package org.zonewright.assess.risk.matrix;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.plant.id.MatrixId;

/// A risk matrix that was checked. `cells` has a row a step of `likelihood` and a value a step of `impact`, both from
/// mild to bad; `levels` are from mild to bad, empty where cells are numbers alone.
public record Matrix(
        MatrixId id, String name, Side likelihood, Side impact, List<String> levels, List<List<RiskValue>> cells) {
    public Matrix {
        levels = List.copyOf(levels);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /// True where a factor between risks can be computed.
    public boolean isNumeric() {
        return cells.getFirst().getFirst().score().isPresent();
    }

    /// The risk of steps counted from 0 for the mildest.
    public RiskValue risk(int likelihoodStep, int impactStep) {
        return cells.get(likelihoodStep).get(impactStep);
    }

    /// The place of steps, with the dimensions that decided the impact.
    public Position position(int likelihoodStep, int impactStep, List<String> dimensions) {
        return new Position(
                likelihoodStep,
                likelihood.labels().get(likelihoodStep),
                impactStep,
                impact.labels().get(impactStep),
                dimensions,
                risk(likelihoodStep, impactStep));
    }

    /// The line that a document names: a level in any case, or a number; empty for one that is not inside, where
    /// every cell would be tolerable or none.
    public Optional<Tolerance> tolerance(String text) {
        Optional<Tolerance> line = line(text.strip());
        return line.filter(one -> all().stream().anyMatch(one::covers))
                .filter(one -> !all().stream().allMatch(one::covers));
    }

    private Optional<Tolerance> line(String text) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))) {
                return Optional.of(new Tolerance(levels.get(i), i, Optional.empty()));
            }
        }
        return isNumeric()
                ? MatrixCheck.number(text).map(score -> new Tolerance(text, -1, Optional.of(score)))
                : Optional.empty();
    }

    private List<RiskValue> all() {
        return cells.stream().flatMap(List::stream).toList();
    }

    /// The levels, or the lowest and highest number: what a tolerable line may be.
    public String range() {
        return levels.isEmpty()
                ? cells.getFirst().getFirst().label() + " … "
                        + cells.getLast().getLast().label()
                : String.join(", ", levels);
    }

    /// The worst of impacts given by dimension, as step, with the dimensions that are worst; empty for none. Never a
    /// sum or mean.
    public static Optional<Map.Entry<Integer, List<String>>> worst(Map<String, Integer> impacts) {
        return impacts.values().stream()
                .max(Integer::compare)
                .map(worst -> Map.entry(
                        worst,
                        new TreeMap<>(impacts)
                                .entrySet().stream()
                                        .filter(impact -> impact.getValue().equals(worst))
                                        .map(Map.Entry::getKey)
                                        .toList()));
    }
}
