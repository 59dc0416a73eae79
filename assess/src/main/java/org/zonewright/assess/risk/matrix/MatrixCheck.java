package org.zonewright.assess.risk.matrix;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.Severity;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.risk.RiskMatrix;
import org.zonewright.plant.risk.RiskMatrix.Axis;
import org.zonewright.plant.risk.RiskMatrix.Step;

/// Checks one matrix as somebody wrote it and makes it usable, or says which cells stand in the way. Mutable; one
/// thread; one matrix.
///
/// An axis has 3 to 7 steps; 2 are let through with a note, since matrices with two steps are in use.
public final class MatrixCheck {
    private static final int LEAST = 2;
    private static final int USUAL = 3;
    private static final int MOST = 7;

    private final RiskMatrix written;
    private final SourceMap positions;
    private final ProblemLog log = new ProblemLog();

    private MatrixCheck(RiskMatrix written, SourceMap positions) {
        this.written = written;
        this.positions = positions;
    }

    /// The matrix with its own tolerable line. Problems name the cells, counted from 1 in the document's order.
    public static MatrixReading check(RiskMatrix written, SourceMap positions) {
        return new MatrixCheck(written, positions).run();
    }

    private MatrixReading run() {
        axis("likelihood", written.likelihood());
        axis("impact", written.impact());
        sizes();
        twice("level", written.levels());
        if (hasErrors()) {
            return refused();
        }
        List<List<RiskValue>> values = values();
        if (hasErrors()) {
            return refused();
        }
        List<List<RiskValue>> cells = mildFirst(values);
        monotone(values);
        unused(values);
        if (hasErrors()) {
            return refused();
        }
        Matrix matrix = new Matrix(
                written.id(),
                written.name().orElse(written.id().value()),
                side(written.likelihood()),
                side(written.impact()),
                written.levels().isEmpty() ? bandLevels() : written.levels(),
                cells);
        Optional<Tolerance> tolerable = written.tolerable().flatMap(matrix::tolerance);
        if (written.tolerable().isPresent() && tolerable.isEmpty()) {
            report(
                    RiskProblem.TOLERABLE_OUTSIDE,
                    "tolerable",
                    written.tolerable().get(),
                    matrix.range());
            return refused();
        }
        return new MatrixReading(Optional.of(matrix), tolerable, log.problems());
    }

    private MatrixReading refused() {
        return new MatrixReading(Optional.empty(), Optional.empty(), log.problems());
    }

    private boolean hasErrors() {
        return log.problems().stream().map(Problem::severity).anyMatch(Severity.ERROR::equals);
    }

    private void report(RiskProblem kind, String path, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = written.id();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        log.report(kind, where(path), all);
    }

    /// The line of a part of the matrix, the matrix's own where the part has none, or no line at all.
    private SourceRef where(String path) {
        String item = "risk.matrices[" + written.id() + "]";
        return positions
                .at(item + "." + path)
                .or(() -> positions.of(written.id()))
                .orElseGet(() -> new SourceRef.InDocument("", 0, 0, item + "." + path));
    }

    private void axis(String name, Axis axis) {
        int count = axis.steps().size();
        if (count < LEAST || count > MOST) {
            report(RiskProblem.MATRIX_SIZE, name, name + ": " + count);
        } else if (count < USUAL) {
            report(RiskProblem.MATRIX_COARSE, name, name);
        }
        twice(name, axis.steps().stream().map(Step::label).toList());
        ranges(name, axis);
    }

    private void twice(String what, List<String> words) {
        Set<String> seen = new HashSet<>();
        for (String word : words) {
            if (!seen.add(word.toLowerCase(Locale.ROOT))) {
                report(RiskProblem.MATRIX_TWICE, what.equals("level") ? "levels" : what, what + " " + word);
            }
        }
    }

    private void sizes() {
        int rows = written.likelihood().steps().size();
        int columns = written.impact().steps().size();
        if (written.cells().size() != rows) {
            report(RiskProblem.MATRIX_SIZE, "cells", "cells: " + written.cells().size() + " ≠ " + rows);
        }
        for (int row = 0; row < written.cells().size(); row++) {
            int count = written.cells().get(row).size();
            if (count != columns) {
                String path = "cells[" + row + "]";
                report(RiskProblem.MATRIX_SIZE, path, path + ": " + count + " ≠ " + columns);
            }
        }
    }

