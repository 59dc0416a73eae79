package org.zonewright.assess.risk.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.risk.Risk;

/// Protects the checks of a matrix at their edges: each limit holds on the step that is just allowed and fails on the
/// next, and a fault is found on whichever side it is.
class MatrixEdgesTest {
    private static final String LEVELS = "levels: [ low, high ]\n";

    private static PlantReading document(String keys, String more) {
        return Documents.read("risk:\n  matrix: own\n" + more + "  matrices:\n    - id: own\n" + keys.indent(6));
    }

    private static MatrixReading check(String keys) {
        PlantReading reading = document(keys, "");
        Risk risk = reading.plant().orElseThrow().risk().orElseThrow();
        return MatrixCheck.check(risk.matrices().getFirst(), reading.positions());
    }

    private static List<String> said(MatrixReading reading) {
        return reading.problems().stream()
                .map(problem -> problem.kind().id() + ": " + Texts.english().say(problem.message()))
                .toList();
    }

    private static void only(String keys, RiskProblem kind, String... words) {
        MatrixReading reading = check(keys);
        assertThat(said(reading)).as(keys).singleElement().satisfies(text -> assertThat(text)
                .startsWith(kind.id())
                .contains(words));
        assertThat(reading.matrix()).isEmpty();
    }

    private static String axis(String name, String... labels) {
        String steps = List.of(labels).stream()
                .map(label -> "{ label: " + label + " }")
                .collect(Collectors.joining(", "));
        return name + ": { steps: [ " + steps + " ] }\n";
    }

    private static String likelihood() {
        return axis("likelihood", "A", "B", "C");
    }

    private static String impact() {
        return axis("impact", "S", "M", "L");
    }

    private static final String CELLS = "cells: [ [ low, low, low ], [ low, low, high ], [ low, high, high ] ]\n";

    @Test
    void sevenStepsAreTheMostAndThreeTheUsualLeast() {
        String seven = axis("likelihood", "A", "B", "C", "D", "E", "F", "G");
        String row = "[ low, low, high ]";
        String cells =
                "cells: [ " + IntStream.range(0, 7).mapToObj(_ -> row).collect(Collectors.joining(", ")) + " ]\n";
        assertThat(said(check(seven + impact() + LEVELS + cells))).isEmpty();
        assertThat(said(check(likelihood() + impact() + LEVELS + CELLS))).isEmpty();
        String one = axis("likelihood", "A") + impact() + LEVELS + "cells: [ [ low, low, high ] ]\n";
        only(one, RiskProblem.MATRIX_SIZE, "likelihood: 1");
    }

    @Test
    void wordsThatStandTwiceAreNamedOnEachAxisAndAmongLevels() {
        only(axis("likelihood", "A", "B", "a") + impact() + LEVELS + CELLS, RiskProblem.MATRIX_TWICE, "likelihood a");
        only(likelihood() + axis("impact", "S", "S", "L") + LEVELS + CELLS, RiskProblem.MATRIX_TWICE, "impact S");
        only(likelihood() + impact() + "levels: [ low, high, LOW ]\n" + CELLS, RiskProblem.MATRIX_TWICE, "level LOW");
    }

    @Test
    void aRowTooManyOrACellTooFewIsCounted() {
        only(
                likelihood() + impact() + LEVELS + "cells: [ [ low, low, low ], [ low, high, high ] ]\n",
                RiskProblem.MATRIX_SIZE,
                "cells: 2 ≠ 3");
        only(
                likelihood() + impact() + LEVELS + "cells: [ [ low, low, low ], [ low, low ], [ low, high, high ] ]\n",
                RiskProblem.MATRIX_SIZE,
                "cells[1]: 2 ≠ 3");
    }

    @Test
    void aFallIsFoundToTheRightAndDownwardsInEachDirectionOfAnAxis() {
        only(
                likelihood() + impact() + LEVELS
                        + "cells: [ [ low, low, low ], [ low, high, low ], [ low, high, high ] ]\n",
                RiskProblem.MATRIX_FALLS,
                "cells[1][1] high",
                "cells[1][2] low");
        only(
                likelihood() + impact() + LEVELS
                        + "cells: [ [ low, low, high ], [ low, high, high ], [ low, low, high ] ]\n",
                RiskProblem.MATRIX_FALLS,
                "cells[1][1] high",
                "cells[2][1] low");
        String downwards = likelihood().replace("steps", "descending: true, steps");
        only(
                downwards + impact() + LEVELS
                        + "cells: [ [ low, low, high ], [ low, high, high ], [ low, low, high ] ]\n",
                RiskProblem.MATRIX_FALLS,
                "cells[1][1] high",
                "cells[0][1] low");
        String backwards = impact().replace("steps", "descending: true, steps");
        only(
                likelihood() + backwards + LEVELS
                        + "cells: [ [ low, low, low ], [ low, high, low ], [ high, high, high ] ]\n",
                RiskProblem.MATRIX_FALLS,
                "cells[1][1] high",
                "cells[1][0] low");
    }

