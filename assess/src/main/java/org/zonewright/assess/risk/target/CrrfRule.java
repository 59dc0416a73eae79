package org.zonewright.assess.risk.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.base.Text;
import org.zonewright.plant.risk.TargetRules.Crrf;
import org.zonewright.plant.risk.TargetRules.Scale;
import org.zonewright.standard.SecurityLevel;

/// Method `crrf`: the cyber risk reduction factor, unmitigated over tolerable risk, gives SL-T. Needs a matrix of
/// numbers.
///
/// Linear: `min(4, ceil(CRRF - subtract))`; logarithmic: `min(4, ceil(log10(CRRF)))`. A factor of at most 1 gives 0
/// or 1 by setting; one beyond what SL 4 makes up for also gives the note to reduce the risk by other means. Computed
/// exactly, without rounding.
final class CrrfRule implements TargetRule {
    private static final int MOST = 4;

    @Override
    public Answer ask(MethodInput in) {
        Crrf rule = in.rules().crrf();
        Text formula = Text.of(
                "risk.method.crrf.formula." + rule.scale().word(),
                rule.subtract().toPlainString(),
                rule.whenTolerable().number());
        Optional<BigDecimal> risk = in.risk().unmitigated().map(Position::risk).flatMap(value -> value.score());
        if (risk.isEmpty()) {
            boolean placed = in.risk().unmitigated().isPresent();
            return Answer.lacks(formula, "crrf", placed ? "a matrix of numbers" : "unmitigated");
        }
        Optional<BigDecimal> tolerable = tolerable(in).filter(line -> line.signum() > 0);
        if (tolerable.isEmpty()) {
            return Answer.lacks(formula, "crrf", "risk.tolerable");
        }
        return answer(rule, risk.get(), tolerable.get(), formula);
    }

    private static Answer answer(Crrf rule, BigDecimal risk, BigDecimal tolerable, Text formula) {
        Text inputs = Text.of(
                "risk.method.crrf.inputs",
                risk.toPlainString(),
                tolerable.toPlainString(),
                risk.divide(tolerable, 4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
        if (risk.compareTo(tolerable) <= 0) {
            return Answer.of(rule.whenTolerable(), formula, inputs);
        }
        int steps = rule.scale() == Scale.LINEAR ? linear(risk, tolerable, rule.subtract()) : decades(risk, tolerable);
        SecurityLevel level = SecurityLevel.ofNumber(Math.min(MOST, steps)).orElseThrow();
        Answer answer = Answer.of(level, formula, inputs);
        boolean beyond = rule.scale() == Scale.LINEAR
                ? risk.compareTo(tolerable.multiply(BigDecimal.valueOf(MOST))) > 0
                : steps > MOST;
        return beyond ? answer.withOtherMeans() : answer;
    }

    /// The smallest n from 1 with n ≥ risk / tolerable - subtract; 5 for all beyond 4.
    private static int linear(BigDecimal risk, BigDecimal tolerable, BigDecimal subtract) {
        BigDecimal needed = risk.subtract(tolerable.multiply(subtract));
        int n = 1;
        while (n <= MOST && tolerable.multiply(BigDecimal.valueOf(n)).compareTo(needed) < 0) {
            n++;
        }
        return n;
    }

    /// The smallest n from 1 with 10^n ≥ risk / tolerable; 5 for all beyond 4.
    private static int decades(BigDecimal risk, BigDecimal tolerable) {
        int n = 1;
        while (n <= MOST && tolerable.scaleByPowerOfTen(n).compareTo(risk) < 0) {
            n++;
        }
        return n;
    }

    /// The line's number, or the highest number that a tolerable level has.
    private static Optional<BigDecimal> tolerable(MethodInput in) {
        Optional<Tolerance> line = in.tolerable();
        return line.flatMap(Tolerance::score)
                .or(() -> line.flatMap(drawn -> in.matrix().stream()
                        .map(Matrix::cells)
                        .flatMap(rows -> rows.stream().flatMap(row -> row.stream()))
                        .filter(drawn::covers)
                        .flatMap(value -> value.score().stream())
                        .max(BigDecimal::compareTo)));
    }
}
