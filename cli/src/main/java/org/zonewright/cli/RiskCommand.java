package org.zonewright.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zonewright.app.SiteRisk;
import org.zonewright.assess.risk.RiskResult;
import org.zonewright.assess.risk.process.RevisionDiff;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.base.Texts;
import org.zonewright.report.risk.RiskJson;
import org.zonewright.report.risk.RiskText;

/// `zonewright risk`: the risk assessment of a plant document, ZCR 1 to 7.
final class RiskCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "risk",
                    "Assesses the risk of a plant document as IEC 62443-3-2 orders it: how far each step is and what it lacks,"
                            + " every scenario before and after countermeasures, and SL-T with what drives each entry.")
            .examples(
                    "zonewright risk plant.yaml",
                    "zonewright risk plant.yaml --at 2026-11-22 --format json",
                    "zonewright risk plant.yaml --approved plant-C2.yaml",
                    "zonewright risk import hazop.xlsx");

    enum Format {
        text,
        json
    }

    private final Given<Path> plant = declared.parameter("PLANT", "The plant document; plant.yaml.")
            .at("0")
            .arity("0..1")
            .file(Path.of("plant.yaml"));

    private final Given<Format> format =
            declared.option("--format", "FORMAT", "text (default) or json.").choice(Format.text);

    private final Given<Boolean> all =
            declared.flag("--all", "Show every gap, the formula behind each demand, and proposed threats.");

    private final Given<Optional<Instant>> at = declared.option(
                    "--at", "TIME", "The time that acceptances are held against; now if not given.")
            .as(SiteOptions::time);

    private final Given<List<Path>> profiles = declared.option(
                    "--profile", "FILE", "A sector profile; may stand several times.")
            .files();

    private final Given<Optional<Path>> approved = declared.option(
                    "--approved",
                    "FILE",
                    "The document that was approved: lists what changed since, and which steps that invalidates.")
            .file();

    private final Given<Boolean> digest = declared.flag(
            "--digest", "Print the digest of what an approval freezes, for approvals[].sha256, and nothing else.");

    private final Main main;

    RiskCommand(Main main) {
        this.main = main;
        declared.then(new RiskImportCommand(main));
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if nothing is open, 1 for a risk above the line that nobody answers for or an input with an error, 2 if the
    /// document was unusable.
    @Override
    public Integer call() {
        Console console = main.console();
        SiteRisk site = SiteRisk.of(
                plant.value(), profiles.value(), approved.value(), at.value().orElseGet(main::now));
        console.say(site.problems());
        if (site.result().isEmpty() || site.plant().isEmpty()) {
            return ExitCode.FAILED.code();
        }
        boolean isWrong = site.problems().stream().map(Problem::severity).anyMatch(Severity.ERROR::equals);
        if (digest.value()) {
            console.result(RevisionDiff.content(site.plant().get()) + "\n");
            return isWrong ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
        }
        RiskResult result = site.result().get();
        console.say(result.problems());
        Texts texts = console.texts();
        switch (format.value()) {
            case text -> console.result(RiskText.write(result, texts, all.value()));
            case json -> console.result(stream -> RiskJson.write(result, texts, stream));
        }
        return (isWrong || result.isOpen()) ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }
}
