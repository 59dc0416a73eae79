package org.zonewright.assess.risk.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zonewright.assess.Documents;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.yaml.RiskFiles;

/// Protects every target and every statement about risk from a matrix with a hole, an overlap or a step backwards:
/// such a matrix is refused, and the cells are named with their lines.
class MatrixCheckTest {
    private static final String AXES = """
              likelihood: { steps: [ { label: Rare }, { label: Likely }, { label: Often } ] }
              impact: { steps: [ { label: Small }, { label: Big }, { label: Huge } ] }
        """;

    private static PlantReading document(String matrix) {
        String keys = matrix.lines().map(String::strip).collect(Collectors.joining("\n"));
        return Documents.read("risk:\n  matrix: own\n  matrices:\n    - id: own\n" + keys.indent(6));
    }

    private static MatrixReading check(String matrix) {
        PlantReading reading = document(matrix);
        Risk risk = reading.plant().orElseThrow().risk().orElseThrow();
        return MatrixCheck.check(risk.matrices().getFirst(), reading.positions());
    }

    private static List<String> kinds(MatrixReading reading) {
        return reading.problems().stream().map(problem -> problem.kind().id()).toList();
    }

    private static void refused(String matrix, RiskProblem kind, String... words) {
        MatrixReading reading = check(matrix);
        assertThat(reading.matrix()).as(matrix).isEmpty();
        assertThat(kinds(reading)).as(matrix).contains(kind.id());
        List<Problem> of =
                reading.problems().stream().filter(p -> p.kind() == kind).toList();
        assertThat(Texts.english().say(of.getFirst().message())).contains(words);
    }

    @Test
    void everyShippedMatrixPassesItsOwnCheck() {
        assertThat(RiskFiles.shippedMatrices()).allSatisfy(matrix -> {
            MatrixReading reading = MatrixCheck.check(matrix, SourceMap.nowhere());
            assertThat(reading.problems()).as(matrix.id().value()).isEmpty();
            assertThat(reading.matrix()).isPresent();
        });
    }

