package org.zonewright.assess.risk.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.assess.risk.matrix.Position;
import org.zonewright.assess.risk.matrix.Tolerance;
import org.zonewright.base.Text;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.SecurityLevel;

/// Method `iterative`: take everything that a level asks for as present, estimate the risk that is left, and raise
/// the level while it is above the line. SL 0 is the unmitigated risk.
///
/// A level that nobody estimated is passed over; it is not taken to suffice.
final class IterativeRule implements TargetRule {
    @Override
    public Answer ask(MethodInput in) {
        Text formula = Text.of("risk.method.iterative.formula");
        if (in.risk().unmitigated().isEmpty() || in.tolerable().isEmpty()) {
            String lacking = in.tolerable().isEmpty() ? "risk.tolerable" : "unmitigated";
            return Answer.lacks(formula, "iterative", lacking);
        }
        Tolerance line = in.tolerable().get();
        List<String> tried = new ArrayList<>();
        for (SecurityLevel level : SecurityLevel.values()) {
            Optional<Position> left = level == SecurityLevel.SL0
                    ? in.risk().unmitigated()
                    : in.effects().at(level);
            left.ifPresent(
                    at -> tried.add("SL " + level.number() + " → " + at.risk().display()));
            if (left.filter(at -> line.covers(at.risk())).isPresent()) {
                return Answer.of(level, formula, inputs(in, level, tried));
            }
        }
        if (tried.size() == 1) {
            return Answer.lacks(formula, "iterative", "at-levels");
        }
        return Answer.of(SecurityLevel.SL4, formula, inputs(in, SecurityLevel.SL4, tried))
                .withOtherMeans();
    }

    private static Text inputs(MethodInput in, SecurityLevel level, List<String> tried) {
        List<FoundationalRequirement> concerns = in.scenario().stoppedBy();
        long present = concerns.stream()
                .distinct()
                .mapToLong(concern ->
                        in.catalogues().systems().selectedAt(concern, level).size())
                .sum();
        return Text.of(
                "risk.method.iterative.inputs",
                String.join(", ", tried),
                present,
                concerns.stream().distinct().sorted().map(Enum::name).collect(Collectors.joining(" ")));
    }
}
