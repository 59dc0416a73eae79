package org.zonewright.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zonewright.app.HazardImport;
import org.zonewright.intake.hazard.HazardField;
import org.zonewright.report.markup.Printable;

/// `zonewright risk import`: a HAZOP or LOPA table as lines of the plant document.
final class RiskImportCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "import",
                    "Reads a hazard study (HAZOP, LOPA) from CSV or XLSX and prints it as the part of a plant document that"
                            + " holds it. What each column was taken for, and every row that cannot be used, is told.")
            .examples(
                    "zonewright risk import hazop.xlsx",
                    "zonewright risk import lopa.csv --map \"Top event=consequence\"");

    private final Given<Path> file =
            declared.parameter("FILE", "The hazard study, CSV or XLSX.").at("0").file(Path.of(""));

    private final Given<Map<String, String>> mapping = declared.option(
                    "--map",
                    "HEADING=FIELD",
                    "What a column is: id, node, deviation, cause, cause-hackable, consequence, safeguard,"
                            + " safeguard-hackable, likelihood, impact.")
            .pairs();

    private final Main main;

    RiskImportCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if every row was read, 1 if some were not, 2 if none was or a mapping is wrong.
    @Override
    public Integer call() {
        Console console = main.console();
        Map<String, HazardField> fields = new HashMap<>();
        for (Map.Entry<String, String> entry : mapping.value().entrySet()) {
            Optional<HazardField> field = HazardField.of(entry.getValue());
            if (field.isEmpty()) {
                console.say("cli.risk.import.no-field", entry.getValue());
                return ExitCode.FAILED.code();
            }
            fields.put(entry.getKey(), field.get());
        }
        HazardImport read = HazardImport.read(file.value(), fields);
        console.sayAll(read.reading().problems());
        read.reading().columns().stream()
                .filter(column -> column.field().isPresent())
                .forEach(column -> console.say(
                        "cli.risk.import.column",
                        Printable.of(column.heading()),
                        column.field().map(HazardField::id).orElse("–")));
        console.say(
                "cli.risk.import.rows",
                file.value(),
                read.hazards().size(),
                read.reading().refused());
        if (read.hazards().isEmpty()) {
            return ExitCode.FAILED.code();
        }
        console.result(read.asDocument());
        return read.reading().refused() > 0 ? ExitCode.FINDINGS.code() : ExitCode.CLEAN.code();
    }
}
