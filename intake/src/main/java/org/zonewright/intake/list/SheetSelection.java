package org.zonewright.intake.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.base.Problem;
import org.zonewright.base.ProblemLog;
import org.zonewright.base.SourceRef;
import org.zonewright.intake.IntakeProblem;
import org.zonewright.intake.sheet.RefusedSheet;
import org.zonewright.intake.sheet.RowSource;
import org.zonewright.intake.sheet.SheetFile;
import org.zonewright.intake.sheet.SheetRow;

/// Which sheets of a file are asset lists, told by their first rows, and which are not. `problems` has sheets whose
/// first rows cannot be read, and why the file is no list where no sheet is chosen.
record SheetSelection(List<Chosen> chosen, List<String> others, List<Problem> problems) {
    SheetSelection {
        chosen = List.copyOf(chosen);
        others = List.copyOf(others);
        problems = List.copyOf(problems);
    }

    record Chosen(int sheet, String name, Headings headings) {}

    /// What a sheet begins with; `refused` is set where a fault comes early.
    private record Start(Optional<Headings> headings, Optional<RefusedSheet> refused) {}

    /// Looks at every sheet that is shown, or at the one that the mapping names. A mapping with columns is a person's
    /// word that the file is a list; without one, the headings must describe devices.
    static SheetSelection of(String file, SheetFile sheets, ColumnMapping mapping) {
        List<Chosen> chosen = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Optional<Headings> nearest = Optional.empty();
        for (int i = 0; i < sheets.sheets().size(); i++) {
            String name = sheets.sheets().get(i);
            boolean wanted = mapping.sheet().map(name::equalsIgnoreCase).orElse(!sheets.isHidden(i));
            Start start = wanted ? start(sheets, i, mapping) : new Start(Optional.empty(), Optional.empty());
            if (start.headings().filter(found -> accepted(found, mapping)).isPresent()) {
                chosen.add(new Chosen(i, name, start.headings().get()));
            } else {
                others.add(name);
                start.refused()
                        .map(refused -> refused.at(new SourceRef.InSheet(file, name, 0, "")))
                        .ifPresent(problems::add);
                nearest = nearest.or(start::headings);
            }
        }
        if (chosen.isEmpty() && problems.isEmpty()) {
            problems.add(whyNone(new SourceRef.InFile(file), sheets.sheets(), mapping, nearest));
        }
        return new SheetSelection(chosen, others, problems);
    }

    private static boolean accepted(Headings headings, ColumnMapping mapping) {
        return mapping.hasColumns()
                ? headings.columns().stream().anyMatch(ListColumn::mapped)
                : headings.describeDevices();
    }

    private static Problem whyNone(
            SourceRef where, List<String> names, ColumnMapping mapping, Optional<Headings> nearest) {
        Optional<String> missing =
                mapping.sheet().filter(wanted -> names.stream().noneMatch(wanted::equalsIgnoreCase));
        if (missing.isPresent()) {
            return Problem.of(IntakeProblem.NO_SUCH_SHEET, where, missing.get(), String.join(", ", names));
        }
        return nearest.filter(Headings::describeConnections)
                .map(headings -> Problem.of(IntakeProblem.LIST_OF_CONNECTIONS, where, headings.connectionHeadings()))
                .orElseGet(() -> Problem.of(
                        IntakeProblem.NOT_AN_ASSET_LIST,
                        where,
                        nearest.map(Headings::display)
                                .filter(line -> !line.isEmpty())
                                .orElse("–")));
    }

    private static Start start(SheetFile sheets, int sheet, ColumnMapping mapping) {
        int wanted = Math.max(Headings.SEARCHED_ROWS, mapping.headingRow().orElse(0));
        List<SheetRow> first = new ArrayList<>();
        Optional<RefusedSheet> refused = Optional.empty();
        try {
            RowSource rows = sheets.rows(sheet, new ProblemLog());
            Optional<SheetRow> row = rows.next();
            while (row.isPresent() && first.size() < wanted) {
                first.add(row.get());
                row = rows.next();
            }
        } catch (RefusedSheet e) {
            // The rows before the fault may hold the headings; reading the sheet then names the fault.
            refused = Optional.of(e);
        }
        return new Start(Headings.find(first, mapping), refused);
    }
}
