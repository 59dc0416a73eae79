package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.AssessmentReports;
import org.zonewright.report.drawing.ZoneDrawing;
import org.zonewright.report.drawing.ZoneDrawingSvg;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright draft`: zones and conduits as the facts propose them.
@Command(
        name = "draft",
        description =
                "Proposes zones and conduits from what is on the network, as a plant document with its reasons and"
                        + " with the questions that only people on site can answer.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright draft captures/ --out plant.yaml",
            "  zonewright draft captures/ --format svg --out zones.svg"
        },
        mixinStandardHelpOptions = true)
final class DraftCommand implements Callable<Integer> {
    enum Format {
        yaml,
        svg
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "INPUT",
            description = "Captures, asset lists, logs and exports, folders, globs or -.")
    private List<String> inputs = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "yaml (default) or svg.")
    private Format format = Format.yaml;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; standard output if not given.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private SiteOptions options = new SiteOptions();

    @ParentCommand
    private Main main = Main.NONE;

    @Override
    public Integer call() {
        Optional<SiteAssessment> site = options.assess(inputs, Optional.empty(), main);
        if (site.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        Console console = main.console();
        byte[] content = content(site.get(), console.texts()).getBytes(StandardCharsets.UTF_8);
        if (out.isPresent()) {
            ResultFile.write(out.get(), stream -> stream.write(content));
        } else {
            console.result(stream -> stream.write(content));
        }
        console.say(site.get().discovery().problems());
        return ExitCode.CLEAN.code();
    }

    private String content(SiteAssessment site, Texts texts) {
        return switch (format) {
            case yaml -> site.draft(texts);
            case svg ->
                AssessmentReports.drawing(site.assessment(), site.context(main.product()), texts)
                        .map((ZoneDrawing drawing) -> ZoneDrawingSvg.file(drawing, texts))
                        .orElse("");
        };
    }
}
