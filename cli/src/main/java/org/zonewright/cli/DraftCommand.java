package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.AssessmentReports;
import org.zonewright.report.drawing.ZoneDrawing;
import org.zonewright.report.drawing.ZoneDrawingSvg;

/// `zonewright draft`: zones and conduits as the facts propose them.
final class DraftCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "draft",
                    "Proposes zones and conduits from what is on the network, as a plant document with its reasons and"
                            + " with the questions that only people on site can answer.")
            .examples(
                    "zonewright draft captures/ --out plant.yaml",
                    "zonewright draft captures/ --format svg --out zones.svg");

    enum Format {
        yaml,
        svg
    }

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT", "Captures, asset lists, logs and exports, folders, globs or -.")
            .arity("1..*")
            .texts();

    private final Given<Format> format =
            declared.option("--format", "FORMAT", "yaml (default) or svg.").choice(Format.yaml);

    private final Given<Optional<Path>> out = declared.option(
                    "--out", "FILE", "The file to write; standard output if not given.")
            .file();

    private final SiteOptions options = new SiteOptions(declared);

    private final Main main;

    DraftCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    @Override
    public Integer call() {
        Optional<SiteAssessment> site = options.assess(inputs.value(), Optional.empty(), main);
        if (site.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        Console console = main.console();
        byte[] content = content(site.get(), console.texts()).getBytes(StandardCharsets.UTF_8);
        if (out.value().isPresent()) {
            ResultFile.write(out.value().get(), stream -> stream.write(content));
        } else {
            console.result(stream -> stream.write(content));
        }
        console.say(site.get().discovery().problems());
        return ExitCode.CLEAN.code();
    }

    private String content(SiteAssessment site, Texts texts) {
        return switch (format.value()) {
            case yaml -> site.draft(texts);
            case svg ->
                AssessmentReports.drawing(site.assessment(), site.context(main.product()), texts)
                        .map((ZoneDrawing drawing) -> ZoneDrawingSvg.file(drawing, texts))
                        .orElse("");
        };
    }
}
