package org.zonewright.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Levels;
import org.zonewright.base.Problem;
import org.zonewright.base.Reason;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.SourceMap;
import org.zonewright.report.json.JsonOut;
import org.zonewright.standard.FoundationalRequirement;
import org.zonewright.standard.RequirementId;

/// `zonewright explain`: why a level is what it is, down to a clause, a line or a frame.
final class ExplainCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "explain",
                    "Why the level of a foundational requirement, or the state of one requirement, is what it is at a"
                            + " zone or conduit: a tree whose leaves are lines of the document, frames and clauses.")
            .examples(
                    "zonewright explain cell-a IAC examples/waterworks",
                    "zonewright explain operations \"SR 1.5\" plant.yaml captures/");

    private final Given<String> zone =
            declared.parameter("ZONE", "The id of a zone or conduit.").at("0").text("");

    private final Given<String> what = declared.parameter(
                    "FR", "IAC, UC, SI, DC, RDF, TRE or RA, or a requirement such as \"SR 1.5\".")
            .at("1")
            .text("");

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT", "A plant document, captures, folders with both.")
            .at("2..*")
            .arity("1..*")
            .texts();

    private final LevelsOptions options = new LevelsOptions(declared);

    private final Main main;

    ExplainCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0, or 2 where there is no document, no such zone or no such requirement.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs.value(), main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        Optional<Subject> place = LevelsOptions.place(zone.value(), site, main);
        if (place.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        Optional<Reason> reason = reason(site, place.get());
        Console console = main.console();
        if (reason.isEmpty()) {
            console.say(List.of(Problem.of(
                    CliProblem.UNKNOWN_REQUIREMENT, new SourceRef.OnCommandLine(what.value()), zone.value())));
            return ExitCode.FAILED.code();
        }
        if (options.isJson()) {
            console.result(stream -> JsonOut.write(stream, console.texts(), json -> {
                json.text("format", "zonewright/explanation/1");
                json.time("at", Optional.of(site.assessment().at()));
                json.text("place", zone.value());
                json.text("about", what.value());
                json.reason("reason", reason.get());
            }));
        } else {
            console.result(reason.get().display(console.texts()));
        }
        return ExitCode.CLEAN.code();
    }

    private Optional<Reason> reason(SiteAssessment site, Subject place) {
        Levels levels = LevelsOptions.outlook(site).levels();
        SourceMap positions = site.document().orElseThrow().reading().positions();
        String wanted = what.value().strip().toUpperCase(Locale.ROOT);
        Optional<FoundationalRequirement> concern = Arrays.stream(FoundationalRequirement.values())
                .filter(requirement -> requirement.name().equals(wanted))
                .findFirst();
        return concern.isPresent()
                ? levels.explain(place, concern.get(), positions)
                : RequirementId.parse(what.value()).flatMap(id -> levels.explain(place, id, positions));
    }
}
