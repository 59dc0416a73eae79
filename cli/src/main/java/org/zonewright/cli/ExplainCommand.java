package org.zonewright.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright explain`: why a level is what it is, down to a clause, a line or a frame.
@Command(
        name = "explain",
        description = "Why the level of a foundational requirement, or the state of one requirement, is what it is at a"
                + " zone or conduit: a tree whose leaves are lines of the document, frames and clauses.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright explain cell-a IAC examples/waterworks",
            "  zonewright explain operations \"SR 1.5\" plant.yaml captures/"
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ZONE", description = "The id of a zone or conduit.")
    private String zone = "";

    @Parameters(
            index = "1",
            paramLabel = "FR",
            description = "IAC, UC, SI, DC, RDF, TRE or RA, or a requirement such as \"SR 1.5\".")
    private String what = "";

    @Parameters(
            index = "2..*",
            arity = "1..*",
            paramLabel = "INPUT",
            description = "A plant document, captures, folders with both.")
    private List<String> inputs = List.of();

    @Mixin
    private LevelsOptions options = new LevelsOptions();

    @ParentCommand
    private Main main = Main.NONE;

    /// 0, or 2 where there is no document, no such zone or no such requirement.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs, main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        Optional<Subject> place = LevelsOptions.place(zone, site, main);
        if (place.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        Optional<Reason> reason = reason(site, place.get());
        Console console = main.console();
        if (reason.isEmpty()) {
            console.say(List.of(Problem.of(CliProblem.UNKNOWN_REQUIREMENT, new SourceRef.OnCommandLine(what), zone)));
            return ExitCode.FAILED.code();
        }
        if (options.isJson()) {
            console.result(stream -> JsonOut.write(stream, console.texts(), json -> {
                json.text("format", "zonewright/explanation/1");
                json.time("at", Optional.of(site.assessment().at()));
                json.text("place", zone);
                json.text("about", what);
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
        String wanted = what.strip().toUpperCase(Locale.ROOT);
        Optional<FoundationalRequirement> concern = Arrays.stream(FoundationalRequirement.values())
                .filter(requirement -> requirement.name().equals(wanted))
                .findFirst();
        return concern.isPresent()
                ? levels.explain(place, concern.get(), positions)
                : RequirementId.parse(what).flatMap(id -> levels.explain(place, id, positions));
    }
}
