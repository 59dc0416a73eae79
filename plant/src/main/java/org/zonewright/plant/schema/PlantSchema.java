package org.zonewright.plant.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.plant.markup.JsonText;
import org.zonewright.plant.shape.Form;
import org.zonewright.plant.shape.Key;
import org.zonewright.plant.shape.PlantShape;
import org.zonewright.plant.shape.Shape;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// The JSON Schema (draft 2020-12) of the plant document.
///
/// It knows keys, types, words and patterns; references, dates that exist and what is impossible together only the
/// reader knows. The published file is `plant-1.schema.json` in this package; a test
/// keeps it equal to [#text()].
public final class PlantSchema {
    /// The schema's own name.
    public static final String ID = "https://zonewright.org/schema/plant-1.schema.json";

    private final Map<String, Node> definitions = new LinkedHashMap<>();

    private PlantSchema() {}

    /// The schema as JSON text.
    public static String text() {
        return JsonText.pretty(new PlantSchema().root());
    }

    private Node.Mapping root() {
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(Node.entry("$schema", quoted("https://json-schema.org/draft/2020-12/schema")));
        entries.add(Node.entry("$id", quoted(ID)));
        entries.add(Node.entry("title", quoted("Zonewright plant document, version 1")));
        entries.addAll(object(PlantShape.PLANT).entries());
        entries.add(Node.entry("$defs", map(definitions)));
        return Node.map(entries.toArray(Node.Entry[]::new));
    }

    private Node.Mapping object(Shape<?> shape) {
        Map<String, Node> properties = new LinkedHashMap<>();
        List<Node> required = new ArrayList<>();
        for (Key<?, ?> key : shape.keys()) {
            properties.put(key.name(), described(form(key.form()), key.meaning()));
            if (key.presence() == Key.Presence.REQUIRED) {
                required.add(quoted(key.name()));
            }
        }
        Map<String, Node> schema = new LinkedHashMap<>();
        schema.put("description", quoted(shape.meaning()));
        schema.put("type", quoted("object"));
        schema.put("properties", map(properties));
        schema.put("additionalProperties", Node.text("false"));
        if (!required.isEmpty()) {
            schema.put("required", Node.list(required));
        }
        for (List<String> choice : shape.choices()) {
            schema.put(
                    "oneOf", Node.list(choice.stream().map(PlantSchema::needs).toList()));
        }
        return map(schema);
    }

    private static Node needs(String key) {
        return Node.map(Node.entry("required", Node.list(List.of(quoted(key)))));
    }

    private Node.Mapping form(Form<?> form) {
        return switch (form) {
            case Form.Text<?> text -> text(text);
            case Form.Obj<?> object -> reference(object.shape());
            case Form.ListOf<?> list -> list(list);
            case Form.MapOf<?, ?> map -> freeKeys(map);
            case Form.TextOr<?> either ->
                anyOf(List.of(text(either.text()), reference(either.object().shape())));
        };
    }

    private Node.Mapping list(Form.ListOf<?> list) {
        Node.Mapping item = form(list.item());
        Node.Mapping array = Node.map(Node.entry("type", quoted("array")), Node.entry("items", item));
        List<Node.Mapping> ways = new ArrayList<>(List.of(array));
        if (list.single()) {
            ways.add(item);
        }
        if (list.side()) {
            ways.add(reference(PlantShape.SIDE_FILE));
        }
        return ways.size() == 1 ? array : anyOf(ways);
    }

    private Node.Mapping freeKeys(Form.MapOf<?, ?> map) {
        List<Node.Entry> entries = new ArrayList<>(List.of(Node.entry("type", quoted("object"))));
        if (!map.key().words().isEmpty()) {
            entries.add(Node.entry("propertyNames", text(map.key())));
        }
        entries.add(Node.entry("additionalProperties", text(map.value())));
        return Node.map(entries.toArray(Node.Entry[]::new));
    }

    private Node.Mapping text(Form.Text<?> text) {
        List<Node.Entry> entries = new ArrayList<>();
        entries.add(Node.entry("type", type(text)));
        if (!text.words().isEmpty() && text.json() == Form.Json.STRING) {
            entries.add(Node.entry("enum", Node.list(words(text.words()))));
        }
        if (!text.pattern().isEmpty()) {
            entries.add(Node.entry("pattern", quoted("^(?:" + text.pattern() + ")$")));
        }
        return Node.map(entries.toArray(Node.Entry[]::new));
    }

    /// A text that happens to be a number needs no quotes in a document, so a schema must not ask for them.
    private static Node type(Form.Text<?> text) {
        boolean mayBeNumber = text.words().isEmpty() || text.words().stream().anyMatch(PlantSchema::isNumber);
        return switch (text.json()) {
            case STRING -> mayBeNumber ? Node.list(List.of(quoted("string"), quoted("number"))) : quoted("string");
            case INTEGER -> quoted("integer");
            case NUMBER -> quoted("number");
            case BOOLEAN -> quoted("boolean");
        };
    }

    private static List<Node> words(List<String> words) {
        List<Node> all = new ArrayList<>(words.stream().map(PlantSchema::quoted).toList());
        words.stream().filter(PlantSchema::isNumber).map(Node::text).forEach(all::add);
        return all;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+(\\.[0-9]+)?");
    }

    private Node.Mapping reference(Shape<?> shape) {
        String name = shape.name().replace(' ', '-');
        if (!definitions.containsKey(name)) {
            definitions.put(name, Node.map());
            definitions.put(name, object(shape));
        }
        return Node.map(Node.entry("$ref", quoted("#/$defs/" + name)));
    }

    private static Node.Mapping anyOf(List<Node.Mapping> ways) {
        return Node.map(Node.entry("anyOf", Node.list(ways)));
    }

    private static Node.Mapping described(Node.Mapping schema, String meaning) {
        List<Node.Entry> entries = new ArrayList<>(List.of(Node.entry("description", quoted(meaning))));
        entries.addAll(schema.entries());
        return Node.map(entries.toArray(Node.Entry[]::new));
    }

    private static Node.Mapping map(Map<String, Node> values) {
        return Node.map(values.entrySet().stream()
                .map(entry -> Node.entry(entry.getKey(), entry.getValue()))
                .toArray(Node.Entry[]::new));
    }

    private static Node.Scalar quoted(String text) {
        return new Node.Scalar(text, true, Place.NOWHERE);
    }
}
