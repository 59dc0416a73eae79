package org.zonewright.assess.risk.target;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.base.Text;
import org.zonewright.standard.SecurityLevel;

/// Method `manual`: a person sets the level and says why.
final class ManualRule implements TargetRule {
    @Override
    public Answer ask(MethodInput in) {
        Text formula = Text.of("risk.method.manual.formula");
        Optional<SecurityLevel> level = in.scenario().level();
        if (level.isEmpty()) {
            return Answer.lacks(formula, "manual", "level");
        }
        Optional<String> because = in.scenario().because();
        List<Answer.Fault> faults =
                because.isPresent() ? List.of() : List.of(new Answer.Fault(RiskProblem.REASON_MISSING, List.of()));
        Text inputs = Text.of("risk.method.manual.inputs", level.get().number(), because.orElse("–"));
        return new Answer(level, false, formula, inputs, List.of(), faults);
    }
}
