package org.zonewright.assess.risk.matrix;

import java.util.List;

/// A place in a matrix: the steps counted from 0 for the mildest, their labels, and the risk there. `dimensions` are
/// those in which the impact is worst, sorted.
public record Position(
        int likelihood,
        String likelihoodLabel,
        int impact,
        String impactLabel,
        List<String> dimensions,
        RiskValue risk) {
    public Position {
        dimensions = List.copyOf(dimensions);
    }
}
