package org.zonewright.plant.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zonewright.plant.shape.Form;
import org.zonewright.plant.shape.Key;
import org.zonewright.plant.shape.PlantShape;
import org.zonewright.plant.shape.ProductReader;
import org.zonewright.plant.shape.Shape;

/// The reference of all keys as Markdown: a table for each kind of item, from the document down.
public final class PlantReference {
    private PlantReference() {}

    /// The tables, made from what the reader uses.
    public static String text() {
        StringBuilder out = new StringBuilder();
        for (Shape<?> shape : shapes()) {
            table(out, shape);
        }
        return out.toString();
    }

    /// The tables of a maker's file; those that it shares with the plant document stand on that page.
    public static String ofMakersFile() {
        StringBuilder out = new StringBuilder();
        ProductReader.shapes().forEach(shape -> table(out, shape));
        return out.toString();
    }

    /// Every shape once, in the order in which a reader of the document meets them.
    static Set<Shape<?>> shapes() {
        Set<Shape<?>> met = new LinkedHashSet<>();
        Deque<Shape<?>> next = new ArrayDeque<>(List.of(PlantShape.PLANT, PlantShape.SIDE_FILE));
        while (!next.isEmpty()) {
            Shape<?> shape = next.removeFirst();
            if (met.add(shape)) {
                List<Shape<?>> below = new ArrayList<>();
                shape.keys().forEach(key -> collect(below, key.form()));
                below.reversed().forEach(next::addFirst);
            }
        }
        return met;
    }

    private static void collect(List<Shape<?>> shapes, Form<?> form) {
        switch (form) {
            case Form.Obj<?> object -> shapes.add(object.shape());
            case Form.TextOr<?> either -> shapes.add(either.object().shape());
            case Form.ListOf<?> list -> collect(shapes, list.item());
            case Form.Text<?> _, Form.MapOf<?, ?> _ -> {}
        }
    }

    private static void table(StringBuilder out, Shape<?> shape) {
        out.append("\n### ").append(title(shape)).append("\n\n").append(shape.meaning());
        for (List<String> choice : shape.choices()) {
            out.append(" Exactly one of: `").append(String.join("`, `", choice)).append("`.");
        }
        out.append("\n\n| key | value | meaning | example |\n|---|---|---|---|\n");
        for (Key<?, ?> key : shape.keys()) {
            String name = key.presence() == Key.Presence.REQUIRED ? "**`" + key.name() + "`**" : "`" + key.name() + "`";
            out.append("| ").append(name);
            out.append(" | ").append(value(key.form()));
            out.append(" | ").append(escaped(key.meaning()));
            out.append(" | `").append(escaped(key.example())).append("` |\n");
        }
    }

    private static String title(Shape<?> shape) {
        return Character.toUpperCase(shape.name().charAt(0)) + shape.name().substring(1);
    }

    private static String value(Form<?> form) {
        return switch (form) {
            case Form.Text<?> text when text.words().isEmpty() -> text.type();
            case Form.Text<?> text -> String.join(", ", text.words());
            case Form.Obj<?> object -> link(object.shape());
            case Form.TextOr<?> either ->
                either.text().type() + ", or " + link(either.object().shape());
            case Form.MapOf<?, ?> map -> value(map.key()) + ": " + value(map.value());
            case Form.ListOf<?> list ->
                (list.single() ? "one or a list of " : "list of ")
                        + value(list.item())
                        + (list.side() ? ", or a side file" : "");
        };
    }

    private static String link(Shape<?> shape) {
        return "[" + shape.name() + "](#" + shape.name().replace(' ', '-').replace("'", "") + ")";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
