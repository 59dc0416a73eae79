package org.zonewright.intake.hazard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.sheet.RefusedSheet;
import org.zonewright.intake.sheet.RowSource;
import org.zonewright.intake.sheet.SheetFile;
import org.zonewright.intake.sheet.SheetLimits;
import org.zonewright.intake.sheet.SheetRow;

/// Reads hazard studies in CSV and XLSX. The first sheet that is shown and whose first rows have a heading for the
/// consequence is taken.
///
/// Nothing here throws because of what a file holds. Files beyond [SheetLimits] are refused.
public final class HazardTables {
    /// Headings are looked for in so many rows.
    private static final int HEADING_ROWS = 30;

    private HazardTables() {}

    /// Reads a file; `mapping` says by heading what a column is, for those that are not known. The only place that
    /// touches the disk.
    public static HazardReading read(Path file, Map<String, HazardField> mapping) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in.readNBytes(SheetLimits.MAX_FILE_BYTES + 1), mapping);
        } catch (IOException e) {
            return refused(Problem.of(
                    IntakeProblem.UNREADABLE,
                    new SourceRef.InFile(file.toString()),
                    e.getClass().getSimpleName()));
        }
    }

    private static HazardReading refused(Problem problem) {
        return new HazardReading(List.of(), List.of(), 0, List.of(problem));
    }

    /// Reads the bytes of a file.
    public static HazardReading read(String file, byte[] bytes, Map<String, HazardField> mapping) {
        ProblemLog log = new ProblemLog();
        try {
            SheetFile sheets = SheetFile.open(file, bytes, Optional.empty(), log);
            for (int i = 0; i < sheets.sheets().size(); i++) {
                if (!sheets.isHidden(i)) {
                    RowSource rows = sheets.rows(i, log);
                    Optional<HazardReader> reader =
                            headings(file, sheets.sheets().get(i), rows, mapping, log);
                    if (reader.isPresent()) {
                        return read(reader.get(), rows, log);
                    }
                }
            }
            log.report(IntakeProblem.HAZARD_COLUMNS, new SourceRef.InFile(file));
        } catch (RefusedSheet e) {
            log.add(e.at(new SourceRef.InFile(file)));
        }
        return new HazardReading(List.of(), List.of(), 0, log.problems());
    }

    private static Optional<HazardReader> headings(
            String file, String sheet, RowSource rows, Map<String, HazardField> mapping, ProblemLog log)
            throws RefusedSheet {
        for (int tried = 0; tried < HEADING_ROWS; tried++) {
            Optional<SheetRow> row = rows.next();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            HazardReader reader = new HazardReader(file, sheet, row.get(), mapping, log);
            if (reader.isStudy()) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    private static HazardReading read(HazardReader reader, RowSource rows, ProblemLog log) throws RefusedSheet {
        reader.reportColumns();
        for (Optional<SheetRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            if (!row.get().isEmpty()) {
                reader.row(row.get());
            }
        }
        return reader.finish(log);
    }
}
