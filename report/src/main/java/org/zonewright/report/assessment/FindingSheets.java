package org.zonewright.report.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.assess.Subject;
import org.zonewright.base.Severity;
import org.zonewright.base.Text;
import org.zonewright.report.html.Finding;

/// The findings of an assessment as the page shows them, in the assessment's order.
final class FindingSheets {
    private static final int CRITICAL_RANK = 60;

    private FindingSheets() {}

    static List<Finding> of(Collection<org.zonewright.assess.Finding> findings) {
        return findings.stream().map(FindingSheets::sheet).toList();
    }

    private static Finding sheet(org.zonewright.assess.Finding finding) {
        return new Finding(
                finding.key(),
                level(finding),
                finding.title(),
                place(finding),
                finding.reason(),
                finding.clauses().stream().map(String::valueOf).toList(),
                finding.advice(),
                acceptance(finding));
    }

    /// Severity says how sure it is that something is wrong, the rank how bad it could get.
    private static Finding.Level level(org.zonewright.assess.Finding finding) {
        Severity severity = finding.severity();
        return switch (severity) {
            case ERROR ->
                finding.consequence().rank() >= CRITICAL_RANK ? Finding.Level.CRITICAL : Finding.Level.HIGH;
            case WARNING -> Finding.Level.MEDIUM;
            case INFO -> Finding.Level.INFO;
        };
    }

    private static String place(org.zonewright.assess.Finding finding) {
        String places = finding.subjects().stream()
                .filter(subject ->
                        subject.kind() == Subject.Kind.ZONE || subject.kind() == Subject.Kind.CONDUIT)
                .map(Subject::id)
                .distinct()
                .collect(Collectors.joining(", "));
        return places.isEmpty()
                ? finding.subjects().stream().map(Subject::id).distinct().collect(Collectors.joining(", "))
                : places;
    }

    private static Optional<Text> acceptance(org.zonewright.assess.Finding finding) {
        return finding.acceptance().map(id -> switch (finding.state()) {
            case ACCEPTANCE_EXPIRED -> Text.of("report.acceptance.expired", id.value());
            case ACCEPTED, NEW -> Text.of("report.acceptance.valid", id.value());
        });
    }
}
