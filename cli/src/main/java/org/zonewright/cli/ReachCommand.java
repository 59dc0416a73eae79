package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.FootholdNames;
import org.zonewright.app.ReachWhatIf;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.reach.Foothold;
import org.zonewright.assess.reach.Reach;
import org.zonewright.assess.reach.WhatIf;
import org.zonewright.base.Problem;
import org.zonewright.base.SourceRef;
import org.zonewright.report.reach.ReachJson;
import org.zonewright.report.reach.ReachText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright reach`: how far a breach gets.
@Command(
        name = "reach",
        description =
                "How far a breach gets: of every zone, or from one foothold, along what configurations let through,"
                        + " what traffic shows and what the document approves; by which way, how hard, on which requirements each"
                        + " step rests, and what would cut it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright reach plant.yaml",
            "  zonewright reach examples/waterworks --from office",
            "  zonewright reach plant.yaml captures/ --from external --format json",
            "  zonewright reach plant.yaml captures/ --from jump-1 --what-if plant-new.yaml"
        },
        mixinStandardHelpOptions = true)
final class ReachCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "A plant document, captures, folders with both.")
    private List<String> inputs = List.of();

    @Option(
            names = "--from",
            paramLabel = "FOOTHOLD",
            description = "An asset, a zone, external, medium:ASSET-OR-ZONE for a removable medium, or access:ID for a"
                    + " way in of the document; every zone if not given.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--what-if",
            paramLabel = "FILE",
            description = "The document after a change: new reach, new levels, and the observed flows that it would"
                    + " stop.")
    private Optional<Path> whatIf = Optional.empty();

    @Mixin
    private LevelsOptions options = new LevelsOptions();

    @ParentCommand
    private Main main = Main.NONE;

    /// 0, or 2 where there is no document, no such foothold, or the changed document cannot be read.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs, main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        Console console = main.console();
        Reach reach = site.assessment().reach().orElseThrow();
        Optional<Foothold> foothold = from.flatMap(name -> FootholdNames.find(name, reach));
        if (from.isPresent() && foothold.isEmpty()) {
            console.say(List.of(Problem.of(CliProblem.UNKNOWN_FOOTHOLD, new SourceRef.OnCommandLine(from.get()))));
            return ExitCode.FAILED.code();
        }
        Optional<ReachWhatIf> asked = whatIf.map(file -> ReachWhatIf.of(site, file));
        asked.ifPresent(change -> console.say(change.problems()));
        if (asked.isPresent() && asked.get().result().isEmpty()) {
            return ExitCode.FAILED.code();
        }
        Optional<WhatIf> change = asked.flatMap(ReachWhatIf::result);
        if (options.isJson()) {
            console.result(stream ->
                    ReachJson.write(reach, foothold, change, site.assessment().at(), console.texts(), stream));
        } else {
            String state = foothold.map(one -> ReachText.foothold(reach, one, console.texts()))
                    .orElseGet(() -> ReachText.zones(reach, console.texts()));
            console.result(state
                    + change.map(what -> ReachText.whatIf(what, foothold, console.texts()))
                            .orElse(""));
        }
        return ExitCode.CLEAN.code();
    }
}
