package org.zonewright.assess.risk.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zonewright.assess.risk.hazard.AttackTree.AllOf;
import org.zonewright.assess.risk.hazard.AttackTree.AnyOf;
import org.zonewright.assess.risk.hazard.AttackTree.Event;
import org.zonewright.assess.risk.matrix.Matrix;
import org.zonewright.assess.risk.target.ConsequenceTable;
import org.zonewright.base.Reason;
import org.zonewright.base.Text;
import org.zonewright.plant.SourceMap;
import org.zonewright.plant.risk.Hazard;
import org.zonewright.plant.risk.LevelRange;
import org.zonewright.plant.risk.Risk;

/// The security review of a hazard study: a row can be hacked if one of its causes can and all of its safeguards can.
/// Such a row wants a safeguard that cannot be hacked, or a level by its consequence.
public final class HazardReview {
    private HazardReview() {}

    /// Reviews every row of a document, in its order.
    public static List<HazardOutcome> review(Risk risk, Optional<Matrix> matrix, SourceMap positions) {
        return risk.hazards().stream()
                .map(hazard -> review(hazard, risk, matrix, positions))
                .toList();
    }

    /// The row as a tree: a row without causes asks for them.
    static AttackTree tree(Hazard hazard) {
        List<AttackTree> causes = hazard.causes().isEmpty()
                ? List.of(new Event("?", Optional.empty()))
                : hazard.causes().stream().map(HazardReview::event).toList();
        List<AttackTree> safeguards =
                hazard.safeguards().stream().map(HazardReview::event).toList();
        return new AllOf(List.of(new AnyOf(causes), new AllOf(safeguards)));
    }

    private static AttackTree event(Hazard.Element element) {
        return new Event(element.text(), element.hackable());
    }

    private static HazardOutcome review(Hazard hazard, Risk risk, Optional<Matrix> matrix, SourceMap positions) {
        AttackTree tree = tree(hazard);
        Hackable hackable = tree.evaluate();
        Optional<LevelRange> level =
                hackable == Hackable.NO ? Optional.empty() : matrix.flatMap(one -> level(hazard, risk, one));
        String levels = level.map(LevelRange::toString).orElse("–");
        Text text =
                Text.of("risk.hazard." + hackable.id(), hazard.consequence(), levels, String.join("; ", tree.open()));
        return new HazardOutcome(
                hazard.id(),
                hazard.consequence(),
                hackable,
                tree.open(),
                level,
                new Reason(text, positions.of(hazard.id()).stream().toList(), elements(hazard)));
    }

    private static Optional<LevelRange> level(Hazard hazard, Risk risk, Matrix matrix) {
        Map<String, Integer> impacts = new TreeMap<>();
        hazard.estimate().impacts().forEach((dimension, text) -> matrix.impact()
                .find(text)
                .ifPresent(step -> impacts.put(dimension, step)));
        return Matrix.worst(impacts)
                .map(worst ->
                        ConsequenceTable.range(matrix.impact(), risk.rules().byConsequence(), false, worst.getKey()));
    }

    private static List<Reason> elements(Hazard hazard) {
        List<Reason> reasons = new ArrayList<>();
        hazard.causes().forEach(cause -> reasons.add(element("risk.hazard.cause.", cause)));
        hazard.safeguards().forEach(safeguard -> reasons.add(element("risk.hazard.safeguard.", safeguard)));
        return reasons;
    }

    private static Reason element(String key, Hazard.Element element) {
        return Reason.of(Text.of(key + Hackable.of(element.hackable()).id(), element.text()));
    }
}
