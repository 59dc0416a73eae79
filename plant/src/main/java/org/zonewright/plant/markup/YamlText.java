package org.zonewright.plant.markup;

import java.util.List;
import java.util.regex.Pattern;
import org.zonewright.plant.tree.Node;

/// Writes trees as YAML: keys in their order, items on one line where they fit, lists and longer mappings in block
/// style with two spaces a level. Ends lines with LF.
public final class YamlText {
    private static final int WIDTH = 120;

    /// Texts that are safe without quotes in every context and to every reader, also those of YAML 1.1.
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./(+][\\p{L}\\p{N}_./()+@$%=;^~' -]*");

    private YamlText() {}

    /// A whole document: each key of the root on a line of its own.
    public static String document(Node.Mapping root) {
        StringBuilder out = new StringBuilder();
        for (Node.Entry entry : root.entries()) {
            entry(out, entry, 0);
        }
        return out.toString();
    }

    /// A mapping or list as lines indented by `indent`, each ended by LF; a scalar or anything that fits as one line.
    public static void block(StringBuilder out, Node node, int indent) {
        switch (node) {
            case Node.Mapping mapping
            when !mapping.entries().isEmpty() ->
                mapping.entries().forEach(entry -> entry(out.append(" ".repeat(indent)), entry, indent));
            case Node.Sequence list
            when !list.items().isEmpty() ->
                list.items().forEach(item -> item(out.append(" ".repeat(indent)), item, indent));
            case Node.Mapping _, Node.Sequence _, Node.Scalar _ ->
                out.append(" ".repeat(indent)).append(flow(node)).append('\n');
        }
    }

    /// `key: value` from where the cursor stands at column `indent`, with its line end.
    public static void entry(StringBuilder out, Node.Entry entry, int indent) {
        String key = scalar(new Node.Scalar(entry.key(), false, entry.keyPlace()));
        String line = flow(entry.value());
        boolean list = entry.value() instanceof Node.Sequence sequence && holdsMappings(sequence);
        if (isEmpty(entry.value()) || (!list && indent + key.length() + 2 + line.length() <= WIDTH)) {
            out.append(key).append(": ").append(line).append('\n');
        } else if (entry.value() instanceof Node.Scalar) {
            out.append(key).append(": ").append(line).append('\n');
        } else {
            out.append(key).append(":\n");
            block(out, entry.value(), indent + 2);
        }
    }

    /// `- item` from where the cursor stands at column `indent`, with its line end.
    public static void item(StringBuilder out, Node item, int indent) {
        String line = flow(item);
        out.append("- ");
        if (item instanceof Node.Mapping mapping && indent + 2 + line.length() > WIDTH) {
            List<Node.Entry> entries = mapping.entries();
            entry(out, entries.getFirst(), indent + 2);
            entries.stream().skip(1).forEach(entry -> entry(out.append(" ".repeat(indent + 2)), entry, indent + 2));
        } else {
            out.append(line).append('\n');
        }
    }

    private static boolean isEmpty(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> mapping.entries().isEmpty();
            case Node.Sequence list -> list.items().isEmpty();
            case Node.Scalar _ -> false;
        };
    }

    private static boolean holdsMappings(Node.Sequence list) {
        return list.items().stream().anyMatch(Node.Mapping.class::isInstance);
    }

    /// Any node on one line.
    public static String flow(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar(scalar);
            case Node.Sequence list when list.items().isEmpty() -> "[]";
            case Node.Sequence list ->
                "[ "
                        + String.join(
                                ", ", list.items().stream().map(YamlText::flow).toList()) + " ]";
            case Node.Mapping mapping when mapping.entries().isEmpty() -> "{}";
            case Node.Mapping mapping ->
                "{ "
                        + String.join(
                                ", ",
                                mapping.entries().stream()
                                        .map(entry -> scalar(new Node.Scalar(entry.key(), false, entry.keyPlace()))
                                                + ": "
                                                + flow(entry.value()))
                                        .toList())
                        + " }";
        };
    }

    /// A text on one line, in double quotes where it needs any.
    public static String scalar(Node.Scalar scalar) {
        String text = scalar.text();
        return !scalar.quoted() && isPlain(text) ? text : quoted(text);
    }

    /// True for a text that needs no quotes anywhere.
    public static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches()
                && !text.startsWith("...")
                && !text.endsWith(" ")
                && !text.contains(" '")
                && !text.contains("  ");
    }

    /// In double quotes, with escapes for what cannot stand there.
    public static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
