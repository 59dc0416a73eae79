package org.zonewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zonewright.app.DocumentFile;
import org.zonewright.app.Sources;
import org.zonewright.base.Problem;
import org.zonewright.base.Severity;
import org.zonewright.base.Texts;
import org.zonewright.intake.config.ConfigFile;
import org.zonewright.intake.list.AssetListPreview;
import org.zonewright.intake.list.AssetListReading;
import org.zonewright.intake.list.AssetLists;
import org.zonewright.intake.list.ListColumn;
import org.zonewright.intake.list.RowCounts;
import org.zonewright.intake.list.SheetPreview;
import org.zonewright.intake.source.SourcePreview;
import org.zonewright.intake.source.SourceReading;
import org.zonewright.plant.PlantReading;
import org.zonewright.report.markup.Printable;

/// `zonewright check`: what is wrong with a plant document, by line, and how an asset list or another source is
/// understood, by row.
final class CheckCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "check",
                    "Checks plant documents (every fault with its line, path and the nearest thing that is known), asset"
                            + " lists (which column is taken for what, the first rows, every row that cannot be used) and"
                            + " logs, scans and exports of other tools (what is taken of them and what is left out), and"
                            + " configurations of firewalls (how they are understood, and rules that never decide).")
            .examples(
                    "zonewright check plant.yaml",
                    "zonewright check assets.xlsx",
                    "zonewright check conn.log",
                    "zonewright check firewall.nft");

    private final Given<List<Path>> files = declared.parameter(
                    "FILE", "Plant documents (YAML), asset lists (CSV, XLSX), logs, scans, exports, firewalls.")
            .arity("1..*")
            .files();

    private final Main main;

    CheckCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if nothing is wrong, 1 if a file has faults, 2 if one could not be read at all.
    @Override
    public Integer call() {
        StringBuilder result = new StringBuilder();
        ExitCode exit = ExitCode.CLEAN;
        for (Path file : files.value()) {
            exit = worse(exit, check(file, result));
        }
        main.console().result(result.toString());
        return exit.code();
    }

    private ExitCode check(Path file, StringBuilder result) {
        Optional<SourceReading> other = Sources.other(file);
        if (other.isPresent()) {
            return other(other.get(), result);
        }
        if (ConfigFile.recognises(file)) {
            return new ConfigCheck(main.console()).check(file, result);
        }
        return isList(file) ? list(file, result) : document(file, result);
    }

    private ExitCode other(SourceReading reading, StringBuilder result) {
        Console console = main.console();
        Texts texts = console.texts();
        SourcePreview preview = reading.preview();
        console.sayAll(preview.problems());
        result.append(texts.say("cli.check.source", preview.file(), texts.say("source.format." + preview.format())))
                .append('\n');
        preview.parts().forEach(part -> result.append("  ")
                .append(texts.say("cli.check.source-part", Printable.of(part.name()), part.taken(), part.leftOut()))
                .append('\n'));
        preview.first()
                .forEach(
                        line -> result.append("  | ").append(Printable.of(line)).append('\n'));
        result.append(texts.say(
                        "cli.check.source-facts",
                        preview.file(),
                        preview.taken(),
                        preview.leftOut(),
                        reading.contribution().conversations().size(),
                        reading.contribution().identities().size()))
                .append('\n');
        return preview.taken() == 0 ? ExitCode.FAILED : faults(preview.problems());
    }

    private static boolean isList(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".xlsx");
    }

    private ExitCode document(Path file, StringBuilder result) {
        Console console = main.console();
        PlantReading reading = DocumentFile.read(file).reading();
        console.sayAll(reading.problems());
        if (reading.plant().isEmpty()) {
            return ExitCode.FAILED;
        }
        reading.plant().ifPresent(plant -> result.append(console.texts()
                        .say(
                                "cli.check.summary",
                                file,
                                plant.zones().size(),
                                plant.conduits().size(),
                                plant.assets().size(),
                                reading.problems().size() + reading.dropped()))
                .append('\n'));
        return faults(reading.problems());
    }

    private ExitCode list(Path file, StringBuilder result) {
        Console console = main.console();
        AssetListReading reading = AssetLists.read(file);
        AssetListPreview preview = reading.preview();
        console.sayAll(reading.contribution().problems());
        preview.sheets().forEach(sheet -> sheet(sheet, console.texts(), result));
        RowCounts counts = preview.counts();
        result.append(console.texts()
                        .say(
                                "cli.check.list",
                                file,
                                counts.rows(),
                                counts.usable(),
                                counts.unplaced(),
                                counts.refused()))
                .append('\n');
        return preview.sheets().isEmpty()
                ? ExitCode.FAILED
                : faults(reading.contribution().problems());
    }

    private static void sheet(SheetPreview sheet, Texts texts, StringBuilder result) {
        result.append(
                        sheet.sheet().isEmpty()
                                ? texts.say("cli.check.columns", sheet.headingRow())
                                : texts.say(
                                        "cli.check.columns-of-sheet", Printable.of(sheet.sheet()), sheet.headingRow()))
                .append('\n');
        for (ListColumn column : sheet.columns()) {
            result.append("  ")
                    .append(Printable.of(column.heading()))
                    .append(" = ")
                    .append(column.use().display())
                    .append('\n');
        }
        sheet.firstRows().forEach(row -> result.append("  ")
                .append(row.number())
                .append("  ")
                .append(Printable.of(String.join(" | ", row.cells())))
                .append('\n'));
    }

    private static ExitCode faults(List<Problem> problems) {
        return problems.stream().map(Problem::severity).anyMatch(Severity.ERROR::equals)
                ? ExitCode.FINDINGS
                : ExitCode.CLEAN;
    }

    private static ExitCode worse(ExitCode one, ExitCode two) {
        return one.code() >= two.code() ? one : two;
    }
}
