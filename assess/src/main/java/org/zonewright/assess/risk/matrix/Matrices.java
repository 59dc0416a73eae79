package org.zonewright.assess.risk.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.id.MatrixId;
import org.zonewright.plant.risk.Risk;
import org.zonewright.plant.risk.RiskMatrix;
import org.zonewright.plant.yaml.RiskFiles;

/// Finds and checks the matrix that a document uses. The document's own matrices come before the product's; one that
/// nobody uses is checked too.
public final class Matrices {
    private Matrices() {}

    /// The matrix of a risk assessment and its line: `risk.tolerable`, or else the matrix's own.
    public static MatrixReading of(Risk risk, SourceMap positions) {
        List<Problem> problems = new ArrayList<>();
        Optional<MatrixReading> used = Optional.empty();
        for (RiskMatrix own : risk.matrices()) {
            MatrixReading reading = MatrixCheck.check(own, positions);
            problems.addAll(reading.problems());
            used = risk.matrix().filter(own.id()::equals).isPresent() && used.isEmpty() ? Optional.of(reading) : used;
        }
        MatrixReading reading = used.or(() -> risk.matrix().flatMap(Matrices::shipped))
                .orElse(new MatrixReading(Optional.empty(), Optional.empty(), List.of()));
        if (reading.matrix().isEmpty()) {
            boolean needed = !risk.scenarios().isEmpty() || !risk.initial().isEmpty();
            if (needed) {
                problems.add(Problem.of(
                        RiskProblem.NO_MATRIX,
                        where(positions, "risk.matrix"),
                        risk.matrix().map(MatrixId::value).orElse("–")));
            }
            return new MatrixReading(Optional.empty(), Optional.empty(), problems);
        }
        Matrix matrix = reading.matrix().get();
        Optional<Tolerance> line =
                risk.tolerable().isPresent() ? risk.tolerable().flatMap(matrix::tolerance) : reading.tolerable();
        if (risk.tolerable().isPresent() && line.isEmpty()) {
            problems.add(Problem.of(
                    RiskProblem.TOLERABLE_OUTSIDE,
                    where(positions, "risk.tolerable"),
                    matrix.id(),
                    risk.tolerable().get(),
                    matrix.range()));
        }
        return new MatrixReading(Optional.of(matrix), line, problems);
    }

    /// One of the product's own, checked as every other.
    public static Optional<MatrixReading> shipped(MatrixId id) {
        Stream<RiskMatrix> named = RiskFiles.shippedMatrices().stream()
                .filter(matrix -> matrix.id().equals(id));
        return named.findFirst().map(matrix -> MatrixCheck.check(matrix, SourceMap.nowhere()));
    }

    private static SourceRef where(SourceMap positions, String path) {
        return positions
                .at(path)
                .or(() -> positions.at("risk"))
                .orElseGet(() -> new SourceRef.InDocument("", 0, 0, path));
    }
}
