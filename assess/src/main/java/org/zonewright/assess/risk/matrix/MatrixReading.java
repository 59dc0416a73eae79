package org.zonewright.assess.risk.matrix;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;

/// The matrix that is used, the tolerable line, and what is wrong with either; a matrix with an error is not used.
public record MatrixReading(Optional<Matrix> matrix, Optional<Tolerance> tolerable, List<Problem> problems) {
    public MatrixReading {
        problems = List.copyOf(problems);
    }
}
