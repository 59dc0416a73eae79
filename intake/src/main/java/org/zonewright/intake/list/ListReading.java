package org.zonewright.intake.list;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.facts.Basis;
import org.zonewright.facts.Contribution;
import org.zonewright.facts.ConversationTable;
import org.zonewright.facts.Source;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.sheet.RefusedSheet;
import org.zonewright.intake.sheet.RowSource;
import org.zonewright.intake.sheet.SheetFile;
import org.zonewright.intake.sheet.SheetRow;

/// One reading of one list, from bytes to facts. Mutable; one thread; reads once.
final class ListReading {
    private final String file;
    private final ColumnMapping mapping;
    private final ProblemLog log = new ProblemLog();
    private final RowReader rows;
    private final List<SheetPreview> previews = new ArrayList<>();
    private List<String> others = List.of();
    private String format = "";

    ListReading(String file, ColumnMapping mapping) {
        this.file = file;
        this.mapping = mapping;
        this.rows = new RowReader(file, mapping, log);
        log.addAll(mapping.problems());
    }

    /// The reading of a file whose bytes could not be had.
    static AssetListReading refused(String file, ColumnMapping mapping, Problem problem) {
        ListReading reading = new ListReading(file, mapping);
        reading.log.add(problem);
        return reading.result("stream:unread");
    }

    AssetListReading read(byte[] bytes) {
        try {
            SheetFile sheets = SheetFile.open(file, bytes, mapping.delimiter(), log);
            format = sheets.format();
            SheetSelection selection = SheetSelection.of(file, sheets, mapping);
            others = selection.others();
            log.addAll(selection.problems());
            if (!selection.chosen().isEmpty()
                    && !others.isEmpty()
                    && mapping.sheet().isEmpty()) {
                log.report(IntakeProblem.OTHER_SHEETS, new SourceRef.InFile(file), String.join(", ", others));
            }
            for (SheetSelection.Chosen sheet : selection.chosen()) {
                read(sheets, sheet);
            }
            reportMappedColumnsMissing(selection);
        } catch (RefusedSheet e) {
            log.add(e.at(new SourceRef.InFile(file)));
        }
        return result("sha256:" + sha256(bytes));
    }

    private void read(SheetFile sheets, SheetSelection.Chosen sheet) {
        Headings headings = sheet.headings();
        int headingRow = headings.row().map(SheetRow::number).orElse(0);
        reportColumns(sheet.name(), headings, headingRow);
        List<SheetPreview.Row> first = new ArrayList<>();
        RowCounts counts = RowCounts.NONE;
        int above = 0;
        int last = headingRow;
        try {
            RowSource source = sheets.rows(sheet.sheet(), log);
            for (Optional<SheetRow> row = source.next(); row.isPresent(); row = source.next()) {
                int number = row.get().number();
                if (number < headingRow) {
                    above++;
                } else if (number > headingRow) {
                    RowOutcome outcome = rows.read(sheet.name(), headings, row.get());
                    counts = counts.plus(outcome).plusEmpty(number - last - 1);
                    last = number;
                    if (first.size() < SheetPreview.FIRST_ROWS) {
                        first.add(new SheetPreview.Row(number, row.get().cells(), outcome));
                    }
                }
            }
        } catch (RefusedSheet e) {
            // The rows before hold; the rest is named.
            log.add(e.at(new SourceRef.InSheet(file, sheet.name(), last, "")));
        }
        reportRows(sheet.name(), headingRow, above, counts);
        previews.add(new SheetPreview(sheet.name(), headingRow, headings.columns(), first, counts));
    }

    private void reportRows(String sheet, int headingRow, int above, RowCounts counts) {
        if (above > 0) {
            log.report(IntakeProblem.ROWS_ABOVE_HEADINGS, new SourceRef.InSheet(file, sheet, headingRow, ""), above);
        }
        if (counts.empty() > 0) {
            log.report(IntakeProblem.EMPTY_ROWS, new SourceRef.InSheet(file, sheet, 0, ""), counts.empty());
        }
        if (counts.rows() == 0) {
            log.report(IntakeProblem.EMPTY, new SourceRef.InSheet(file, sheet, headingRow, ""));
        }
    }

    private void reportColumns(String sheet, Headings headings, int headingRow) {
        for (ListColumn column : headings.columns()) {
            if (column.use() instanceof ColumnUse.Kept kept
                    && !column.mapped()
                    && !column.heading().isEmpty()) {
                SourceRef where = new SourceRef.InSheet(file, sheet, headingRow, column.letter());
                String attribute = kept.attribute().id();
                headings.firstOfSameField(column)
                        .ifPresentOrElse(
                                other -> log.report(
                                        IntakeProblem.SECOND_COLUMN, where, column.label(), other.label(), attribute),
                                () -> log.report(IntakeProblem.UNKNOWN_COLUMN, where, column.label(), attribute));
            }
        }
    }

    private void reportMappedColumnsMissing(SheetSelection selection) {
        for (String key : mapping.columns().keySet()) {
            boolean found = selection.chosen().stream()
                    .flatMap(sheet -> sheet.headings().columns().stream())
                    .anyMatch(column -> mapping.key(column.index(), column.heading())
                            .filter(key::equals)
                            .isPresent());
            if (!found && !selection.chosen().isEmpty()) {
                String headings = selection.chosen().getFirst().headings().display();
                log.report(IntakeProblem.MAPPING_COLUMN, new SourceRef.InFile(file), key, headings);
            }
        }
    }

    private AssetListReading result(String digest) {
        Contribution contribution = new Contribution(
                new Source(mapping.sensor().orElse(file), file, digest, Basis.DOCUMENTED),
                Optional.empty(),
                ConversationTable.empty(),
                rows.facts(),
                List.of(),
                log.problems(),
                log.counts());
        return new AssetListReading(
                contribution, rows.unplaced(), new AssetListPreview(file, format, previews, others, log.problems()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
