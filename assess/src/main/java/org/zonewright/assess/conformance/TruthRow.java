package org.zonewright.assess.conformance;

import java.util.List;
import java.util.Optional;
import org.zonewright.assess.Subject;
import org.zonewright.assess.enforcement.RuleRef;
import org.zonewright.base.Reason;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.policy.Box;
import org.zonewright.plant.id.FlowId;

/// One line of a truth table: an approved flow, traffic that none covers, or what a configuration lets through.
///
/// `from` and `to` are what people call the ends, `service` what is spoken (`modbus tcp/502`, `any`). `functions`
/// names what was asked for beyond the approval of `flow`, empty for the flow itself: that is a finding of its own.
/// `exchanges` counts pairs of stations that were seen, `attempts` those that were not answered, which count as
/// nothing seen. `opening` is what a configuration lets through, exactly. `rules` decide, where they were looked up;
/// `reason` opens frames and lines.
public record TruthRow(
        TruthCase truth,
        Optional<FlowId> flow,
        String from,
        String to,
        String service,
        String functions,
        int exchanges,
        int attempts,
        List<FunctionClass> classes,
        Optional<Box> opening,
        List<RuleRef> rules,
        List<Subject> subjects,
        Reason reason) {
    public TruthRow {
        classes = classes.stream().sorted().distinct().toList();
        rules = rules.stream().distinct().toList();
        subjects = subjects.stream().sorted().distinct().toList();
    }

    /// True if the row tells of functions beyond an approval.
    public boolean isExcess() {
        return !functions.isEmpty();
    }
}
