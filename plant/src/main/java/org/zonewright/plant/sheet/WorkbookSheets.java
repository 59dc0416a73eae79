package org.zonewright.plant.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.shape.Nearest;
import org.zonewright.plant.table.Tables;

/// Opens a workbook somebody sent and takes the rows of the sheets that are known.
final class WorkbookSheets {
    private WorkbookSheets() {}

    /// The rows by sheet; nothing, with a problem in the log, where the workbook cannot be read.
    static Optional<Map<String, List<WorkbookRows.Entry>>> read(String file, byte[] content, ProblemLog log) {
        Optional<String> refusal = WorkbookGuard.refusal(content);
        if (refusal.isPresent()) {
            log.report(PlantProblem.WORKBOOK, new SourceRef.InFile(file), refusal.get());
            return Optional.empty();
        }
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            return Optional.of(sheets(file, workbook, log));
        } catch (IOException | UncheckedIOException | ExcelReaderException | IllegalStateException e) {
            log.report(
                    PlantProblem.WORKBOOK,
                    new SourceRef.InFile(file),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Map<String, List<WorkbookRows.Entry>> sheets(String file, ReadableWorkbook workbook, ProblemLog log)
            throws IOException {
        List<String> known = new ArrayList<>(List.of(Tables.DOCUMENT));
        Tables.LISTS.forEach(table -> known.add(table.name()));
        Map<String, List<WorkbookRows.Entry>> rows = new LinkedHashMap<>();
        for (Sheet sheet : workbook.getSheets().toList()) {
            String name = sheet.getName();
            if (known.contains(name)) {
                rows.put(name, new WorkbookRows(file, name, log).read(sheet));
            } else {
                SourceRef where = new SourceRef.InSheet(file, name, 0, "");
                log.report(PlantProblem.UNKNOWN_SHEET, where, name, Nearest.to(name, known));
            }
        }
        return rows;
    }
}
