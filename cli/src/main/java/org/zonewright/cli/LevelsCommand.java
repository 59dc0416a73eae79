package org.zonewright.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Levels;
import org.zonewright.report.levels.LevelsJson;
import org.zonewright.report.levels.LevelsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright levels`: SL-T, SL-A and SL-C of zones and conduits.
@Command(
        name = "levels",
        description = "Security levels of zones and conduits over the seven foundational requirements: what is wanted,"
                + " what evidence shows and at most could be, what makers claim, and what holds a level down. With"
                + " captures, what the network shows may refute evidence.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright levels plant.yaml",
            "  zonewright levels examples/waterworks --zone cell-a",
            "  zonewright levels plant.yaml captures/ --at 2026-11-23 --format json"
        },
        mixinStandardHelpOptions = true)
final class LevelsCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "A plant document, captures, folders with both.")
    private List<String> inputs = List.of();

    @Option(names = "--zone", paramLabel = "ID", description = "One zone or conduit; all of the SUC if not given.")
    private Optional<String> zone = Optional.empty();

    @Mixin
    private LevelsOptions options = new LevelsOptions();

    @ParentCommand
    private Main main = Main.NONE;

    /// 0, or 2 where there is no document or no such zone.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs, main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        Levels levels = LevelsOptions.outlook(site).levels();
        List<Subject> places = levels.places();
        if (zone.isPresent()) {
            places = LevelsOptions.place(zone.get(), site, main).stream().toList();
            if (places.isEmpty()) {
                return ExitCode.FAILED.code();
            }
        }
        List<Subject> shown = places;
        Console console = main.console();
        if (options.isJson()) {
            console.result(
                    stream -> LevelsJson.write(levels, shown, site.assessment().at(), console.texts(), stream));
        } else {
            console.result(LevelsText.write(levels, shown, console.texts()));
        }
        return ExitCode.CLEAN.code();
    }
}
