package org.zonewright.report.assessment;

import java.util.List;
import org.zonewright.base.Problem;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.report.html.AssessmentReport;

/// What a report says beside the conclusions: the program, what it was given, and what was wrong with it.
/// `catalogues` are the requirement data with their versions.
public record ReportContext(
        String product,
        List<AssessmentReport.Input> inputs,
        List<String> catalogues,
        List<CaptureSummary> captures,
        List<Problem> problems) {
    public ReportContext {
        inputs = List.copyOf(inputs);
        catalogues = List.copyOf(catalogues);
        captures = List.copyOf(captures);
        problems = List.copyOf(problems);
    }
}
