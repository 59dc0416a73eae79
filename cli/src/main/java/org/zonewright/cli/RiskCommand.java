package org.zonewright.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.SiteRisk;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.process.RevisionDiff;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.base.Texts;
import org.zonewright.report.risk.RiskJson;
import org.zonewright.report.risk.RiskText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright risk`: the risk assessment of a plant document, ZCR 1 to 7.
@Command(
        name = "risk",
        description =
                "Assesses the risk of a plant document as IEC 62443-3-2 orders it: how far each step is and what it lacks,"
                        + " every scenario before and after countermeasures, and SL-T with what drives each entry.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright risk plant.yaml",
            "  zonewright risk plant.yaml --at 2026-11-22 --format json",
            "  zonewright risk plant.yaml --approved plant-C2.yaml",
            "  zonewright risk import hazop.xlsx"
        },
        subcommands = RiskImportCommand.class,
        mixinStandardHelpOptions = true)
final class RiskCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "PLANT", description = "The plant document; plant.yaml.")
    private Path plant = Path.of("plant.yaml");

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private Format format = Format.text;

    @Option(names = "--all", description = "Show every gap, the formula behind each demand, and proposed threats.")
    private boolean all;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = SiteOptions.InstantConverter.class,
            description = "The time that acceptances are held against; now if not given.")
    private Optional<Instant> at = Optional.empty();

    @Option(names = "--profile", paramLabel = "FILE", description = "A sector profile; may stand several times.")
    private List<Path> profiles = List.of();

    @Option(
            names = "--approved",
            paramLabel = "FILE",
            description = "The document that was approved: lists what changed since, and which steps that invalidates.")
    private Optional<Path> approved = Optional.empty();

    @Option(
            names = "--digest",
            description = "Print the digest of what an approval freezes, for approvals[].sha256, and nothing else.")
    private boolean digest;

    @ParentCommand
    private Main main = Main.NONE;

    Console console() {
        return main.console();
    }

    /// 0 if nothing is open, 1 for a risk above the line that nobody answers for or an input with an error, 2 if the
    /// document was unusable.
    @Override
    public Integer call() {
        Console console = main.console();
        SiteRisk site = SiteRisk.of(plant, profiles, approved, at.orElseGet(main::now));
        console.say(site.problems());
        if (site.result().isEmpty() || site.plant().isEmpty()) {
            return ExitCode.FAILED.code();
        }
        boolean isWrong = site.problems().stream().map(Problem::severity).anyMatch(Severity.ERROR::equals);
        if (digest) {
            console.result(RevisionDiff.content(site.plant().get()) + "\n");
            return isWrong ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
        }
        RiskResult result = site.result().get();
        console.say(result.problems());
        Texts texts = console.texts();
        switch (format) {
            case text -> console.result(RiskText.write(result, texts, all));
            case json -> console.result(stream -> RiskJson.write(result, texts, stream));
        }
        return (isWrong || result.isOpen()) ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }
}
