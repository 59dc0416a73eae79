package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zonewright.app.DocumentFile;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.plant.PlantReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright check`: what is wrong with a plant document, by line.
@Command(
        name = "check",
        description = "Checks plant documents: every fault with its line, path and the nearest thing that is known.",
        footerHeading = "%nExamples:%n",
        footer = "  zonewright check plant.yaml",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PLANT", description = "Plant documents (YAML).")
    private List<Path> documents = List.of();

    @ParentCommand
    private Main main = Main.NONE;

    /// 0 if nothing is wrong, 1 if a document has faults, 2 if one could not be read at all.
    @Override
    public Integer call() {
        Console console = main.console();
        ExitCode exit = ExitCode.CLEAN;
        for (Path document : documents) {
            PlantReading reading = DocumentFile.read(document).reading();
            console.say(reading.problems());
            exit = worse(exit, judge(reading));
            reading.plant()
                    .ifPresent(plant -> console.result(console.texts()
                                    .say(
                                            "cli.check.summary",
                                            document,
                                            plant.zones().size(),
                                            plant.conduits().size(),
                                            plant.assets().size(),
                                            reading.problems().size() + reading.dropped())
                            + "\n"));
        }
        return exit.code();
    }

    private static ExitCode judge(PlantReading reading) {
        if (reading.plant().isEmpty()) {
            return ExitCode.FAILED;
        }
        return reading.problems().stream().map(Problem::severity).anyMatch(Severity.ERROR::equals)
                ? ExitCode.FINDINGS
                : ExitCode.CLEAN;
    }

    private static ExitCode worse(ExitCode one, ExitCode two) {
        return one.code() >= two.code() ? one : two;
    }
}
