package org.zonewright.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.app.DocumentFile;
import org.zonewright.app.EvidenceEdit;
import org.zonewright.report.markup.Printable;

/// `zonewright evidence add`: one piece of evidence into a plant document, all other lines as they were.
final class EvidenceAddCommand implements Verb {
    private final Declaration declared = new Declaration(
                    this,
                    "add",
                    "Adds one piece of evidence to a plant document. Lines that are not touched stay as they are, with"
                            + " their comments; the new lines are printed. What would make the document wrong is refused.")
            .examples(
                    "zonewright evidence add plant.yaml -r \"SR 2.8\" --at zone:bay-1 --state met --method test \\",
                    "    --date 2026-09-01 --stage sat --attach sat-protocol.pdf",
                    "zonewright evidence add plant.yaml -r \"ORG 1.1\" --at site --state met --maturity 3 \\",
                    "    --method examination --date 2026-10-01");

    private final Given<Path> plant =
            declared.parameter("PLANT", "The plant document (YAML).").file(Path.of("plant.yaml"));

    private final Given<Optional<String>> id = declared.option(
                    "--id", "ID", "Its id; the next free e-<number> if not given.")
            .text();

    private final Given<List<String>> requirements = declared.option(
                    "-r", "--requirement", "ID", "A requirement such as \"SR 1.1 RE(1)\"; may stand several times.")
            .required()
            .texts();

    private final Given<String> at = declared.option(
                    "--at", "PLACE", "site, zone:ID, conduit:ID, asset:ID or service:ID.")
            .required()
            .text("site");

    private final Given<String> state = declared.option(
                    "--state", "STATE", "met, partial, not-met, not-applicable, compensated.")
            .required()
            .text("");

    private final Given<String> method = declared.option(
                    "--method", "METHOD", "interview, examination, observed, configuration or test.")
            .required()
            .text("");

    private final Given<String> date = declared.option("--date", "DATE", "The day it was found.")
            .required()
            .text("");

    private final Given<Optional<String>> validUntil = declared.option(
                    "--valid-until", "DATE", "Its last day, if not the method's.")
            .text();

    private final Given<Optional<String>> level = declared.option(
                    "--level", "0-4", "The security level it was found at.")
            .text();

    private final Given<Optional<String>> maturity = declared.option(
                    "--maturity", "1-4", "The maturity level (2-1, 2-4, 4-1).")
            .text();

    private final Given<Optional<String>> stage = declared.option("--stage", "STAGE", "design, fat, sat or operation.")
            .text();

    private final Given<List<String>> covers = declared.option("--covers", "ASSET", "The assets that were looked at.")
            .split(",")
            .texts();

    private final Given<Optional<String>> attach = declared.option(
                    "--attach", "FILE", "A file that shows it; its SHA-256 is written.")
            .text();

    private final Given<Optional<String>> assessor =
            declared.option("--assessor", "NAME", "Who found it.").text();

    private final Given<List<String>> compensatedBy = declared.option(
                    "--compensated-by", "MEASURE", "Measures in its place.")
            .split(",")
            .texts();

    private final Given<Optional<String>> because =
            declared.option("--because", "TEXT", "Why.").text();

    private final Given<Optional<String>> approvedBy =
            declared.option("--approved-by", "NAME", "Who approved.").text();

    private final Given<List<String>> clears = declared.option("--clears", "ID", "Evidence or findings it answers.")
            .split(",")
            .texts();

    private final Given<Optional<String>> sensor = declared.option(
                    "--sensor", "ID", "The vantage point of an observation.")
            .text();

    private final Given<Optional<String>> note =
            declared.option("--note", "TEXT", "Anything else worth knowing.").text();

    private final Given<Boolean> dryRun =
            declared.flag("--dry-run", "Print the new lines and leave the document as it is.");

    private final Main main;

    EvidenceAddCommand(Main main) {
        this.main = main;
    }

    @Override
    public Declaration declared() {
        return declared;
    }

    /// 0 if the lines were added, 2 if they were refused.
    @Override
    public Integer call() {
        Console console = main.console();
        EvidenceEdit edit = EvidenceEdit.add(DocumentFile.read(plant.value()), values());
        if (edit.text().isEmpty()) {
            console.say(edit.problems());
            return ExitCode.FAILED.code();
        }
        if (!dryRun.value()) {
            // The side file first: until the document has its digest, the reader says that they differ.
            edit.side().ifPresent(side -> write(plant.value().resolveSibling(side.file()), side.text()));
            write(plant.value(), edit.text().get());
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
        values.put("requirements", requirements.value());
        values.put("at", List.of(at.value()));
        values.put("state", List.of(state.value()));
        values.put("method", List.of(method.value()));
        values.put("date", List.of(date.value()));
        values.put("covers", covers.value());
        values.put("compensated-by", compensatedBy.value());
        values.put("clears", clears.value());
        id.value().ifPresent(value -> values.put("id", List.of(value)));
        validUntil.value().ifPresent(value -> values.put("valid-until", List.of(value)));
        level.value().ifPresent(value -> values.put("level", List.of(value)));
        maturity.value().ifPresent(value -> values.put("maturity", List.of(value)));
        stage.value().ifPresent(value -> values.put("stage", List.of(value)));
        attach.value().ifPresent(value -> values.put("attachment", List.of(value)));
        assessor.value().ifPresent(value -> values.put("assessor", List.of(value)));
        because.value().ifPresent(value -> values.put("because", List.of(value)));
        approvedBy.value().ifPresent(value -> values.put("approved-by", List.of(value)));
        sensor.value().ifPresent(value -> values.put("sensor", List.of(value)));
        note.value().ifPresent(value -> values.put("note", List.of(value)));
        return values;
    }
}
