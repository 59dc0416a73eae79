package org.zonewright.cli;

import java.util.List;
import java.util.Optional;
import org.zonewright.app.InputProblem;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.Outlook;
import org.zonewright.assess.Subject;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.Plant;
import org.zonewright.plant.id.ConduitId;
import org.zonewright.plant.id.ZoneId;

/// What the verbs that speak of levels have in common.
final class LevelsOptions {
    enum Format {
        text,
        json
    }

    private final Given<Format> format;
    private final SiteOptions site;

    LevelsOptions(Arguments arguments) {
        format = arguments
                .option("--format", "FORMAT", "text (default) or json.")
                .choice(Format.text);
        site = new SiteOptions(arguments);
    }

    boolean isJson() {
        return format.value() == Format.json;
    }

    /// Reads and judges; empty, with everything said, where there is no document to judge by.
    Optional<SiteAssessment> assess(List<String> inputs, Main main) {
        Optional<SiteAssessment> read = site.assess(inputs, Optional.empty(), main);
        if (read.isPresent()) {
            main.console().say(read.get().discovery().problems());
            if (read.get().assessment().outlook().isEmpty()) {
                main.console()
                        .say(List.of(Problem.of(
                                InputProblem.NO_DOCUMENT, new SourceRef.OnCommandLine(String.join(" ", inputs)))));
                return Optional.empty();
            }
        }
        return read;
    }

    static Outlook outlook(SiteAssessment site) {
        return site.assessment().outlook().orElseThrow();
    }

    /// The zone or conduit of that id; empty, which is said, where the document has none in the SUC.
    static Optional<Subject> place(String id, SiteAssessment site, Main main) {
        Plant plant = site.assessment().plant().orElseThrow();
        Optional<Subject> found = plant.zone(new ZoneId(id))
                .map(zone -> Subject.of(zone.id()))
                .or(() -> plant.conduit(new ConduitId(id)).map(conduit -> Subject.of(conduit.id())))
                .filter(place -> outlook(site).levels().of(place).isPresent());
        if (found.isEmpty()) {
            String known = String.join(
                    ", ",
                    outlook(site).levels().places().stream().map(Subject::id).toList());
            main.console().say(List.of(Problem.of(CliProblem.UNKNOWN_PLACE, new SourceRef.OnCommandLine(id), known)));
        }
        return found;
    }
}
