package org.zonewright.assess.risk.target;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.matrix.Side;
import org.zonewright.base.Text;
import org.zonewright.plant.risk.LevelRange;

/// Method `consequence`: the worst impact alone gives SL-T, whatever the likelihood.
///
/// The default, our own: the worst step of the matrix 3, or 4 where an essential function of kind safety is hit; the
/// step below it 2; all others 1. `rules.by-consequence` replaces steps of it.
final class ConsequenceRule implements TargetRule {
    @Override
    public Answer ask(MethodInput in) {
        Text formula = in.rules().byConsequence().isEmpty()
                ? Text.of("risk.method.consequence.formula")
                : Text.of(
                        "risk.method.consequence.formula.set",
                        in.rules().byConsequence().entrySet().stream()
                                .map(row -> row.getKey() + " → " + row.getValue())
                                .collect(Collectors.joining(", ")));
        Optional<Integer> worst = Matrix.worst(in.risk().impacts()).map(Map.Entry::getKey);
        if (in.matrix().isEmpty() || worst.isEmpty()) {
            return Answer.lacks(formula, "consequence", "unmitigated.impacts");
        }
        Side impact = in.matrix().get().impact();
        LevelRange range = ConsequenceTable.range(impact, in.rules().byConsequence(), in.safety(), worst.get());
        return Answer.choose(
                range,
                in,
                formula,
                Text.of("risk.method.consequence.inputs", impact.labels().get(worst.get()), range));
    }
}
