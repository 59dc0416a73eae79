package org.zonewright.plant.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zonewright.base.ProblemLog;
import org.zonewright.plant.Folder;
import org.zonewright.plant.Plant;
import org.zonewright.plant.PlantReading;
import org.zonewright.plant.shape.PlantReader;
import org.zonewright.plant.shape.PlantShape;
import org.zonewright.plant.table.SideTables;
import org.zonewright.plant.table.Tables;
import org.zonewright.plant.table.Tables.Table;
import org.zonewright.plant.tree.Node;

/// The plant document as an .xlsx workbook: a sheet a list, a sheet `document` for what stands once, all cells texts.
///
/// What is written reads back equal. Dates and numbers that a person types into cells are read as such.
public final class PlantWorkbook {
    private static final int MAX_CELL_LENGTH = 32_767;

    private PlantWorkbook() {}

    /// Writes all sheets, empty ones too, so that the workbook is a form to fill in. `out` stays open.
    ///
    /// @throws IllegalArgumentException if a value is longer than a cell can hold (32,767 characters)
    public static void write(Plant plant, OutputStream out) throws IOException {
        Node.Mapping root = PlantShape.PLANT.encode(plant);
        Workbook workbook = new Workbook(out, "Zonewright", "1.0");
        single(workbook.newWorksheet(Tables.DOCUMENT), root);
        for (Table table : Tables.LISTS) {
            list(workbook.newWorksheet(table.name()), table, root);
        }
        workbook.finish();
    }

    private static void single(Worksheet sheet, Node.Mapping root) {
        heading(sheet, List.of("key", "value"));
        List<String> cells = Tables.SINGLE.cells(root);
        int row = 1;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                put(sheet, row, 0, Tables.SINGLE.headings().get(i));
                put(sheet, row++, 1, cells.get(i));
            }
        }
    }

    private static void list(Worksheet sheet, Table table, Node.Mapping root) {
        List<String> headings = new ArrayList<>(table.columns().headings());
        table.parentHeading().ifPresent(heading -> headings.add(0, heading));
        heading(sheet, headings);
        int row = 1;
        if (table.parent().isEmpty()) {
            for (Node.Mapping item : items(root, table.path())) {
                row(sheet, row++, List.of(), table.columns().cells(item));
            }
        } else {
            for (Node.Mapping parent : items(root, table.parent().get().path())) {
                for (Node.Mapping item : items(parent, table.path())) {
                    row(sheet, row++, List.of(id(parent)), table.columns().cells(item));
                }
            }
        }
    }

    private static void heading(Worksheet sheet, List<String> headings) {
        row(sheet, 0, List.of(), headings);
        sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
        sheet.freezePane(1, 1);
    }

    private static void row(Worksheet sheet, int row, List<String> before, List<String> cells) {
        for (int i = 0; i < before.size(); i++) {
            put(sheet, row, i, before.get(i));
        }
        for (int i = 0; i < cells.size(); i++) {
            put(sheet, row, before.size() + i, cells.get(i));
        }
    }

    private static void put(Worksheet sheet, int row, int column, String text) {
        if (text.length() > MAX_CELL_LENGTH) {
            throw new IllegalArgumentException("a value of " + sheet.getName() + " has " + text.length()
                    + " characters; a cell holds " + MAX_CELL_LENGTH);
        }
        if (!text.isEmpty()) {
            sheet.value(row, column, text);
        }
    }

    private static List<Node.Mapping> items(Node.Mapping from, List<String> path) {
        Optional<Node> node = Optional.of(from);
        for (String key : path) {
            node = node.flatMap(current -> current instanceof Node.Mapping map ? map.get(key) : Optional.empty());
        }
        return node.stream()
                .flatMap(list -> ((Node.Sequence) list).items().stream())
                .map(Node.Mapping.class::cast)
                .toList();
    }

    private static String id(Node.Mapping item) {
        return item.get("id").orElse(item) instanceof Node.Scalar text ? text.text() : "";
    }

    /// Reads a workbook; `catalogues` as for YAML. Never throws for what is in it.
    public static PlantReading read(String file, byte[] content, Map<String, Set<String>> catalogues) {
        ProblemLog log = new ProblemLog();
        Optional<Map<String, List<WorkbookRows.Entry>>> sheets = WorkbookSheets.read(file, content, log);
        return sheets.isEmpty()
                ? PlantReader.nothing(log)
                : PlantReader.read(
                        new WorkbookTree(file, sheets.get(), log).root(),
                        log,
                        new SideTables(Folder.empty()),
                        catalogues);
    }
}
