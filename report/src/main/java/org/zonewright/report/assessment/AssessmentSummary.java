package org.zonewright.report.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zonewright.assess.Assessment;
import org.zonewright.base.Text;
import org.zonewright.base.Texts;
import org.zonewright.facts.Basis;
import org.zonewright.facts.CaptureSummary;
import org.zonewright.facts.inventory.Asset;
import org.zonewright.facts.inventory.Inventory;
import org.zonewright.report.Timestamps;
import org.zonewright.report.assurance.Assurance;
import org.zonewright.report.assurance.LevelCell;
import org.zonewright.report.html.AssessmentReport;
import org.zonewright.report.html.Finding;
import org.zonewright.report.markup.Printable;
import org.zonewright.report.truth.TruthText;

/// What an assessment says on a terminal: how much was seen, what matters most, what nobody can see, and where the
/// results are.
public final class AssessmentSummary {
    private static final int SHOWN = 10;

    private AssessmentSummary() {}

    /// The text; `folder` is where the results were written, `files` which.
    public static String write(
            AssessmentReport report, Assessment assessment, Texts texts, String folder, List<String> files) {
        StringBuilder out = new StringBuilder();
        Inventory inventory = report.inventory();
        line(
                out,
                texts.say(
                        "report.summary.site",
                        report.header().site(),
                        Timestamps.seconds(report.header().at())));
        line(out, texts.say(report.header().subtitle()));
        out.append('\n');
        long frames =
                report.captures().stream().mapToLong(CaptureSummary::frames).sum();
        line(
                out,
                texts.say(
                        "report.summary.read",
                        report.captures().size(),
                        frames,
                        report.header().inputs().size()));
        line(
                out,
                texts.say(
                        "report.summary.assets",
                        inventory.assets().size(),
                        count(inventory, true, true),
                        count(inventory, false, true),
                        count(inventory, true, false)));
        line(
                out,
                texts.say(
                        "report.summary.network",
                        inventory.conversations().size(),
                        inventory.realms().size(),
                        report.zones().size(),
                        report.conduits().size()));
        assessment
                .plant()
                .ifPresent(plant -> line(
                        out,
                        texts.say(
                                "report.summary.document",
                                plant.assets().size(),
                                plant.assets().size() - heard(assessment))));
        report.assurance().ifPresent(assurance -> levels(assurance, texts, out));
        out.append(TruthText.write(report.truth(), texts));
        findings(report, texts, out);
        section(
                out,
                texts,
                "report.summary.blind",
                report.blindSpots().stream()
                        .map(AssessmentReport.BlindSpot::missing)
                        .toList());
        section(
                out,
                texts,
                "report.summary.questions",
                report.questions().stream()
                        .map(AssessmentReport.Question::question)
                        .toList());
        out.append('\n');
        assessment.statements().forEach(statement -> line(out, texts.say(statement)));
        line(
                out,
                texts.say(
                        "report.summary.results",
                        folder,
                        String.join(", ", files.stream().sorted().toList())));
        return out.toString();
    }

    /// How many levels with a target are reached, how many failed, and how many scenarios stay above the line.
    private static void levels(Assurance assurance, Texts texts, StringBuilder out) {
        Map<LevelCell.State, Long> counts = assurance.levels().stream()
                .flatMap(row -> row.cells().stream())
                .collect(Collectors.groupingBy(LevelCell::state, Collectors.counting()));
        long failed = counts.getOrDefault(LevelCell.State.FAILED, 0L);
        long contradicted = counts.getOrDefault(LevelCell.State.CONTRADICTED, 0L);
        long reached = counts.getOrDefault(LevelCell.State.REACHED, 0L);
        long unknown = counts.getOrDefault(LevelCell.State.NO_EVIDENCE, 0L);
        long all = reached + failed + contradicted + unknown;
        if (all > 0) {
            line(out, texts.say("report.summary.levels", all, reached, failed, contradicted, unknown));
        }
        assurance.risk().ifPresent(risk -> {
            long above = risk.scenarios().stream()
                    .filter(scenario -> risk.level(scenario.after().orElse(scenario.before())) > risk.tolerable())
                    .count();
            line(out, texts.say("report.summary.risk", risk.scenarios().size(), above));
        });
    }

    private static long count(Inventory inventory, boolean observed, boolean documented) {
        return inventory.assets().stream()
                .filter(asset -> asset.isObserved() == observed && isDocumented(asset) == documented)
                .count();
    }

    /// How many assets of the document were observed.
    private static long heard(Assessment assessment) {
        Map<String, Asset> assets = assessment.inventory().assetsById();
        return assessment.placement().stream()
                .flatMap(placement -> placement.assets().values().stream())
                .filter(placed -> Optional.ofNullable(assets.get(placed.observed()))
                        .filter(Asset::isObserved)
                        .isPresent())
                .flatMap(placed -> placed.documented().stream())
                .distinct()
                .count();
    }

    private static boolean isDocumented(Asset asset) {
        return asset.bases().contains(Basis.DOCUMENTED);
    }

    private static void findings(AssessmentReport report, Texts texts, StringBuilder out) {
        out.append('\n');
        List<Finding> findings = report.findings();
        if (findings.isEmpty()) {
            line(out, texts.say("report.summary.no-findings"));
            return;
        }
        line(out, texts.say("report.summary.findings", findings.size(), Math.min(SHOWN, findings.size())));
        int number = 1;
        for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            String accepted =
                    finding.accepted().map(text -> " (" + texts.say(text) + ")").orElse("");
            line(out, "%3d. %-8s %s%s".formatted(number++, finding.level(), texts.say(finding.title()), accepted));
        }
    }

    private static void section(StringBuilder out, Texts texts, String heading, List<Text> lines) {
        if (!lines.isEmpty()) {
            out.append('\n');
            line(out, texts.say(heading));
            lines.stream().limit(SHOWN).forEach(text -> line(out, "   - " + texts.say(text)));
            if (lines.size() > SHOWN) {
                line(out, "   - " + texts.say("report.summary.more", lines.size() - SHOWN));
            }
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(Printable.of(text)).append('\n');
    }
}
