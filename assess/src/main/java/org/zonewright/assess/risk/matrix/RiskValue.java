package org.zonewright.assess.risk.matrix;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/// What a cell of a matrix says: a level by its name, a number, or both where bands turn numbers into levels. `rank`
/// counts from 0, the mildest value of its matrix. Values of one matrix are ordered from mild to bad.
public record RiskValue(String label, int rank, Optional<BigDecimal> score) implements Comparable<RiskValue> {
    private static Comparator<RiskValue> order() {
        return Comparator.comparingInt(RiskValue::rank)
                .thenComparing(value -> value.score().orElse(BigDecimal.ZERO));
    }

    @Override
    public int compareTo(RiskValue other) {
        return order().compare(this, other);
    }

    /// The level, with its number where there is one: `medium`, `9`, `medium (9)`.
    public String display() {
        return score.map(BigDecimal::toPlainString)
                .filter(number -> !number.equals(label))
                .map(number -> label + " (" + number + ")")
                .orElse(label);
    }
}
