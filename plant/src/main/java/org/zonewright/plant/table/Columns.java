package org.zonewright.plant.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.zonewright.plant.markup.Cells;
import org.zonewright.plant.shape.Form;
import org.zonewright.plant.shape.Key;
import org.zonewright.plant.shape.Shape;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// The columns of a table of items of one shape: one a key, and one a key of each single item in it, joined by a dot
/// (`product.model`).
///
/// A list of texts is one cell, its items apart by `; `; whatever a cell cannot say so is written as YAML on one
/// line, between brackets or braces.
public record Columns(List<Column> columns, Map<String, Column> byHeading) {
    /// One column. `path` are the keys from the item down.
    public record Column(String heading, List<String> path, Form<?> form) {}

    /// The columns of a shape, without the lists that are `apart`.
    public static Columns of(Shape<?> shape, Predicate<Form.ListOf<?>> apart) {
        List<Column> columns = new ArrayList<>();
        collect(columns, shape, List.of(), apart);
        Map<String, Column> byHeading = new HashMap<>();
        columns.forEach(column -> byHeading.put(column.heading(), column));
        return new Columns(List.copyOf(columns), Map.copyOf(byHeading));
    }

    private static void collect(
            List<Column> columns, Shape<?> shape, List<String> path, Predicate<Form.ListOf<?>> apart) {
        for (Key<?, ?> key : shape.keys()) {
            List<String> below = new ArrayList<>(path);
            below.add(key.name());
            switch (key.form()) {
                case Form.Obj<?> object -> collect(columns, object.shape(), below, apart);
                case Form.ListOf<?> list when apart.test(list) -> {}
                case Form.ListOf<?> _, Form.Text<?> _, Form.MapOf<?, ?> _, Form.TextOr<?> _ ->
                    columns.add(new Column(String.join(".", below), List.copyOf(below), key.form()));
            }
        }
    }

    /// The headings in order.
    public List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    /// The column with a heading.
    public Optional<Column> column(String heading) {
        return Optional.ofNullable(byHeading.get(heading));
    }

    /// The cells of an item, by column; empty where the item says nothing.
    public List<String> cells(Node.Mapping item) {
        return columns.stream()
                .map(column -> at(item, column.path()).map(Cells::print).orElse(""))
                .toList();
    }

    private static Optional<Node> at(Node.Mapping item, List<String> path) {
        Optional<Node> node = Optional.of(item);
        for (String key : path) {
            node = node.flatMap(
                    current -> current instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty());
        }
        return node;
    }

    /// The item of a row. `cells` are texts with their places by heading; headings that are no column stay as they
    /// are, so that the reader reports them.
    public Node.Mapping item(Map<String, Node.Scalar> cells, Place row) {
        Branch root = new Branch();
        cells.forEach((heading, cell) -> {
            Optional<Column> column = column(heading);
            if (!cell.text().isEmpty()) {
                root.put(
                        column.map(Column::path).orElse(List.of(heading)),
                        column.map(known -> Cells.parse(known.form(), cell)).orElse(cell));
            }
        });
        return root.mapping(row);
    }
}
