package org.zonewright.assess.risk.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.assess.risk.matrix.RiskProblem;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.risk.LevelRange;
import org.zonewright.standard.SecurityLevel;

/// What a method says of one scenario: a level, or what it lacks. `formula` and `inputs` are what the method prints;
/// `faults` are problems of the scenario's line, each with its arguments after the scenario's id.
record Answer(
        Optional<SecurityLevel> level,
        boolean reduceByOtherMeans,
        Text formula,
        Text inputs,
        List<RequirementDemand> requirements,
        List<Fault> faults) {
    Answer {
        requirements = List.copyOf(requirements);
        faults = List.copyOf(faults);
    }

    /// A problem to be told with the scenario's line.
    record Fault(RiskProblem kind, List<String> arguments) {
        Fault {
            arguments = List.copyOf(arguments);
        }
    }

    static Answer of(SecurityLevel level, Text formula, Text inputs) {
        return new Answer(Optional.of(level), false, formula, inputs, List.of(), List.of());
    }

    /// The method cannot say a level; `what` names what it needs.
    static Answer lacks(Text formula, String method, String what) {
        return new Answer(
                Optional.empty(),
                false,
                formula,
                Text.of("risk.method.lacks", what),
                List.of(),
                List.of(new Fault(RiskProblem.METHOD_LACKS, List.of(method, what))));
    }

    /// The level of a range: the only one, the assessor's choice within it, or else the highest, which is told.
    static Answer choose(LevelRange range, MethodInput in, Text formula, Text inputs) {
        List<Fault> faults = new ArrayList<>();
        Optional<SecurityLevel> chosen = in.scenario().level();
        SecurityLevel level = range.to();
        if (chosen.isPresent() && range.contains(chosen.get())) {
            level = chosen.get();
            if (range.from() != range.to() && in.scenario().because().isEmpty()) {
                faults.add(new Fault(RiskProblem.REASON_MISSING, List.of()));
            }
        } else if (chosen.isPresent()) {
            String number = Integer.toString(chosen.get().number());
            faults.add(new Fault(RiskProblem.LEVEL_OUTSIDE, List.of(number, range.toString())));
        } else if (range.from() != range.to()) {
            faults.add(new Fault(RiskProblem.LEVEL_CHOICE, List.of(range.toString())));
        }
        return new Answer(Optional.of(level), false, formula, inputs, List.of(), faults);
    }

    Answer withOtherMeans() {
        return new Answer(level, true, formula, inputs, requirements, faults);
    }

    /// The reason: the level, beneath it the formula, the inputs and who estimated.
    Reason reason(Text headline, Text author) {
        List<Reason> because = new ArrayList<>();
        because.add(Reason.of(formula));
        because.add(Reason.of(inputs));
        if (reduceByOtherMeans) {
            because.add(Reason.of(Text.of("risk.method.other-means")));
        }
        because.add(Reason.of(author));
        return Reason.because(headline, because);
    }
}
