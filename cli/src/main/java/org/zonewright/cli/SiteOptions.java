package org.zonewright.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.app.InputProblem;
import org.zonewright.app.Inputs;
import org.zonewright.app.SiteAssessment;
import org.zonewright.app.Sources;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.traffic.TrafficReader;
import picocli.CommandLine.TypeConversionException;

/// What the verbs that judge a site have in common: which document, which time, how many threads, how much memory.
final class SiteOptions {
    private final Given<Optional<Instant>> at;
    private final Given<Integer> threads;
    private final MemoryOptions memory;

    SiteOptions(Arguments arguments) {
        at = arguments
                .option(
                        "--at",
                        "TIME",
                        "The time that approvals and acceptances are held against, such as 2026-11-22 or"
                                + " 2026-11-22T12:00:00Z; now if not given.")
                .as(SiteOptions::time);
        threads = arguments
                .option("--threads", "N", "Threads that read captures, as many as there are cores if not given.")
                .number(Runtime.getRuntime().availableProcessors());
        memory = new MemoryOptions(arguments);
    }

    /// The time that everything is held against.
    Instant at(Main main) {
        return at.value().orElseGet(main::now);
    }

    /// Reads and judges what the arguments name; empty, with everything said on the console, where nothing was
    /// usable.
    Optional<SiteAssessment> assess(List<String> arguments, Optional<Path> plant, Main main) {
        Console console = main.console();
        Inputs inputs = Inputs.find(arguments, System.in);
        Optional<Problem> several = plant.isPresent() ? Optional.empty() : SiteAssessment.severalDocuments(inputs);
        if (several.isPresent()) {
            console.say(List.of(several.get()));
            return Optional.empty();
        }
        Optional<Path> document = plant.or(() -> inputs.documents().stream().findFirst());
        Sources sources = new Sources(new TrafficReader.Options(main.seed(), true, memory.budget()), threads.value());
        SiteAssessment site = SiteAssessment.of(inputs, document, sources, at(main));
        if (site.isEmpty()) {
            List<Problem> problems = new ArrayList<>(site.discovery().problems());
            problems.add(
                    Problem.of(InputProblem.NOTHING_READ, new SourceRef.OnCommandLine(String.join(" ", arguments))));
            console.say(problems);
            return Optional.empty();
        }
        return Optional.of(site);
    }

    /// Reads an instant, or a day as its first moment in UTC.
    static Instant time(String value) {
        try {
            return Instant.parse(value.contains("T") ? value : value + "T00:00:00Z");
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + value + "' is no time such as 2026-11-22 or 2026-11-22T12:00:00Z");
        }
    }
}
