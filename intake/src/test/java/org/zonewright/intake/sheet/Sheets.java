package org.zonewright.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;

/// A sheet read whole, for tests: rows until the end or the refusal, and every problem.
record Sheets(String format, List<SheetRow> rows, List<Problem> problems) {
    static Sheets read(byte[] bytes) {
        ProblemLog log = new ProblemLog();
        List<SheetRow> rows = new ArrayList<>();
        String format = "";
        try {
            SheetFile file = SheetFile.open("list", bytes, Optional.empty(), log);
            format = file.format();
            RowSource source = file.rows(0, log);
            for (Optional<SheetRow> row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(row.get());
            }
        } catch (RefusedSheet e) {
            log.add(e.at(new SourceRef.InFile("list")));
        }
        return new Sheets(format, rows, log.problems());
    }

    List<List<String>> cells() {
        return rows.stream().map(SheetRow::cells).toList();
    }

    List<String> kinds() {
        return problems.stream().map(problem -> problem.kind().id()).toList();
    }
}
