package org.zonewright.plant.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.shape.Form;
import org.zonewright.plant.shape.Key;
import org.zonewright.plant.shape.PlantShape;
import org.zonewright.plant.shape.Shape;

/// The document as tables: one a list, and one of keys and values for all that stands once.
///
/// A list of items inside an item (the flows of a conduit) is a table of its own if its items have ids; its first
/// column names the item they belong to.
public final class Tables {
    /// The name of the table of what stands once.
    public static final String DOCUMENT = "document";

    /// What stands once, by its path.
    public static final Columns SINGLE = Columns.of(PlantShape.PLANT, Tables::holdsItems);

    /// The tables of lists, parents before children.
    public static final List<Table> LISTS = lists();

    /// One table. `path` are the keys from the document, or from the parent's item, down to the list.
    public record Table(String name, List<String> path, Optional<Table> parent, Shape<?> shape, Columns columns) {
        /// The heading of the column that names the parent; empty for a list of the document itself.
        public Optional<String> parentHeading() {
            return parent.map(table -> "in " + table.shape().name());
        }
    }

    private Tables() {}

    private static boolean holdsItems(Form.ListOf<?> list) {
        return list.item() instanceof Form.Obj<?>;
    }

    private static boolean holdsNamedItems(Form.ListOf<?> list) {
        return list.item() instanceof Form.Obj<?> item && item.shape().defines().isPresent();
    }

    private static List<Table> lists() {
        List<Table> tables = new ArrayList<>();
        collect(tables, PlantShape.PLANT, List.of(), Optional.empty());
        return List.copyOf(tables);
    }

    private static void collect(List<Table> tables, Shape<?> shape, List<String> path, Optional<Table> parent) {
        for (Key<?, ?> key : shape.keys()) {
            List<String> below = new ArrayList<>(path);
            below.add(key.name());
            if (key.form() instanceof Form.Obj<?> single && parent.isEmpty()) {
                collect(tables, single.shape(), below, parent);
            } else if (key.form() instanceof Form.ListOf<?> list
                    && list.item() instanceof Form.Obj<?> item
                    && (parent.isEmpty() || holdsNamedItems(list))) {
                Columns columns = Columns.of(item.shape(), Tables::holdsNamedItems);
                Table table = new Table(key.name(), List.copyOf(below), parent, item.shape(), columns);
                tables.add(table);
                collect(tables, item.shape(), List.of(), Optional.of(table));
            }
        }
    }
}
