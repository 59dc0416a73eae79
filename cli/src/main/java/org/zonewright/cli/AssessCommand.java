package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.AssessmentSummary;
import org.zonewright.report.discovery.Discovery;

/// `zonewright assess`: the main job, from whatever is there to a report.
final class AssessCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "assess",
                    "Judges a site from captures, asset lists and a plant document, or any one of them, and writes a report.")
            .examples(
                    "zonewright assess examples/waterworks",
                    "zonewright assess captures/ --plant plant.yaml --out report --at 2026-11-22",
                    "zonewright assess assets.xlsx --redact");

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT",
                    "Captures, asset lists, logs, scans and exports of other tools, configurations of firewalls, a plant"
                            + " document, folders that hold them, globs, or - for a capture on standard input.")
            .arity("1..*")
            .texts();

    private final Given<Optional<Path>> plant = declared.option(
                    "--plant", "FILE", "The plant document, if it is not among the inputs.")
            .file();

    private final Given<Path> out = declared.option(
                    "--out", "DIR", "Where the results go; zonewright-report if not given.")
            .file(Path.of("zonewright-report"));

    private final Given<Boolean> redact =
            declared.flag("--redact", "Replace names and addresses by pseudonyms; leave personal values out.");

    private final SiteOptions options = new SiteOptions(declared);

    private final Main main;

    AssessCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    @Override
    public Integer call() {
        Optional<SiteAssessment> site = options.assess(inputs.value(), plant.value(), main);
        if (site.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        main.console().say(write(site.get()).problems());
        return site.get().assessment().hasOpenFindings() ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }

    /// Writes all results; what was discovered is given back as it may be shown.
    private Discovery write(SiteAssessment site) {
        SiteResults.Written written = SiteResults.write(site, out.value(), redact.value(), main);
        Texts texts = main.console().texts();
        main.console()
                .result(AssessmentSummary.write(
                        written.report(), site.assessment(), texts, out.value().toString(), written.files()));
        return written.discovery();
    }
}
