package org.zonewright.assess.risk.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.plant.risk.RiskMatrix.Band;

/// The bands that turn the numbers of a matrix into levels. `levels` are from mild to bad.
record Bands(List<Band> bands, List<String> levels) {
    Bands {
        bands = bands.stream().sorted(Comparator.comparing(Band::from)).toList();
        levels = List.copyOf(levels);
    }

    /// What is wrong with them for the scores that occur, in words: a band that ends before it begins, two that share
    /// numbers, a score in none, a level that is not known, levels that fall where numbers rise.
    List<String> faults(List<BigDecimal> scores) {
        List<String> faults = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            int rank = rank(band.level());
            if (band.to().compareTo(band.from()) < 0) {
                faults.add(display(band) + ": from > to");
            }
            if (rank < 0) {
                faults.add(display(band) + ": " + String.join(", ", levels) + "?");
            } else if (rank <= last) {
                faults.add(display(bands.get(i - 1)) + " ≥ " + display(band));
            }
            last = Math.max(last, rank);
            if (i > 0 && band.from().compareTo(bands.get(i - 1).to()) <= 0) {
                faults.add(display(bands.get(i - 1)) + " ∩ " + display(band));
            }
        }
        if (!bands.isEmpty()) {
            scores.stream()
                    .filter(score -> holding(score).isEmpty())
                    .forEach(score -> faults.add(score.toPlainString() + " ∉ " + display()));
        }
        return faults;
    }

    /// The level of a score, where exactly one band holds it.
    Optional<RiskValue> value(BigDecimal score) {
        List<Band> holding = holding(score);
        return holding.size() == 1
                ? Optional.of(new RiskValue(
                        levels.get(Math.max(0, rank(holding.getFirst().level()))),
                        Math.max(0, rank(holding.getFirst().level())),
                        Optional.of(score)))
                : Optional.empty();
    }

    private List<Band> holding(BigDecimal score) {
        return bands.stream()
                .filter(band -> band.from().compareTo(score) <= 0 && score.compareTo(band.to()) <= 0)
                .toList();
    }

    private int rank(String level) {
        List<String> lower =
                levels.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
        return lower.indexOf(level.toLowerCase(Locale.ROOT));
    }

    /// What a cell may hold.
    String display() {
        return bands.isEmpty() ? "0 … 9" : bands.stream().map(Bands::display).collect(Collectors.joining(", "));
    }

    private static String display(Band band) {
        return band.level() + " " + band.from().toPlainString() + " – "
                + band.to().toPlainString();
    }
}
