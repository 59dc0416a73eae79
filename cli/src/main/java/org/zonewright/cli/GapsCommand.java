package org.zonewright.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.SiteAssessment;
import org.zonewright.assess.Subject;
import org.zonewright.assess.levels.Gap;
import org.zonewright.report.levels.GapsJson;
import org.zonewright.report.levels.GapsText;
import org.zonewright.standard.catalogue.Catalogues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright gaps`: where a level is below its target, and what would lift it.
@Command(
        name = "gaps",
        description = "Where security levels are below their targets: what the products cannot do and what is not set"
                + " or not shown, the requirement and component that limit, the cheapest measures that lift it, and the"
                + " techniques of ATT&CK for ICS that stay open.",
        footerHeading = "%nExamples:%n",
        footer = {"  zonewright gaps plant.yaml", "  zonewright gaps examples/waterworks --zone cell-a --format json"},
        mixinStandardHelpOptions = true)
final class GapsCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "A plant document, captures, folders with both.")
    private List<String> inputs = List.of();

    @Option(names = "--zone", paramLabel = "ID", description = "One zone or conduit; all of the SUC if not given.")
    private Optional<String> zone = Optional.empty();

    @Mixin
    private LevelsOptions options = new LevelsOptions();

    @ParentCommand
    private Main main = Main.NONE;

    /// 0 if no level is below its target, 1 if one is, 2 where there is no document or no such zone.
    @Override
    public Integer call() {
        Optional<SiteAssessment> read = options.assess(inputs, main);
        if (read.isEmpty()) {
            return ExitCode.FAILED.code();
        }
        SiteAssessment site = read.get();
        List<Gap> gaps = LevelsOptions.outlook(site).gaps();
        if (zone.isPresent()) {
            Optional<Subject> place = LevelsOptions.place(zone.get(), site, main);
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