    @Test
    void aDescendingImpactIsTurned() {
        Matrix matrix = check(likelihood() + impact().replace("steps", "descending: true, steps") + LEVELS
                        + "cells: [ [ high, low, low ], [ high, low, low ], [ high, high, low ] ]\n")
                .matrix()
                .orElseThrow();
        assertThat(matrix.impact().labels()).containsExactly("L", "M", "S");
        assertThat(matrix.risk(0, 0).label()).isEqualTo("low");
        assertThat(matrix.risk(0, 2).label()).isEqualTo("high");
        assertThat(matrix.risk(2, 1).label()).isEqualTo("high");
        assertThat(matrix.position(2, 1, List.of("safety")).likelihoodLabel()).isEqualTo("C");
    }

    @Test
    void aLevelThatNoCellHasAndACellThatNoLevelIsAreNamed() {
        only(
                likelihood() + impact() + "levels: [ low, high, extreme ]\n" + CELLS,
                RiskProblem.MATRIX_LEVEL_UNUSED,
                "extreme");
        only(
                likelihood() + impact() + LEVELS + CELLS.replaceFirst("low", "lwo"),
                RiskProblem.MATRIX_CELL,
                "cells[0][0]",
                "lwo",
                "low, high");
        only(
                likelihood() + impact() + "cells: [ [ 1, 2, 3 ], [ 2, x, 6 ], [ 3, 6, 9 ] ]\n",
                RiskProblem.MATRIX_CELL,
                "cells[1][1]",
                "x",
                "0 … 9");
        assertThat(said(check(likelihood() + impact() + LEVELS + CELLS.replace("high", "HIGH"))))
                .as("a level is known in any case")
                .isEmpty();
    }

    private static String ranges(String... steps) {
        String all = List.of(steps).stream().map(step -> "{ " + step + " }").collect(Collectors.joining(", "));
        return "likelihood: { steps: [ " + all + " ] }\n" + impact() + LEVELS + CELLS;
    }

    @Test
    void aFrequencyRangeEndsAboveItsStartAndStepsWithoutOneAreAHole() {
        String a = "label: A, max-per-year: 1";
        String c = "label: C, min-per-year: %s";
        only(
                ranges(a, "label: B, min-per-year: 1, max-per-year: 1", c.formatted(1)),
                RiskProblem.MATRIX_RANGES,
                "B: min ≥ max");
        only(
                ranges(a, "label: B, min-per-year: 1, max-per-year: 0.5", c.formatted("0.5")),
                RiskProblem.MATRIX_RANGES,
                "B: min ≥ max");
        assertThat(said(check(ranges(a, "label: B, min-per-year: 1, max-per-year: 2", c.formatted("2.0")))))
                .isEmpty();
        only(ranges(a, "label: B, min-per-year: 1", c.formatted(2)), RiskProblem.MATRIX_RANGES, "B | C: ?");
        only(
                ranges(a, "label: B, min-per-year: 1, max-per-year: 2", "label: C"),
                RiskProblem.MATRIX_RANGES,
                "B | C: ?");
        assertThat(said(check(ranges("label: A", "label: B, min-per-year: 1", "label: C"))))
                .as("a single range shows the holes around it")
                .hasSize(2);
        assertThat(said(check(ranges("label: A", "label: B, max-per-year: 1", "label: C"))))
                .hasSize(2);
        String down = ranges("label: C, min-per-year: 2", "label: B, min-per-year: 1, max-per-year: 2", a)
                .replace("likelihood: { steps", "likelihood: { descending: true, steps")
                .replace(CELLS, "cells: [ [ low, high, high ], [ low, low, high ], [ low, low, low ] ]\n");
        assertThat(said(check(down))).isEmpty();
    }

    @Test
    void numbersRankByTheirSizeWhereThereAreNoBands() {
        Matrix matrix = check(likelihood() + impact() + "cells: [ [ 1, 2, 3 ], [ 2, 4, 6 ], [ 3, 6, 9 ] ]\n")
                .matrix()
                .orElseThrow();
        assertThat(matrix.isNumeric()).isTrue();
        assertThat(matrix.levels()).isEmpty();
        assertThat(matrix.range()).isEqualTo("1 … 9");
        assertThat(matrix.risk(0, 0).rank()).isZero();
        assertThat(matrix.risk(1, 1).rank()).isEqualTo(3);
        assertThat(matrix.risk(2, 2).rank()).isEqualTo(5);
        assertThat(matrix.tolerance("6")).get().satisfies(line -> {
            assertThat(line.covers(matrix.risk(2, 1))).isTrue();
            assertThat(line.covers(matrix.risk(2, 2))).isFalse();
        });
        assertThat(matrix.tolerance("1")).isPresent();
        assertThat(matrix.tolerance("9")).as("above it lies nothing").isEmpty();
        assertThat(matrix.tolerance("low")).isEmpty();
        assertThat(check(likelihood() + impact() + LEVELS + CELLS)
                        .matrix()
                        .orElseThrow()
                        .tolerance("1"))
                .isEmpty();
    }

