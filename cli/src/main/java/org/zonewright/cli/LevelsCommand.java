package org.zonewright.cli;

import java.util.List;
import java.util.Optional;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Levels;
import org.zonewright.report.levels.LevelsJson;
import org.zonewright.report.levels.LevelsText;

/// `zonewright levels`: SL-T, SL-A and SL-C of zones and conduits.
final class LevelsCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "levels",
                    "Security levels of zones and conduits over the seven foundational requirements: what is wanted,"
                            + " what evidence shows and at most could be, what makers claim, and what holds a level down. With"
                            + " captures, what the network shows may refute evidence.")
            .examples(
                    "zonewright levels plant.yaml",
                    "zonewright levels examples/waterworks --zone cell-a",
                    "zonewright levels plant.yaml captures/ --at 2026-11-23 --format json");

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT", "A plant document, captures, folders with both.")
            .arity("1..*")
            .texts();

    private final Given<Optional<String>> zone = declared.option(
                    "--zone", "ID", "One zone or conduit; all of the SUC if not given.")
            .text();

    private final LevelsOptions options = new LevelsOptions(declared);

    private final Main main;

    LevelsCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0, or 2 where there is no document or no such zone.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs.value(), main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        Levels levels = LevelsOptions.outlook(site).levels();
        List<Subject> places = levels.places();
        if (zone.value().isPresent()) {
            places =
                    LevelsOptions.place(zone.value().get(), site, main).stream().toList();
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
