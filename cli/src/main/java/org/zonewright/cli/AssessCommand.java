package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.AssessmentSummary;
import org.zonewright.report.discovery.Discovery;
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
                    "Captures, asset lists, logs, scans and exports of other tools, configurations of firewalls, a plant"
                            + " document, folders that hold them, globs, or - for a capture on standard input.")
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
        SiteResults.Written written = SiteResults.write(site, out, redact, main);
        Texts texts = main.console().texts();
        main.console()
                .result(AssessmentSummary.write(
                        written.report(), site.assessment(), texts, out.toString(), written.files()));
        return written.discovery();
    }
}
