package org.zonewright.plant.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zonewright.plant.tree.Node;

/// As much of JSON Schema as our schema uses, so that tests need no library for it.
final class SchemaCheck {
    private final Node.Mapping root;

    SchemaCheck(Node.Mapping root) {
        this.root = root;
    }

    List<String> faults(Node document) {
        return faults(document, root);
    }

    List<String> faults(Node value, Node.Mapping schema) {
        List<String> faults = new ArrayList<>();
        check(value, schema, "", faults);
        return faults;
    }

    private void check(Node value, Node.Mapping schema, String path, List<String> faults) {
        for (Node.Entry rule : schema.entries()) {
            switch (rule.key()) {
                case "$ref" -> check(value, definition(text(rule.value())), path, faults);
                case "type" -> type(value, rule.value(), path, faults);
                case "enum" -> {
                    boolean known = items(rule.value()).stream().anyMatch(word -> Node.sameContent(word, value));
                    say(known, path + " is no word of " + items(rule.value()).size(), faults);
                }
                case "pattern" ->
                    say(
                            !(value instanceof Node.Scalar scalar)
                                    || isNumber(scalar)
                                    || Pattern.compile(text(rule.value()))
                                            .matcher(scalar.text())
                                            .find(),
                            path + " does not match",
                            faults);
                case "properties" -> properties(value, schema, (Node.Mapping) rule.value(), path, faults);
                case "required" ->
                    items(rule.value())
                            .forEach(key -> say(
                                    value instanceof Node.Mapping map
                                            && map.get(text(key)).isPresent(),
                                    path + " lacks " + text(key),
                                    faults));
                case "items" -> {
                    if (value instanceof Node.Sequence list) {
                        list.items().forEach(item -> check(item, (Node.Mapping) rule.value(), path + "[]", faults));
                    }
                }
                case "anyOf" -> say(matching(value, rule.value()) > 0, path + " is none of anyOf", faults);
                case "oneOf" -> say(matching(value, rule.value()) == 1, path + " is not one of oneOf", faults);
                case "additionalProperties" -> {
                    if (rule.value() instanceof Node.Mapping free && value instanceof Node.Mapping map) {
                        map.entries().forEach(entry -> check(entry.value(), free, path + "." + entry.key(), faults));
                    }
                }
                default -> {} // annotations
            }
        }
    }

    private void properties(
            Node value, Node.Mapping schema, Node.Mapping properties, String path, List<String> faults) {
        boolean closed = schema.get("additionalProperties").isPresent();
        if (value instanceof Node.Mapping map) {
            for (Node.Entry entry : map.entries()) {
                properties
                        .get(entry.key())
                        .ifPresentOrElse(
                                rule -> check(entry.value(), (Node.Mapping) rule, path + "." + entry.key(), faults),
                                () -> say(!closed, path + " knows no " + entry.key(), faults));
            }
        }
    }

    private long matching(Node value, Node ways) {
        return items(ways).stream()
                .filter(way -> faults(value, (Node.Mapping) way).isEmpty())
                .count();
    }

    private static void type(Node value, Node types, String path, List<String> faults) {
        List<String> names = types instanceof Node.Sequence
                ? items(types).stream().map(SchemaCheck::text).toList()
                : List.of(text(types));
        boolean right = names.stream().anyMatch(name -> is(value, name));
        say(right, path + " is no " + names, faults);
    }

    private static boolean is(Node value, String type) {
        return switch (value) {
            case Node.Mapping _ -> type.equals("object");
            case Node.Sequence _ -> type.equals("array");
            case Node.Scalar scalar ->
                switch (type) {
                    case "string" -> scalar.quoted() || !(isNumber(scalar) || isBoolean(scalar));
                    case "number" -> isNumber(scalar);
                    case "integer" -> isNumber(scalar) && scalar.text().matches("[0-9]+");
                    case "boolean" -> isBoolean(scalar);
                    default -> false;
                };
        };
    }

    private static boolean isNumber(Node.Scalar scalar) {
        return !scalar.quoted() && scalar.text().matches("-?[0-9]+(\\.[0-9]+)?");
    }

    private static boolean isBoolean(Node.Scalar scalar) {
        return !scalar.quoted() && scalar.text().matches("true|false");
    }

    private Node.Mapping definition(String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return (Node.Mapping)
                ((Node.Mapping) root.get("$defs").orElseThrow()).get(name).orElseThrow();
    }

    private static List<Node> items(Node list) {
        return ((Node.Sequence) list).items();
    }

    private static String text(Node node) {
        return ((Node.Scalar) node).text();
    }

    private static void say(boolean right, String fault, List<String> faults) {
        if (!right) {
            faults.add(fault);
        }
    }
}