    /// Frequency ranges, where a step has one, leave nothing out and share nothing: each begins where its neighbour
    /// ends.
    private void ranges(String name, Axis axis) {
        List<Step> steps = new ArrayList<>(axis.steps());
        if (axis.descending()) {
            Collections.reverse(steps);
        }
        boolean any = steps.stream()
                .anyMatch(step ->
                        step.minPerYear().isPresent() || step.maxPerYear().isPresent());
        for (int i = 0; any && i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.minPerYear().isPresent()
                    && step.maxPerYear().isPresent()
                    && step.minPerYear().get().compareTo(step.maxPerYear().get()) >= 0) {
                report(RiskProblem.MATRIX_RANGES, name, step.label() + ": min ≥ max");
            }
            if (i + 1 < steps.size()) {
                border(name, step, steps.get(i + 1));
            }
        }
    }

    private void border(String name, Step lower, Step upper) {
        Optional<BigDecimal> end = lower.maxPerYear();
        Optional<BigDecimal> start = upper.minPerYear();
        String between = lower.label() + " | " + upper.label();
        if (end.isEmpty() || start.isEmpty()) {
            report(RiskProblem.MATRIX_RANGES, name, between + ": ?");
        } else if (end.get().compareTo(start.get()) != 0) {
            String how = end.get().compareTo(start.get()) > 0 ? ">" : "<";
            report(
                    RiskProblem.MATRIX_RANGES,
                    name,
                    between + ": " + end.get().toPlainString() + " " + how + " "
                            + start.get().toPlainString());
        }
    }

    private List<List<RiskValue>> values() {
        boolean named = !written.levels().isEmpty() && written.bands().isEmpty();
        return named ? levelCells() : numberCells();
    }

    private List<List<RiskValue>> levelCells() {
        return cells((row, column) -> {
            String text = written.cells().get(row).get(column);
            for (int i = 0; i < written.levels().size(); i++) {
                if (written.levels().get(i).equalsIgnoreCase(text)) {
                    return Optional.of(new RiskValue(written.levels().get(i), i, Optional.empty()));
                }
            }
            report(
                    RiskProblem.MATRIX_CELL,
                    path(row, column),
                    path(row, column),
                    text,
                    String.join(", ", written.levels()));
            return Optional.empty();
        });
    }

    private List<List<RiskValue>> numberCells() {
        Set<BigDecimal> scores = new TreeSet<>();
        written.cells().forEach(row -> row.forEach(cell -> number(cell).ifPresent(scores::add)));
        List<BigDecimal> sorted = List.copyOf(scores);
        Bands bands = new Bands(written.bands(), bandLevels());
        bands.faults(sorted).forEach(fault -> report(RiskProblem.MATRIX_BANDS, "bands", fault));
        return cells((row, column) -> {
            String text = written.cells().get(row).get(column);
            Optional<RiskValue> value = number(text)
                    .flatMap(score -> written.bands().isEmpty()
                            ? Optional.of(
                                    new RiskValue(score.toPlainString(), indexOf(sorted, score), Optional.of(score)))
                            : bands.value(score));
            if (value.isEmpty()) {
                report(RiskProblem.MATRIX_CELL, path(row, column), path(row, column), text, bands.display());
            }
            return value;
        });
    }

    /// By value: 1 and 1.0 are one score.
    private static int indexOf(List<BigDecimal> sorted, BigDecimal score) {
        int index = 0;
        while (sorted.get(index).compareTo(score) != 0) {
            index++;
        }
        return index;
    }

    private List<String> bandLevels() {
        return written.levels().isEmpty()
                ? written.bands().stream().map(RiskMatrix.Band::level).toList()
                : written.levels();
    }

    static Optional<BigDecimal> number(String text) {
        return text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private interface Cell {
        Optional<RiskValue> at(int row, int column);
    }

    private List<List<RiskValue>> cells(Cell cell) {
        List<List<RiskValue>> rows = new ArrayList<>();
        for (int row = 0; row < written.cells().size(); row++) {
            List<RiskValue> values = new ArrayList<>();
            for (int column = 0; column < written.cells().get(row).size(); column++) {
                cell.at(row, column).ifPresent(values::add);
            }
            rows.add(values);
        }
        return rows;
    }

    private static String path(int row, int column) {
        return "cells[" + row + "][" + column + "]";
    }

    /// No cell is below its neighbour on the milder side, in the document's order of cells.
    private void monotone(List<List<RiskValue>> values) {
        int down = written.likelihood().descending() ? -1 : 1;
        int right = written.impact().descending() ? -1 : 1;
        for (int row = 0; row < values.size(); row++) {
            for (int column = 0; column < values.get(row).size(); column++) {
                compare(values, row, column, row + down, column);
                compare(values, row, column, row, column + right);
            }
        }
    }

    private void compare(List<List<RiskValue>> values, int row, int column, int worseRow, int worseColumn) {
        if (worseRow < 0
                || worseRow >= values.size()
                || worseColumn < 0
                || worseColumn >= values.get(worseRow).size()) {
            return;
        }
        RiskValue mild = values.get(row).get(column);
        RiskValue bad = values.get(worseRow).get(worseColumn);
        if (bad.compareTo(mild) < 0) {
            report(
                    RiskProblem.MATRIX_FALLS,
                    path(worseRow, worseColumn),
                    path(row, column) + " " + mild.display(),
                    path(worseRow, worseColumn) + " " + bad.display());
        }
    }

    private void unused(List<List<RiskValue>> values) {
        Set<String> used = new HashSet<>();
        values.forEach(row -> row.forEach(value -> used.add(value.label())));
        List<String> levels = written.bands().isEmpty() ? written.levels() : bandLevels();
        for (String level : levels) {
            if (!used.contains(level)) {
                report(RiskProblem.MATRIX_LEVEL_UNUSED, "levels", level);
            }
        }
    }

    private List<List<RiskValue>> mildFirst(List<List<RiskValue>> values) {
        List<List<RiskValue>> rows = new ArrayList<>();
        for (List<RiskValue> row : values) {
            rows.add(written.impact().descending() ? row.reversed() : row);
        }
        return written.likelihood().descending() ? rows.reversed() : rows;
    }

    private static Side side(Axis axis) {
        List<String> labels = axis.steps().stream().map(Step::label).toList();
        return new Side(axis.descending() ? labels.reversed() : labels, axis.descending());
    }
}
