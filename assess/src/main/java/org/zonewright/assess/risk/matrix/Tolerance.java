package org.zonewright.assess.risk.matrix;

import java.math.BigDecimal;
import java.util.Optional;

/// The highest risk that is tolerable (ZCR 6.8), itself included: a level of the matrix, or a number where its cells
/// are numbers.
public record Tolerance(String label, int rank, Optional<BigDecimal> score) {
    /// True for a risk at or below the line.
    public boolean covers(RiskValue value) {
        return (score.isPresent() && value.score().isPresent())
                ? value.score().get().compareTo(score.get()) <= 0
                : value.rank() <= rank;
    }
}
