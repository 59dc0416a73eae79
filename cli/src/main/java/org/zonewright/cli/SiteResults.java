package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.AssessmentReports;
import org.zonewright.report.assessment.ReportContext;
import org.zonewright.report.discovery.Discovery;
import org.zonewright.report.discovery.DiscoveryJson;
import org.zonewright.report.discovery.Redaction;
import org.zonewright.report.drawing.ZoneDrawingSvg;
import org.zonewright.report.html.AssessmentPage;
import org.zonewright.report.html.AssessmentReport;
import org.zonewright.report.html.RedactedReport;

/// The result files of an assessment, in a folder.
final class SiteResults {
    private SiteResults() {}

    /// What was written: the report and the discovery as they may be shown, and the names of the files.
    record Written(AssessmentReport report, Discovery discovery, List<String> files) {
        Written {
            files = List.copyOf(files);
        }
    }

    /// Writes all of them, each whole or not at all.
    static Written write(SiteAssessment site, Path out, boolean redact, Main main) {
        Texts texts = main.console().texts();
        ReportContext context = site.context(main.product());
        List<String> files = new ArrayList<>(List.of("report.html", "facts.json"));
        AssessmentReport report = AssessmentReports.of(site.assessment(), context, texts);
        Discovery discovery = site.discovery();
        if (redact) {
            Redaction redaction = AssessmentReports.redaction(site.assessment());
            discovery = redaction.apply(discovery);
            report = RedactedReport.of(report, redaction);
        } else {
            text(out.resolve("draft.yaml"), site.draft(texts));
            files.add("draft.yaml");
        }
        text(out.resolve("report.html"), AssessmentPage.write(report, texts));
        report.drawing().ifPresent(drawing -> {
            text(out.resolve("zones.svg"), ZoneDrawingSvg.file(drawing, texts));
            files.add("zones.svg");
        });
        Discovery facts = discovery;
        ResultFile.write(out.resolve("facts.json"), stream -> DiscoveryJson.write(facts, texts, stream));
        return new Written(report, discovery, files);
    }

    private static void text(Path file, String content) {
        ResultFile.write(file, stream -> stream.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
