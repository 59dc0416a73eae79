package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/// `zonewright reach`: how far a breach gets.
final class ReachCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "reach",
                    "How far a breach gets: of every zone, or from one foothold, along what configurations let through,"
                            + " what traffic shows and what the document approves; by which way, how hard, on which requirements each"
                            + " step rests, and what would cut it.")
            .examples(
                    "zonewright reach plant.yaml",
                    "zonewright reach examples/waterworks --from office",
                    "zonewright reach plant.yaml captures/ --from external --format json",
                    "zonewright reach plant.yaml captures/ --from jump-1 --what-if plant-new.yaml");

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT", "A plant document, captures, folders with both.")
            .arity("1..*")
            .texts();

    private final Given<Optional<String>> from = declared.option(
                    "--from",
                    "FOOTHOLD",
                    "An asset, a zone, external, medium:ASSET-OR-ZONE for a removable medium, or access:ID for a"
                            + " way in of the document; every zone if not given.")
            .text();

    private final Given<Optional<Path>> whatIf = declared.option(
                    "--what-if",
                    "FILE",
                    "The document after a change: new reach, new levels, and the observed flows that it would"
                            + " stop.")
            .file();

    private final LevelsOptions options = new LevelsOptions(declared);

    private final Main main;

    ReachCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0, or 2 where there is no document, no such foothold, or the changed document cannot be read.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs.value(), main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        Console console = main.console();
        Reach reach = site.assessment().reach().orElseThrow();
        Optional<Foothold> foothold = from.value().flatMap(name -> FootholdNames.find(name, reach));
        if (from.value().isPresent() && foothold.isEmpty()) {
            console.say(List.of(Problem.of(
                    CliProblem.UNKNOWN_FOOTHOLD,
                    new SourceRef.OnCommandLine(from.value().get()))));
            return ExitCode.FAILED.code();
        }
        Optional<ReachWhatIf> asked = whatIf.value().map(file -> ReachWhatIf.of(site, file));
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
