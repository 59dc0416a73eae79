package org.zonewright.report.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.assess.Assessment;
import org.zonewright.assess.partition.ProposedZone;
import org.zonewright.base.Texts;
import org.zonewright.report.discovery.Redaction;
import org.zonewright.report.drawing.TitleBlock;
import org.zonewright.report.drawing.ZoneDrawing;
import org.zonewright.report.html.AssessmentReport;
import org.zonewright.report.reach.ReachView;
import org.zonewright.report.truth.TruthView;

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
                Observations.blindSpots(assessment.vantage()),
                DocumentNames.in(assessment),
                layout.zoneOfAsset(),
                drawing,
                layout.zones(),
                layout.matrix(),
                layout.conduits(),
                Observations.indications(assessment.observations(), layout::zoneName),
                context.captures(),
                context.problems(),
                questions(assessment),
                AssuranceView.of(assessment),
                TruthView.of(assessment),
                assessment.reach().map(reach -> ReachView.of(reach, texts)),
                false);
    }

    /// The drawing alone; empty where there is no zone to draw.
    public static Optional<ZoneDrawing> drawing(Assessment assessment, ReportContext context, Texts texts) {
        Layout layout = layout(assessment, texts);
        return layout.boxes().isEmpty() ? Optional.empty() : Optional.of(drawing(layout, assessment, context, texts));
    }

    /// The pseudonyms for everything that speaks of an assessment: of its inventory, of the assets that the document
    /// names, and of proposed zones that are named after their network.
    public static Redaction redaction(Assessment assessment) {
        List<Redaction.Alias> aliases = new ArrayList<>();
        assessment.plant().ifPresent(plant -> {
            Map<String, String> observed = new HashMap<>();
            assessment.placement().ifPresent(placement -> placement.assets().forEach((id, placed) -> placed.documented()
                    .ifPresent(documented -> observed.putIfAbsent(documented.value(), id))));
            plant.assets().forEach(asset -> {
                String id = asset.id().value();
                String subject = observed.getOrDefault(id, "documented " + id);
                aliases.add(new Redaction.Alias(id, subject, "documented"));
                asset.name().ifPresent(name -> aliases.add(new Redaction.Alias(name, subject, "documented")));
            });
        });
        assessment.draft().zones().stream()
                .map(ProposedZone::id)
                .filter(id -> id.matches(".*\\d+-\\d+.*"))
                .forEach(id -> aliases.add(new Redaction.Alias(id, "", "zone")));
        return Redaction.of(assessment.inventory(), aliases);
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
