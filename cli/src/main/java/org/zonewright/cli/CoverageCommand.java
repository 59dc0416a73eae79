package org.zonewright.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zonewright.app.CoverageFiles;
import org.zonewright.app.EvidenceProblem;
import org.zonewright.assess.RequirementNames;
import org.zonewright.assess.coverage.Clock;
import org.zonewright.assess.coverage.Clocks;
import org.zonewright.assess.coverage.Trigger;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.base.Texts;
import org.zonewright.plant.shape.Nearest;
import org.zonewright.report.coverage.CoverageJson;
import org.zonewright.report.coverage.CoveragePart;
import org.zonewright.report.coverage.CoverageReasons;
import org.zonewright.report.coverage.CoverageText;
import org.zonewright.report.coverage.CoverageView;
import org.zonewright.standard.RequirementId;
import org.zonewright.standard.catalogue.Catalogues;
import picocli.CommandLine.TypeConversionException;

/// `zonewright coverage`: what evidence is good for in law and against the standards on organisations.
final class CoverageCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "coverage",
                    "Says which duties of NIS2 and of the Cyber Resilience Act the evidence of a plant document or of a"
                            + " maker's file supports, how far the programs of IEC 62443-2-1, 2-4 and 4-1 are shown, and when"
                            + " reports of an incident are due. It never says that a law is kept.")
            .examples(
                    "zonewright coverage plant.yaml",
                    "zonewright coverage plant.yaml --law nis2 --why \"Art. 21(2)(b)\"",
                    "zonewright coverage product.yaml --law cra --format json",
                    "zonewright coverage plant.yaml --law nis2 --clock awareness=2026-11-22T10:00:00Z --zone Europe/Berlin");

    enum Format {
        text,
        json
    }

    private final Given<Path> file = declared.parameter("FILE", "A plant document or a maker's file (YAML).")
            .file(Path.of("plant.yaml"));

    private final Given<List<Path>> products = declared.option(
                    "--product", "FILE", "A maker's file of a product that the site has; may stand several times.")
            .files();

    private final Given<List<Path>> overlays = declared.option(
                    "--overlay",
                    "FILE",
                    "What a country adds, as a file; those in the product apply by the site's country.")
            .files();

    private final Given<List<CoveragePart>> parts = declared.option(
                    "--law", "PART", "Only nis2, cra, 2-1, 2-4 or 4-1; several with commas. All if not given.")
            .split(",")
            .all(CoverageCommand::part);

    private final Given<Optional<String>> why = declared.option(
                    "--why", "ID", "The tree of reasons of one duty or requirement, down to lines and clauses.")
            .text();

    private final Given<Map<Trigger, Instant>> clock = declared.option(
                    "--clock",
                    "EVENT=TIME",
                    "When something happened: awareness, notification, remedy, request or handled, and the time"
                            + " (2026-11-22T10:00:00Z). Shows when each report is due.")
            .pairs(Trigger.class, Instant.class);

    private final Given<ZoneId> zone = declared.option(
                    "--zone", "ZONE", "The time zone in which days and months are counted; UTC if not given.")
            .as(CoverageCommand::zone, ZoneOffset.UTC);

    private final Given<Optional<Instant>> at = declared.option(
                    "--at", "TIME", "The time that the age of evidence is held against; now if not given.")
            .as(SiteOptions::time);

    private final Given<Format> format =
            declared.option("--format", "FORMAT", "text (default) or json.").choice(Format.text);

    private final Main main;

    CoverageCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if it was read and judged, 2 if nothing usable was read or there is no such duty.
    @Override
    public Integer call() {
        Console console = main.console();
        Texts texts = console.texts();
        Instant now = at.value().orElseGet(main::now);
        CoverageFiles read = CoverageFiles.of(file.value(), products.value(), overlays.value(), now);
        console.say(read.problems());
        if (read.site().isEmpty() && read.products().isEmpty()) {
            return ExitCode.FAILED.code();
        }
        CoverageView view = new CoverageView(
                now,
                read.site(),
                read.products(),
                parts.value().isEmpty() ? EnumSet.allOf(CoveragePart.class) : EnumSet.copyOf(parts.value()),
                clock.value().isEmpty() ? List.of() : clocks(read));
        if (why.value().isPresent()) {
            return why(view, why.value().get());
        }
        switch (format.value()) {
            case text -> console.result(CoverageText.write(view, texts, console.width(), zone.value()));
            case json -> console.result(stream -> CoverageJson.write(view, texts, stream));
        }
        return ExitCode.CLEAN.code();
    }

    private List<Clock> clocks(CoverageFiles read) {
        boolean all = parts.value().isEmpty();
        List<Clock> clocks = new ArrayList<>();
        if (all || parts.value().contains(CoveragePart.NIS2)) {
            clocks.addAll(Clocks.of(Catalogues.shipped().nis2(), clock.value(), zone.value()));
            read.overlays().forEach(overlay -> clocks.addAll(Clocks.of(overlay, clock.value(), zone.value())));
        }
        if (all || parts.value().contains(CoveragePart.CRA)) {
            clocks.addAll(Clocks.of(Catalogues.shipped().cra(), clock.value(), zone.value()));
        }
        return clocks;
    }

    private int why(CoverageView view, String name) {
        Optional<RequirementId> id = RequirementNames.find(name, Catalogues.shipped());
        List<Reason> reasons = id.map(known -> CoverageReasons.of(view, known)).orElse(List.of());
        if (reasons.isEmpty()) {
            Stream<String> known = CoverageReasons.known(view).map(String::valueOf);
            main.console()
                    .say(List.of(Problem.of(
                            EvidenceProblem.UNKNOWN_REQUIREMENT,
                            new SourceRef.OnCommandLine("--why " + name),
                            name,
                            Nearest.to(name, known.toList()))));
            return ExitCode.FAILED.code();
        }
        StringBuilder out = new StringBuilder();
        reasons.forEach(reason -> out.append(reason.display(main.console().texts())));
        main.console().result(out.toString());
        return ExitCode.CLEAN.code();
    }

    private static CoveragePart part(String value) {
        return CoveragePart.parse(value)
                .orElseThrow(
                        () -> new TypeConversionException("'" + value + "' is none of nis2, cra, 2-1, 2-4 and 4-1"));
    }

    private static ZoneId zone(String value) {
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + value + "' is no time zone such as Europe/Berlin");
        }
    }
}