    @Test
    void aCellThatFallsIsNamedWithItsLine() {
        MatrixReading reading = check(AXES + """
              levels: [ low, high ]
              cells:
                - [ low, high, high ]
                - [ low, low, high ]
                - [ low, high, high ]
            """);
        assertThat(reading.matrix()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(RiskProblem.MATRIX_FALLS);
            assertThat(Texts.english().say(problem.message())).contains("cells[0][1] high", "cells[1][1] low");
            assertThat(((SourceRef.InDocument) problem.where()).line()).isEqualTo(12);
        });
    }

    @Test
    void aHoleAWrongSizeAndAnUnusedLevelAreRefused() {
        String levels = "  levels: [ low, high ]\n";
        refused(
                AXES + levels + "  cells: [ [ low, low, low ], [ low, \"?\", high ], [ low, high, high ] ]\n",
                RiskProblem.MATRIX_CELL,
                "cells[1][1]",
                "low, high");
        refused(
                AXES + levels + "  cells: [ [ low, low, low ], [ low, high ], [ low, high, high ] ]\n",
                RiskProblem.MATRIX_SIZE,
                "cells[1]: 2 ≠ 3");
        refused(
                AXES + levels + "  cells: [ [ low, low, low ], [ low, high, high ] ]\n",
                RiskProblem.MATRIX_SIZE,
                "cells: 2 ≠ 3");
        refused(
                AXES + "  levels: [ low, medium, high ]\n"
                        + "  cells: [ [ low, low, low ], [ low, low, high ], [ low, high, high ] ]\n",
                RiskProblem.MATRIX_LEVEL_UNUSED,
                "medium");
        refused(
                AXES + "  levels: [ low, low ]\n"
                        + "  cells: [ [ low, low, low ], [ low, low, low ], [ low, low, low ] ]\n",
                RiskProblem.MATRIX_TWICE,
                "low");
    }

    @Test
    void aLineOutsideTheMatrixIsRefused() {
        String cells =
                "  levels: [ low, high ]\n  cells: [ [ low, low, low ], [ low, low, high ], [ low, high, high ] ]\n";
        assertThat(check(AXES + cells + "  tolerable: low\n").tolerable()).isPresent();
        refused(AXES + cells + "  tolerable: high\n", RiskProblem.TOLERABLE_OUTSIDE, "high");
        refused(AXES + cells + "  tolerable: medium\n", RiskProblem.TOLERABLE_OUTSIDE, "medium");
        String numbers = "  cells: [ [ 1, 2, 3 ], [ 2, 4, 6 ], [ 3, 6, 9 ] ]\n";
        assertThat(check(AXES + numbers + "  tolerable: 3\n").tolerable()).isPresent();
        refused(AXES + numbers + "  tolerable: 9\n", RiskProblem.TOLERABLE_OUTSIDE, "1 … 9");
        refused(AXES + numbers + "  tolerable: 0.5\n", RiskProblem.TOLERABLE_OUTSIDE, "0.5");
    }

    @Test
    void bandsWithHolesOrOverlapsAreRefused() {
        String numbers = AXES + "  cells: [ [ 1, 2, 3 ], [ 2, 4, 6 ], [ 3, 6, 9 ] ]\n";
        MatrixReading good = check(numbers
                + "  bands: [ { level: low, from: 1, to: 3 }, { level: high, from: 4, to: 9 } ]\n  tolerable: low\n");
        assertThat(good.problems()).isEmpty();
        assertThat(good.matrix().orElseThrow().risk(1, 1).display()).isEqualTo("high (4)");
        refused(
                numbers + "  bands: [ { level: low, from: 1, to: 4 }, { level: high, from: 4, to: 9 } ]\n",
                RiskProblem.MATRIX_BANDS,
                "low 1 – 4 ∩ high 4 – 9");
        refused(
                numbers + "  bands: [ { level: low, from: 1, to: 2 }, { level: high, from: 4, to: 9 } ]\n",
                RiskProblem.MATRIX_BANDS,
                "3 ∉");
        refused(
                numbers + "  levels: [ low, high ]\n"
                        + "  bands: [ { level: high, from: 1, to: 3 }, { level: low, from: 4, to: 9 } ]\n",
                RiskProblem.MATRIX_BANDS,
                "≥");
    }

    @Test
    void frequencyRangesJoinWithoutHolesAndOverlaps() {
        String rest = """
              impact: { steps: [ { label: Small }, { label: Big }, { label: Huge } ] }
              levels: [ low, high ]
              cells: [ [ low, low, low ], [ low, low, high ], [ low, high, high ] ]
            """;
        String axis = "  likelihood: { steps: [ { label: A, max-per-year: 0.1 }, { label: B, min-per-year: %s,"
                + " max-per-year: 1 }, { label: C, min-per-year: 1 } ] }\n";
        assertThat(check(axis.formatted("0.1") + rest).problems()).isEmpty();
        refused(axis.formatted("0.2") + rest, RiskProblem.MATRIX_RANGES, "A | B: 0.1 < 0.2");
        refused(axis.formatted("0.05") + rest, RiskProblem.MATRIX_RANGES, "A | B: 0.1 > 0.05");
    }

    @Test
    void twoStepsAreLetThroughWithANoteAndEightAreNot() {
        MatrixReading two = check("""
              likelihood: { steps: [ { label: Rare }, { label: Often } ] }
              impact: { steps: [ { label: Small }, { label: Big } ] }
              levels: [ low, high ]
              cells: [ [ low, low ], [ low, high ] ]
            """);
        assertThat(two.matrix()).isPresent();
        assertThat(kinds(two)).containsOnly(RiskProblem.MATRIX_COARSE.id());
        String steps =
                "{ label: A }, { label: B }, { label: C }, { label: D }, { label: E }, { label: F }, { label: G }, { label: H }";
        refused(
                "  likelihood: { steps: [ " + steps
                        + " ] }\n  impact: { steps: [ { label: Small }, { label: Big } ] }\n"
                        + "  levels: [ low, high ]\n  cells: [ ]\n",
                RiskProblem.MATRIX_SIZE,
                "likelihood: 8");
    }

    @Test
    void aDescendingAxisIsTurnedAndKeepsItsNumbers() {
        Matrix matrix = check("""
              likelihood: { descending: true, steps: [ { label: Often }, { label: Seldom }, { label: Never } ] }
              impact: { steps: [ { label: Small }, { label: Big }, { label: Huge } ] }
              levels: [ low, high ]
              cells: [ [ low, high, high ], [ low, low, high ], [ low, low, low ] ]
            """).matrix().orElseThrow();
        assertThat(matrix.likelihood().labels()).containsExactly("Never", "Seldom", "Often");
        assertThat(matrix.likelihood().find("1")).contains(2);
        assertThat(matrix.likelihood().find("never")).contains(0);
        assertThat(matrix.likelihood().find("4")).isEmpty();
        assertThat(matrix.risk(2, 1).label()).isEqualTo("high");
        assertThat(matrix.risk(0, 2).label()).isEqualTo("low");
    }

    @Test
    void aNumberCountsTheSameHoweverItIsWritten() {
        Matrix matrix = check(AXES + "  cells: [ [ 1, 2, 3 ], [ 2.0, 4, 6 ], [ 3, 6, 9 ] ]\n")
                .matrix()
                .orElseThrow();
        assertThat(matrix.risk(1, 0)).isEqualByComparingTo(matrix.risk(1, 0));
        assertThat(matrix.risk(1, 0).rank()).isEqualTo(matrix.risk(0, 1).rank());
    }
}
