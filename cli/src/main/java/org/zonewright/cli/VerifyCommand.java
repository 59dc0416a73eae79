package org.zonewright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.InputProblem;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.FindingsJson;
import org.zonewright.report.assessment.FindingsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright verify`: the document held against the traffic.
@Command(
        name = "verify",
        description =
                "Holds a plant document against captures: what crosses zones without approval, what goes beyond its"
                        + " approval, who is unknown or retired and speaks; and against configurations of firewalls:"
                        + " what they let through and nobody approved, and the other way round. Traffic proves"
                        + " violations, never conformance.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright verify plant.yaml captures/",
            "  zonewright verify plant.yaml captures/ fw-1.nft router-7.rules",
            "  zonewright verify plant.yaml tap1.pcapng --at 2026-11-22 --format json"
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    @Parameters(index = "0", paramLabel = "PLANT", description = "The plant document (YAML).")
    private Path plant = Path.of("plant.yaml");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Captures, asset lists, logs and exports, configurations of firewalls, folders, globs or -.")
    private List<String> inputs = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or json.")
    private Format format = Format.text;

    @Option(names = "--all", description = "Show accepted findings and information too.")
    private boolean all;

    @Mixin
    private SiteOptions options = new SiteOptions();

    @ParentCommand
    private Main main = Main.NONE;

    /// 0 if nothing is open, 1 for findings that are new or whose acceptance expired, 2 if the document or all
    /// captures were unusable.
    @Override
    public Integer call() {
        Console console = main.console();
        if (!Files.isReadable(plant)) {
            console.say(List.of(Problem.of(
                    InputProblem.UNREADABLE, new SourceRef.InFile(plant.toString()), "there is no such file")));
            return ExitCode.FAILED.code();
        }
        Optional<SiteAssessment> read = options.assess(inputs, Optional.of(plant), main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        console.say(site.discovery().problems());
        if (site.assessment().conformance().isEmpty()
                || site.discovery().captures().isEmpty()) {
            console.say(List.of(
                    Problem.of(InputProblem.NOTHING_READ, new SourceRef.OnCommandLine(String.join(" ", inputs)))));
            return ExitCode.FAILED.code();
        }
        Texts texts = console.texts();
        switch (format) {
            case text -> console.result(FindingsText.write(site.assessment(), texts, all));
            case json -> console.result(stream -> FindingsJson.write(site.assessment(), texts, stream));
        }
        return site.assessment().hasOpenFindings() ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }
}