    @Test
    void bandsAreWholeOrTheFaultIsNamed() {
        String numbers = likelihood() + impact() + "cells: [ [ 1, 2, 3 ], [ 2, 4, 6 ], [ 3, 6, 9 ] ]\n";
        String bands = numbers + "bands: [ { level: low, from: %s, to: %s }, { level: high, from: %s, to: 9 } ]\n";
        assertThat(said(check(bands.formatted(1, 3, 4)))).isEmpty();
        assertThat(said(check(bands.formatted(1, 4, 4))))
                .anySatisfy(text -> assertThat(text).contains("∩"));
        assertThat(said(check(bands.formatted(2, 3, 4))))
                .anySatisfy(text -> assertThat(text).contains("1 ∉"));
        assertThat(said(check(bands.formatted(3, 1, 4))))
                .anySatisfy(text -> assertThat(text).contains("low 3 – 1: from > to"));
        assertThat(said(check(numbers + "levels: [ low, high ]\n"
                        + "bands: [ { level: low, from: 1, to: 3 }, { level: big, from: 4, to: 9 } ]\n")))
                .anySatisfy(text -> assertThat(text).contains("big 4 – 9: low, high?"));
        assertThat(said(check(numbers
                        + "bands: [ { level: high, from: 4, to: 9 }, { level: low, from: 1, to: 3 } ]\n"
                        + "levels: [ low, high ]\n")))
                .as("bands may stand in any order")
                .isEmpty();
        Matrix matrix = check(bands.formatted(1, 3, 4)).matrix().orElseThrow();
        assertThat(matrix.levels()).containsExactly("low", "high");
        assertThat(matrix.risk(0, 2).rank()).isZero();
        assertThat(matrix.risk(1, 1).rank()).isEqualTo(1);
        assertThat(matrix.range()).isEqualTo("low, high");
    }

    @Test
    void theMatrixOfADocumentIsItsOwnBeforeTheProductsAndItsLineIsInside() {
        String keys = likelihood() + impact() + LEVELS + CELLS + "tolerable: low\n";
        String scenario = "  scenarios: [ { id: s, at: site } ]\n";
        assertThat(of(document(keys, "")).tolerable().orElseThrow().label()).isEqualTo("low");
        assertThat(of(document(keys, "  tolerable: LOW\n")).problems()).isEmpty();
        MatrixReading outside = of(document(keys, "  tolerable: high\n"));
        assertThat(outside.matrix()).isPresent();
        assertThat(outside.tolerable()).isEmpty();
        assertThat(said(outside)).singleElement().satisfies(text -> assertThat(text)
                .startsWith(RiskProblem.TOLERABLE_OUTSIDE.id())
                .contains("low, high"));
        assertThat(of(Documents.read("risk: { matrix: 4x4 }\n")).matrix()).isPresent();
        assertThat(of(Documents.read("risk: { tolerable: low }\n")).problems()).isEmpty();
        PlantReading bare = Documents.read("risk:\n" + scenario);
        MatrixReading none = of(bare);
        assertThat(said(none)).singleElement().satisfies(text -> assertThat(text)
                .startsWith(RiskProblem.NO_MATRIX.id()));
        assertThat(none.problems().getFirst().where())
                .isEqualTo(bare.positions().at("risk").orElseThrow());
        assertThat(of(Documents.read("risk: { initial: [ { at: site, consequence: stop } ] }\n"))
                        .problems())
                .hasSize(1);
    }

    private static MatrixReading of(PlantReading reading) {
        return Matrices.of(reading.plant().orElseThrow().risk().orElseThrow(), reading.positions());
    }

    @Test
    void withoutLinesTheProblemNamesThePath() {
        PlantReading reading = document(likelihood() + impact() + LEVELS + CELLS.replaceFirst("low", "lwo"), "");
        Risk risk = reading.plant().orElseThrow().risk().orElseThrow();
        assertThat(MatrixCheck.check(risk.matrices().getFirst(), SourceMap.nowhere())
                        .problems()
                        .getFirst()
                        .where())
                .isEqualTo(new SourceRef.InDocument("", 0, 0, "risk.matrices[own].cells[0][0]"));
    }
}
