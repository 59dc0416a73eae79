package org.zonewright.report.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zonewright.assess.Assessment;
import org.zonewright.base.Texts;
import org.zonewright.report.discovery.Redaction;
import org.zonewright.report.drawing.TitleBlock;
import org.zonewright.report.drawing.ZoneDrawing;
import org.zonewright.report.html.AssessmentReport;

/// Lays an assessment out for the page and the drawing.
public final class AssessmentReports {
    private AssessmentReports() {}

    /// The page of an assessment, its drawing included. The same assessment and context give the same page.
    public static AssessmentReport of(Assessment assessment, ReportContext context, Texts texts) {
        Layout layout = layout(assessment, texts);
        Optional<ZoneDrawing> drawing =
                layout.boxes().isEmpty() ? Optional.empty() : Optional.of(drawing(layout, assessment, context, texts));
        return new AssessmentReport(
                new AssessmentReport.Header(
                        layout.site(),
                        layout.subtitle(),
                        layout.classification(),
                        assessment.at(),
                        context.product(),
                        context.catalogues(),
                        context.inputs()),
                layout.findings(),
                Observations.blindSpots(assessment.coverage()),
                assessment.inventory(),
                layout.zoneOfAsset(),
                drawing,
                layout.zones(),
                layout.matrix(),
                layout.conduits(),
                Observations.indications(assessment.indications(), layout::zoneName),
                context.captures(),
                context.problems(),
                questions(assessment),
                false);
    }

    /// The drawing alone; empty where there is no zone to draw.
    public static Optional<ZoneDrawing> drawing(Assessment assessment, ReportContext context, Texts texts) {
        Layout layout = layout(assessment, texts);
        return layout.boxes().isEmpty() ? Optional.empty() : Optional.of(drawing(layout, assessment, context, texts));
    }

    /// One redaction for everything that is shown of an assessment: what was observed, and what the document calls
    /// it.
    public static Redaction redaction(Assessment assessment) {
        SortedMap<String, Optional<String>> documented = new TreeMap<>();
        assessment.placement().ifPresent(placement -> {
            placement.unseen().forEach(id -> documented.put(id.value(), Optional.empty()));
            placement.assets().values().forEach(asset -> asset.documented()
                    .ifPresent(id -> documented.putIfAbsent(id.value(), Optional.of(asset.observed()))));
        });
        return Redaction.of(assessment.inventory(), documented);
    }

    private static Layout layout(Assessment assessment, Texts texts) {
        return assessment.plant().isPresent()
                ? new DocumentLayout(assessment, texts).layout()
                : new DraftLayout(assessment.draft(), assessment.inventory(), texts)
                        .layout(texts.say("report.site.unnamed"));
    }

    private static ZoneDrawing drawing(Layout layout, Assessment assessment, ReportContext context, Texts texts) {
        Instant at = assessment.at();
        List<String> sources =
                context.inputs().stream().map(AssessmentReport.Input::file).toList();
        TitleBlock block = new TitleBlock(
                layout.site(),
                texts.say("report.drawing.title"),
                texts.say(layout.subtitle()),
                layout.revision(),
                layout.classification(),
                at,
                context.product(),
                sources);
        return new ZoneDrawing(
                block, layout.suc(), layout.boxes(), layout.lines(), List.of(texts.say(layout.subtitle())));
    }

    private static List<AssessmentReport.Question> questions(Assessment assessment) {
        return assessment.draft().questions().stream()
                .map(question -> new AssessmentReport.Question(question.text(), String.join(", ", question.about())))
                .toList();
    }
}
