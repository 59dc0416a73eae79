package org.zonewright.assess.risk.target;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.base.Text;
import org.zonewright.plant.risk.LevelRange;
import org.zonewright.standard.SecurityLevel;

/// Method `matrix`: the level of the unmitigated risk gives SL-T by a table; a range leaves the choice to the
/// assessor.
///
/// The default table is one that is in use: low 1, medium 2, high 2-3, critical 3-4. Levels of other names need
/// `rules.by-risk`.
final class MatrixToLevel implements TargetRule {
    private static final Map<String, LevelRange> DEFAULT = Map.of(
            "low",
            LevelRange.of(SecurityLevel.SL1),
            "medium",
            LevelRange.of(SecurityLevel.SL2),
            "high",
            new LevelRange(SecurityLevel.SL2, SecurityLevel.SL3),
            "critical",
            new LevelRange(SecurityLevel.SL3, SecurityLevel.SL4));

    @Override
    public Answer ask(MethodInput in) {
        Map<String, LevelRange> table = new TreeMap<>(DEFAULT);
        in.rules().byRisk().forEach((level, range) -> table.put(level.toLowerCase(Locale.ROOT), range));
        Text formula = Text.of(
                "risk.method.matrix.formula",
                table.entrySet().stream()
                        .map(row -> row.getKey() + " → " + row.getValue())
                        .collect(Collectors.joining(", ")));
        Optional<Position> at = in.risk().unmitigated();
        if (at.isEmpty()) {
            return Answer.lacks(formula, "matrix", "unmitigated");
        }
        String level = at.get().risk().label();
        LevelRange range = table.get(level.toLowerCase(Locale.ROOT));
        return range == null
                ? Answer.lacks(formula, "matrix", "rules.by-risk." + level)
                : Answer.choose(
                        range,
                        in,
                        formula,
                        Text.of("risk.method.matrix.inputs", at.get().risk().display(), range));
    }
}
