package org.zonewright.assess.risk.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.assess.risk.RiskEngine;
import org.zonewright.assess.risk.RiskInputs;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;
import org.zonewright.standard.catalogue.Catalogues;

/// Protects the risk reduction factor where the line is drawn by a level and not by a number, where the risk is orders
/// of magnitude above it, and where there is nothing to divide by.
class ReductionFactorTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final String STEPS = "{ steps: [ { label: A }, { label: B }, { label: C } ] }";

    /// The demand of one scenario in the middle or worst cell of a matrix of numbers.
    private static ScenarioDemand demand(String cells, String line, String rules, int likelihood, int impact) {
        PlantReading reading = Documents.read("""
                zones: [ { id: cell, function: control } ]
                risk:
                  matrix: own
                  method: crrf
                  tolerable: "%s"
                  rules: { crrf: { %s } }
                  matrices: [ { id: own, likelihood: %s, impact: %s, %s } ]
                  scenarios: [ { id: s, at: { zone: cell }, stopped-by: [ SI ],
                                 unmitigated: { likelihood: %d, impacts: { any: %d } } } ]
                """.formatted(line, rules, STEPS, STEPS, cells, likelihood, impact));
        return RiskEngine.assess(
                        reading.plant().orElseThrow(), reading.positions(), Catalogues.shipped(), RiskInputs.none(), AT)
                .demands()
                .getFirst();
    }

    private static Optional<Integer> level(ScenarioDemand demand) {
        return Optional.ofNullable(demand.levels().get(FoundationalRequirement.SI))
                .map(SecurityLevel::number);
    }

    @Test
    void aLineThatIsALevelCountsAsTheHighestNumberThatIsTolerable() {
        String banded = "cells: [ [ 1, 2, 3 ], [ 2, 4, 6 ], [ 3, 6, 9 ] ], levels: [ low, medium, high ],"
                + " bands: [ { level: low, from: 1, to: 2 }, { level: medium, from: 3, to: 4 }, { level: high, from: 6,"
                + " to: 9 } ]";
        String linear = "scale: linear, subtract: 0";
        assertThat(level(demand(banded, "low", linear, 3, 3))).as("9 / 2").contains(4);
        assertThat(level(demand(banded, "low", linear, 3, 2))).as("6 / 2").contains(3);
        assertThat(level(demand(banded, "medium", linear, 3, 3))).as("9 / 4").contains(3);
        assertThat(level(demand(banded, "medium", linear, 2, 2))).as("4 / 4").contains(1);
    }

    @Test
    void decadesAboveTheLineAreCountedUpToFourAndBeyondItOtherMeansAreAskedFor() {
        String cells = "cells: [ [ 1, 10, 100 ], [ 10, 1000, 10000 ], [ 100, 10000, 10001 ] ]";
        String log = "scale: log10";
        assertThat(level(demand(cells, "1", log, 1, 3))).as("100 / 1").contains(2);
        assertThat(level(demand(cells, "1", log, 2, 2))).as("1 000 / 1").contains(3);
        ScenarioDemand four = demand(cells, "1", log, 2, 3);
        assertThat(level(four)).as("10 000 / 1").contains(4);
        assertThat(four.reduceByOtherMeans()).isFalse();
        ScenarioDemand beyond = demand(cells, "1", log, 3, 3);
        assertThat(level(beyond)).as("10 001 / 1").contains(4);
        assertThat(beyond.reduceByOtherMeans()).isTrue();
    }

    @Test
    void aLineOfZeroIsNoLineToDivideBy() {
        String cells = "cells: [ [ 0, 1, 2 ], [ 1, 2, 3 ], [ 2, 3, 4 ] ]";
        ScenarioDemand demand = demand(cells, "0", "scale: linear", 3, 3);
        assertThat(level(demand)).isEmpty();
        assertThat(demand.reason().display(Texts.english())).contains("risk.tolerable");
    }
}
