package org.zonewright.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.HazardImport;
import org.zonewright.intake.hazard.HazardField;
import org.zonewright.report.markup.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright risk import`: a HAZOP or LOPA table as lines of the plant document.
@Command(
        name = "import",
        description =
                "Reads a hazard study (HAZOP, LOPA) from CSV or XLSX and prints it as the part of a plant document that"
                        + " holds it. What each column was taken for, and every row that cannot be used, is told.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright risk import hazop.xlsx",
            "  zonewright risk import lopa.csv --map \"Top event=consequence\""
        },
        mixinStandardHelpOptions = true)
final class RiskImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The hazard study, CSV or XLSX.")
    private Path file = Path.of("");

    @Option(
            names = "--map",
            paramLabel = "HEADING=FIELD",
            description = "What a column is: id, node, deviation, cause, cause-hackable, consequence, safeguard,"
                    + " safeguard-hackable, likelihood, impact.")
    private Map<String, String> mapping = new HashMap<>();

    @ParentCommand
    private RiskCommand risk = new RiskCommand();

    /// 0 if every row was read, 1 if some were not, 2 if none was or a mapping is wrong.
    @Override
    public Integer call() {
        Console console = risk.console();
        Map<String, HazardField> fields = new HashMap<>();
        for (Map.Entry<String, String> entry : mapping.entrySet()) {
            Optional<HazardField> field = HazardField.of(entry.getValue());
            if (field.isEmpty()) {
                console.say("cli.risk.import.no-field", entry.getValue());
                return ExitCode.FAILED.code();
            }
            fields.put(entry.getKey(), field.get());
        }
        HazardImport read = HazardImport.read(file, fields);
        console.sayAll(read.reading().problems());
        read.reading().columns().stream()
                .filter(column -> column.field().isPresent())
                .forEach(column -> console.say(
                        "cli.risk.import.column",
                        Printable.of(column.heading()),
                        column.field().map(HazardField::id).orElse("–")));
        console.say(
                "cli.risk.import.rows",
                file,
                read.hazards().size(),
                read.reading().refused());
        if (read.hazards().isEmpty()) {
            return ExitCode.FAILED.code();
        }
        console.result(read.asDocument());
        return read.reading().refused() > 0 ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }
}
