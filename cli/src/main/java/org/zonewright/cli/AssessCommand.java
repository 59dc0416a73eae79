package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.AssessmentReports;
import org.zonewright.report.assessment.AssessmentSummary;
import org.zonewright.report.assessment.ReportContext;
import org.zonewright.report.discovery.Discovery;
import org.zonewright.report.discovery.DiscoveryJson;
import org.zonewright.report.discovery.Redaction;
import org.zonewright.report.drawing.ZoneDrawingSvg;
import org.zonewright.report.html.AssessmentPage;
import org.zonewright.report.html.AssessmentReport;
import org.zonewright.report.html.RedactedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright assess`: the main job, from whatever is there to a report.
@Command(
        name = "assess",
        description =
                "Judges a site from captures, asset lists and a plant document, or any one of them, and writes a report.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright assess examples/waterworks",
            "  zonewright assess captures/ --plant plant.yaml --out report --at 2026-11-22",
            "  zonewright assess assets.xlsx --redact"
        },
        mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description =
                    "Captures, asset lists, logs, scans and exports of other tools, a plant document, folders that hold"
                            + " them, globs, or - for a capture on standard input.")
    private List<String> inputs = List.of();

    @Option(names = "--plant", paramLabel = "FILE", description = "The plant document, if it is not among the inputs.")
    private Optional<Path> plant = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go; zonewright-report if not given.")
    private Path out = Path.of("zonewright-report");

    @Option(names = "--redact", description = "Replace names and addresses by pseudonyms; leave personal values out.")
    private boolean redact;

    @Mixin
    private SiteOptions options = new SiteOptions();

    @ParentCommand
    private Main main = Main.NONE;

    @Override
    public Integer call() {
        Optional<SiteAssessment> site = options.assess(inputs, plant, main);
        if (site.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        main.console().say(write(site.get()).problems());
        return site.get().assessment().hasOpenFindings() ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }

    /// Writes all results; what was discovered is given back as it may be shown.
    private Discovery write(SiteAssessment site) {
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
            text("draft.yaml", site.draft(texts));
            files.add("draft.yaml");
        }
        text("report.html", AssessmentPage.write(report, texts));
        report.drawing().ifPresent(drawing -> {
            text("zones.svg", ZoneDrawingSvg.file(drawing, texts));
            files.add("zones.svg");
        });
        Discovery facts = discovery;
        ResultFile.write(out.resolve("facts.json"), stream -> DiscoveryJson.write(facts, texts, stream));
        main.console().result(AssessmentSummary.write(report, site.assessment(), texts, out.toString(), files));
        return facts;
    }

    private void text(String name, String content) {
        ResultFile.write(out.resolve(name), stream -> stream.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}
