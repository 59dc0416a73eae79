package org.zonewright.plant.markup;

import java.util.stream.Collectors;
import org.zonewright.plant.tree.Node;

/// Writes trees as JSON.
public final class JsonText {
    private JsonText() {}

    /// The tree on one line. A text without quotes of its own that is a number or a truth value is written as one.
    public static String line(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Sequence list ->
                list.items().stream().map(JsonText::line).collect(Collectors.joining(",", "[", "]"));
            case Node.Mapping mapping ->
                mapping.entries().stream()
                        .map(entry -> quoted(entry.key()) + ":" + line(entry.value()))
                        .collect(Collectors.joining(",", "{", "}"));
        };
    }

    /// The tree over several lines, two spaces a level; short lists of texts stay on one.
    public static String pretty(Node node) {
        StringBuilder out = new StringBuilder();
        pretty(out, node, 0);
        return out.append('\n').toString();
    }

    private static void pretty(StringBuilder out, Node node, int indent) {
        switch (node) {
            case Node.Mapping mapping
            when !mapping.entries().isEmpty() -> {
                String between = "{\n";
                for (Node.Entry entry : mapping.entries()) {
                    out.append(between).append(" ".repeat(indent + 2));
                    out.append(quoted(entry.key())).append(": ");
                    pretty(out, entry.value(), indent + 2);
                    between = ",\n";
                }
                out.append('\n').append(" ".repeat(indent)).append('}');
            }
            case Node.Sequence list
            when list.items().stream().anyMatch(Node.Mapping.class::isInstance) -> {
                String between = "[\n";
                for (Node item : list.items()) {
                    out.append(between).append(" ".repeat(indent + 2));
                    pretty(out, item, indent + 2);
                    between = ",\n";
                }
                out.append('\n').append(" ".repeat(indent)).append(']');
            }
            case Node.Scalar _, Node.Sequence _, Node.Mapping _ -> out.append(line(node));
        }
    }

    private static String scalar(Node.Scalar scalar) {
        boolean bare = !scalar.quoted() && scalar.text().matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
        return bare ? scalar.text() : quoted(scalar.text());
    }

    private static String quoted(String text) {
        return YamlText.quoted(text);
    }
}
