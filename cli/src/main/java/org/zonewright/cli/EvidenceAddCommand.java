package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zonewright.app.DocumentFile;
import org.zonewright.app.EvidenceEdit;
import org.zonewright.report.markup.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `zonewright evidence add`: one piece of evidence into a plant document, all other lines as they were.
@Command(
        name = "add",
        description =
                "Adds one piece of evidence to a plant document. Lines that are not touched stay as they are, with"
                        + " their comments; the new lines are printed. What would make the document wrong is refused.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zonewright evidence add plant.yaml -r \"SR 2.8\" --at zone:bay-1 --state met --method test \\",
            "      --date 2026-09-01 --stage sat --attach sat-protocol.pdf",
            "  zonewright evidence add plant.yaml -r \"ORG 1.1\" --at site --state met --maturity 3 \\",
            "      --method examination --date 2026-10-01"
        },
        mixinStandardHelpOptions = true)
final class EvidenceAddCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLANT", description = "The plant document (YAML).")
    private Path plant = Path.of("plant.yaml");

    @Option(names = "--id", paramLabel = "ID", description = "Its id; the next free e-<number> if not given.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = {"-r", "--requirement"},
            required = true,
            paramLabel = "ID",
            description = "A requirement such as \"SR 1.1 RE(1)\"; may stand several times.")
    private List<String> requirements = List.of();

    @Option(
            names = "--at",
            required = true,
            paramLabel = "PLACE",
            description = "site, zone:ID, conduit:ID, asset:ID or service:ID.")
    private String at = "site";

    @Option(
            names = "--state",
            required = true,
            paramLabel = "STATE",
            description = "met, partial, not-met, not-applicable, compensated.")
    private String state = "";

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            description = "interview, examination, observed, configuration or test.")
    private String method = "";

    @Option(names = "--date", required = true, paramLabel = "DATE", description = "The day it was found.")
    private String date = "";

    @Option(names = "--valid-until", paramLabel = "DATE", description = "Its last day, if not the method's.")
    private Optional<String> validUntil = Optional.empty();

    @Option(names = "--level", paramLabel = "0-4", description = "The security level it was found at.")
    private Optional<String> level = Optional.empty();

    @Option(names = "--maturity", paramLabel = "1-4", description = "The maturity level (2-1, 2-4, 4-1).")
    private Optional<String> maturity = Optional.empty();

    @Option(names = "--stage", paramLabel = "STAGE", description = "design, fat, sat or operation.")
    private Optional<String> stage = Optional.empty();

    @Option(names = "--covers", split = ",", paramLabel = "ASSET", description = "The assets that were looked at.")
    private List<String> covers = List.of();

    @Option(names = "--attach", paramLabel = "FILE", description = "A file that shows it; its SHA-256 is written.")
    private Optional<String> attach = Optional.empty();

    @Option(names = "--assessor", paramLabel = "NAME", description = "Who found it.")
    private Optional<String> assessor = Optional.empty();

    @Option(names = "--compensated-by", split = ",", paramLabel = "MEASURE", description = "Measures in its place.")
    private List<String> compensatedBy = List.of();

    @Option(names = "--because", paramLabel = "TEXT", description = "Why.")
    private Optional<String> because = Optional.empty();

    @Option(names = "--approved-by", paramLabel = "NAME", description = "Who approved.")
    private Optional<String> approvedBy = Optional.empty();

    @Option(names = "--clears", split = ",", paramLabel = "ID", description = "Evidence or findings it answers.")
    private List<String> clears = List.of();

    @Option(names = "--sensor", paramLabel = "ID", description = "The vantage point of an observation.")
    private Optional<String> sensor = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "Anything else worth knowing.")
    private Optional<String> note = Optional.empty();

    @Option(names = "--dry-run", description = "Print the new lines and leave the document as it is.")
    private boolean dryRun;

    @ParentCommand
    private EvidenceCommand parent = new EvidenceCommand();

    /// 0 if the lines were added, 2 if they were refused.
    @Override
    public Integer call() {
        Console console = parent.main().console();
        EvidenceEdit edit = EvidenceEdit.add(DocumentFile.read(plant), values());
        if (edit.text().isEmpty()) {
            console.say(edit.problems());
            return ExitCode.FAILED.code();
        }
        if (!dryRun) {
            // The side file first: until the document has its digest, the reader says that they differ.
            edit.side().ifPresent(side -> write(plant.resolveSibling(side.file()), side.text()));
            write(plant, edit.text().get());
        }
        StringBuilder lines = new StringBuilder();
        edit.added().forEach(line -> lines.append(Printable.of(line)).append('\n'));
        console.result(lines.toString());
        return ExitCode.CLEAN.code();
    }

    private static void write(Path file, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ResultFile.write(file, stream -> stream.write(content));
    }

    /// What was given, by the keys of the document.
    private Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("requirements", requirements);
        values.put("at", List.of(at));
        values.put("state", List.of(state));
        values.put("method", List.of(method));
        values.put("date", List.of(date));
        values.put("covers", covers);
        values.put("compensated-by", compensatedBy);
        values.put("clears", clears);
        id.ifPresent(value -> values.put("id", List.of(value)));
        validUntil.ifPresent(value -> values.put("valid-until", List.of(value)));
        level.ifPresent(value -> values.put("level", List.of(value)));
        maturity.ifPresent(value -> values.put("maturity", List.of(value)));
        stage.ifPresent(value -> values.put("stage", List.of(value)));
        attach.ifPresent(value -> values.put("attachment", List.of(value)));
        assessor.ifPresent(value -> values.put("assessor", List.of(value)));
        because.ifPresent(value -> values.put("because", List.of(value)));
        approvedBy.ifPresent(value -> values.put("approved-by", List.of(value)));
        sensor.ifPresent(value -> values.put("sensor", List.of(value)));
        note.ifPresent(value -> values.put("note", List.of(value)));
        return values;
    }
}
