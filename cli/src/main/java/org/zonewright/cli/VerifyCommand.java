package org.zonewright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zonewright.app.InputProblem;
import org.zonewright.app.SiteAssessment;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.report.assessment.FindingsJson;
import org.zonewright.report.assessment.FindingsText;

/// `zonewright verify`: the document held against the traffic.
final class VerifyCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "verify",
                    "Holds a plant document against captures: what crosses zones without approval, what goes beyond its"
                            + " approval, who is unknown or retired and speaks; and against configurations of firewalls:"
                            + " what they let through and nobody approved, and the other way round. Traffic proves"
                            + " violations, never conformance.")
            .examples(
                    "zonewright verify plant.yaml captures/",
                    "zonewright verify plant.yaml captures/ fw-1.nft router-7.rules",
                    "zonewright verify plant.yaml tap1.pcapng --at 2026-11-22 --format json");

    enum Format {
        text,
        json
    }

    private final Given<Path> plant =
            declared.parameter("PLANT", "The plant document (YAML).").at("0").file(Path.of("plant.yaml"));

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT",
                    "Captures, asset lists, logs and exports, configurations of firewalls, folders, globs or -.")
            .at("1..*")
            .arity("1..*")
            .texts();

    private final Given<Format> format =
            declared.option("--format", "FORMAT", "text (default) or json.").choice(Format.text);

    private final Given<Boolean> all = declared.flag("--all", "Show accepted findings and information too.");

    private final SiteOptions options = new SiteOptions(declared);

    private final Main main;

    VerifyCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if nothing is open, 1 for findings that are new or whose acceptance expired, 2 if the document or all
    /// captures were unusable.
    @Override
    public Integer call() {
        Console console = main.console();
        if (!Files.isReadable(plant.value())) {
            console.say(List.of(Problem.of(
                    InputProblem.UNREADABLE, new SourceRef.InFile(plant.value().toString()), "there is no such file")));
            return ExitCode.FAILED.code();
        }
        Optional<SiteAssessment> read = options.assess(inputs.value(), Optional.of(plant.value()), main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        console.say(site.discovery().problems());
        if (site.assessment().conformance().isEmpty()
                || site.discovery().captures().isEmpty()) {
            console.say(List.of(Problem.of(
                    InputProblem.NOTHING_READ, new SourceRef.OnCommandLine(String.join(" ", inputs.value())))));
            return ExitCode.FAILED.code();
        }
        Texts texts = console.texts();
        switch (format.value()) {
            case text -> console.result(FindingsText.write(site.assessment(), texts, all.value()));
            case json -> console.result(stream -> FindingsJson.write(site.assessment(), texts, stream));
        }
        return site.assessment().hasOpenFindings() ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }
}
