package org.zonewright.plant.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zonewright.base.ProblemLog;
import org.zonewright.plant.PlantProblem;
import org.zonewright.plant.markup.Cells;
import org.zonewright.plant.shape.Nearest;
import org.zonewright.plant.table.Branch;
import org.zonewright.plant.table.Tables;
import org.zonewright.plant.table.Tables.Table;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// Puts the rows of a workbook together to the tree of a document. Mutable; one thread; one workbook.
final class WorkbookTree {
    private final Map<String, List<WorkbookRows.Entry>> sheets;
    private final ProblemLog log;
    private final Place place;

    WorkbookTree(String file, Map<String, List<WorkbookRows.Entry>> sheets, ProblemLog log) {
        this.sheets = sheets;
        this.log = log;
        this.place = new Place.InCell(file, Tables.DOCUMENT, 0, "");
    }

    Node.Mapping root() {
        Branch root = new Branch();
        for (WorkbookRows.Entry row : rows(Tables.DOCUMENT)) {
            single(root, row);
        }
        for (Table table : Tables.LISTS) {
            if (table.parent().isEmpty() && !rows(table.name()).isEmpty()) {
                root.put(table.path(), new Node.Sequence(List.copyOf(items(table)), place));
            }
        }
        return root.mapping(place);
    }

    private List<WorkbookRows.Entry> rows(String sheet) {
        return sheets.getOrDefault(sheet, List.of());
    }

    private void single(Branch root, WorkbookRows.Entry row) {
        Node.Scalar key = row.cells().get("key");
        Node.Scalar value = row.cells().get("value");
        if (key != null && value != null) {
            String name = key.text().strip();
            Tables.SINGLE
                    .column(name)
                    .ifPresentOrElse(
                            column -> root.put(column.path(), Cells.parse(column.form(), value)),
                            () -> unknown(Tables.SINGLE.headings(), name, key.place()));
        }
    }

    private void unknown(List<String> known, String name, Place where) {
        log.report(PlantProblem.UNKNOWN_KEY, where.ref(""), name, Nearest.to(name, known), String.join(", ", known));
    }

    private List<Node.Mapping> items(Table table) {
        reportUnknownHeadings(table);
        List<WorkbookRows.Entry> rows = rows(table.name());
        List<Node.Mapping> items = rows.stream().map(row -> item(table, row)).toList();
        for (Table child : Tables.LISTS) {
            if (child.parent().equals(Optional.of(table))) {
                items = withChildren(items, child);
            }
        }
        return items;
    }

    private static Node.Mapping item(Table table, WorkbookRows.Entry row) {
        Map<String, Node.Scalar> cells = new LinkedHashMap<>(row.cells());
        cells.keySet().retainAll(table.columns().headings());
        return table.columns().item(cells, row.place());
    }

    private void reportUnknownHeadings(Table table) {
        List<String> known = new ArrayList<>(table.columns().headings());
        table.parentHeading().ifPresent(known::add);
        Set<String> reported = new LinkedHashSet<>(known);
        for (WorkbookRows.Entry row : rows(table.name())) {
            row.cells().forEach((heading, cell) -> {
                if (reported.add(heading)) {
                    unknown(known, heading, cell.place());
                }
            });
        }
    }

    /// The parents, each with the rows of the child's sheet that name it.
    private List<Node.Mapping> withChildren(List<Node.Mapping> parents, Table child) {
        Map<String, List<Node.Mapping>> byParent = new LinkedHashMap<>();
        Map<String, Place> firstPlace = new LinkedHashMap<>();
        String heading = child.parentHeading().orElseThrow();
        reportUnknownHeadings(child);
        for (WorkbookRows.Entry row : rows(child.name())) {
            Node.Scalar parent = row.cells().get(heading);
            String id = parent == null ? "" : parent.text().strip();
            byParent.computeIfAbsent(id, _ -> new ArrayList<>()).add(item(child, row));
            firstPlace.putIfAbsent(id, parent == null ? row.place() : parent.place());
        }
        List<Node.Mapping> joined =
                parents.stream().map(parent -> with(parent, child, byParent)).toList();
        byParent.keySet()
                .forEach(id -> log.report(
                        PlantProblem.NO_PARENT_ROW,
                        firstPlace.getOrDefault(id, place).ref(""),
                        id,
                        child.parent().orElseThrow().name()));
        return joined;
    }

    private Node.Mapping with(Node.Mapping parent, Table child, Map<String, List<Node.Mapping>> byParent) {
        String id = parent.get("id").orElse(parent) instanceof Node.Scalar text
                ? text.text().strip()
                : "";
        List<Node.Mapping> children = byParent.remove(id);
        if (children == null) {
            return parent;
        }
        List<Node.Entry> entries = new ArrayList<>(parent.entries());
        entries.add(new Node.Entry(
                child.path().getLast(),
                children.getFirst().place(),
                new Node.Sequence(List.copyOf(children), parent.place())));
        return new Node.Mapping(entries, parent.place());
    }
}
