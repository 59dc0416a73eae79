package org.zonewright.cli;

import java.util.List;
import java.util.Optional;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Gap;
import org.zonewright.report.levels.GapsJson;
import org.zonewright.report.levels.GapsText;
import org.zonewright.standard.catalogue.Catalogues;

/// `zonewright gaps`: where a level is below its target, and what would lift it.
final class GapsCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "gaps",
                    "Where security levels are below their targets: what the products cannot do and what is not set"
                            + " or not shown, the requirement and component that limit, the cheapest measures that lift it, and the"
                            + " techniques of ATT&CK for ICS that stay open.")
            .examples("zonewright gaps plant.yaml", "zonewright gaps examples/waterworks --zone cell-a --format json");

    private final Given<List<String>> inputs = declared.parameter(
                    "INPUT", "A plant document, captures, folders with both.")
            .arity("1..*")
            .texts();

    private final Given<Optional<String>> zone = declared.option(
                    "--zone", "ID", "One zone or conduit; all of the SUC if not given.")
            .text();

    private final LevelsOptions options = new LevelsOptions(declared);

    private final Main main;

    GapsCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if no level is below its target, 1 if one is, 2 where there is no document or no such zone.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs.value(), main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        List<Gap> gaps = LevelsOptions.outlook(site).gaps();
        if (zone.value().isPresent()) {
            Optional<Subject> place = LevelsOptions.place(zone.value().get(), site, main);
            if (place.isEmpty()) {
                return ExitCode.FAILED.code();
            }
            gaps = gaps.stream().filter(gap -> gap.place().equals(place.get())).toList();
        }
        List<Gap> shown = gaps;
        String notice = Catalogues.shipped().mitreNotice();
        Console console = main.console();
        if (options.isJson()) {
            console.result(stream -> GapsJson.write(shown, site.assessment().at(), notice, console.texts(), stream));
        } else {
            console.result(GapsText.write(shown, notice, console.texts()));
        }
        return shown.isEmpty() ? ExitCode.CLEAN.code() : ExitCode.FINDINGS.code();
    }
}
