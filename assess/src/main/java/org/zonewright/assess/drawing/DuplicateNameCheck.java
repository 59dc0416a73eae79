package org.zonewright.assess.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.zonewright.assess.Consequence;
import org.zonewright.assess.Finding;
import org.zonewright.assess.Finding.About;
import org.zonewright.assess.FindingKind;
import org.zonewright.assess.Subject;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Text;

/// Names of zones and conduits are unique.
///
/// - **What it checks**: no two zones or conduits are called the same, upper and lower case aside.
/// - **Why it matters**: people speak of names, not ids; an approval for the wrong of two zones is an approval nobody
/// gave.
/// - **Evidence**: `zones[].name`, `conduits[].name`, and the ids where there is no name.
/// - **Verdicts**: in order · two or more share a name.
/// - **What it cannot see**: names that differ in spelling alone.
/// - **Clause**: ZCR 6.4 (a name for each).
final class DuplicateNameCheck implements DrawingCheck {
    private record Named(Subject subject, List<SourceRef> line) {}

    @Override
    public List<Finding> check(Drawing drawing) {
        Map<String, List<Named>> byName = new TreeMap<>();
        drawing.plant().zones().forEach(zone -> byName.computeIfAbsent(
                        key(zone.displayName()), any -> new ArrayList<>())
                .add(new Named(Subject.of(zone.id()), drawing.lineOf(zone.id()))));
        drawing.plant().conduits().forEach(conduit -> byName.computeIfAbsent(
                        key(conduit.displayName()), any -> new ArrayList<>())
                .add(new Named(Subject.of(conduit.id()), drawing.lineOf(conduit.id()))));
        List<Finding> findings = new ArrayList<>();
        byName.forEach((name, named) -> {
            if (named.size() > 1) {
                List<String> ids =
                        named.stream().map(one -> one.subject().id()).sorted().toList();
                List<SourceRef> lines =
                        named.stream().flatMap(one -> one.line().stream()).toList();
                findings.add(Finding.of(
                        FindingKind.DUPLICATE_NAME,
                        new About(
                                String.join("+", ids),
                                List.of(name, String.join(", ", ids)),
                                named.stream().map(Named::subject).toList()),
                        new Reason(
                                Text.of("finding.duplicate-name.because", name, String.join(", ", ids)),
                                lines,
                                List.of()),
                        Consequence.NONE,
                        lines));
            }
        });
        return findings;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
