package org.zonewright.plant.yaml;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zonewright.plant.markup.YamlText;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.NodePath;
import org.zonewright.plant.tree.NodePath.Step;
import org.zonewright.plant.tree.Place;

/// Makes one edit by replacing the smallest span of the text that says it. It relies on the spans of the tree and is
/// checked by reading the result again, so it may be wrong about a rare layout but never goes unnoticed.
final class Patcher {
    private final Source source;
    private final Node root;

    Patcher(String text, Node root) {
        this.source = new Source(text);
        this.root = root;
    }

    /// The text after the edit; nothing where this layout cannot be patched.
    Optional<String> patch(Edit edit) {
        return switch (edit) {
            case Edit.Put(var path, var value) -> put(path, value);
            case Edit.Add(var path, var item) -> add(path, item);
            case Edit.Remove(var path) -> remove(path);
        };
    }

    private Optional<String> put(NodePath path, Node value) {
        Optional<Node> old = path.find(root);
        if (old.isPresent()) {
            return Optional.of(replace(path, old.get(), value));
        }
        Optional<NodePath> parent = path.parent();
        if (parent.isEmpty() || !(path.last().orElseThrow() instanceof Step.Key(var name))) {
            return Optional.empty();
        }
        Node.Entry entry = Node.entry(name, value);
        Optional<Node> above = parent.get().find(root).filter(node -> !TreeEdit.isNothing(node));
        if (above.isEmpty()) {
            return put(parent.get(), Node.map(entry));
        }
        return above.get() instanceof Node.Mapping mapping ? Optional.of(insert(mapping, entry)) : Optional.empty();
    }

    private String replace(NodePath path, Node old, Node value) {
        Place.InText span = Source.span(old);
        if (span.style() == Place.Style.BLOCK) {
            return replaceBlock(path, old, value);
        }
        String text = old instanceof Node.Scalar && value instanceof Node.Scalar scalar
                ? inStyle(span.style(), scalar)
                : YamlText.flow(value);
        boolean afterMark = span.start() > 0 && ":-".indexOf(source.text().charAt(span.start() - 1)) >= 0;
        return source.replaced(span.start(), span.end(), afterMark ? " " + text : text);
    }

    /// A text in the quotes its predecessor had, where they can hold it.
    private static String inStyle(Place.Style style, Node.Scalar value) {
        String text = value.text();
        return switch (style) {
            case DOUBLE_QUOTED -> YamlText.quoted(text);
            case SINGLE_QUOTED ->
                text.chars().anyMatch(Character::isISOControl)
                        ? YamlText.quoted(text)
                        : "'" + text.replace("'", "''") + "'";
            case PLAIN, LITERAL, FOLDED, BLOCK, FLOW -> YamlText.scalar(value);
        };
    }

    private String replaceBlock(NodePath path, Node old, Node value) {
        Place.InText span = Source.span(old);
        boolean empty = YamlText.flow(value).length() == 2;
        if (value instanceof Node.Scalar || empty) {
            return replaceBlockByLine(path, span, YamlText.flow(value));
        }
        int indent = span.column() - 1;
        return source.replaced(span.start(), span.end(), lines(out -> YamlText.block(out, value, indent), indent));
    }

    /// A block under a key becomes a value on the key's line; an item stays where it is.
    private String replaceBlockByLine(NodePath path, Place.InText span, String value) {
        Optional<Node.Entry> entry = entry(path);
        if (entry.isEmpty()) {
            return source.replaced(span.start(), span.end(), value);
        }
        int colon =
                source.text().indexOf(':', Source.span(entry.get().keyPlace()).end()) + 1;
        int from = source.lineStart(span.start());
        int to = source.nextLine(span.end());
        String without = source.text().substring(0, from) + source.text().substring(to);
        return new Source(without).replaced(colon, colon, " " + value);
    }

    private Optional<Node.Entry> entry(NodePath path) {
        return path.last()
                .flatMap(step -> step instanceof Step.Key(var name)
                                && path.parent()
                                                .flatMap(above -> above.find(root))
                                                .orElse(root)
                                        instanceof Node.Mapping mapping
                        ? mapping.entries().stream()
                                .filter(candidate -> candidate.key().equals(name))
                                .findFirst()
                        : Optional.empty());
    }

    private String insert(Node.Mapping mapping, Node.Entry entry) {
        Place.InText span = Source.span(mapping);
        if (span.style() == Place.Style.FLOW) {
            String flow = YamlText.flow(Node.map(entry));
            if (mapping.entries().isEmpty()) {
                return source.replaced(span.start(), span.end(), flow);
            }
            int end = Source.end(mapping.entries().getLast());
            return source.replaced(end, end, ", " + flow.substring(2, flow.length() - 2));
        }
        int indent = Source.span(mapping.entries().getFirst().keyPlace()).column() - 1;
        return appendLines(span.end(), indent, lines(out -> YamlText.entry(out, entry, indent), 0));
    }

    private Optional<String> add(NodePath path, Node item) {
        Optional<Node> found = path.find(root).filter(node -> !TreeEdit.isNothing(node));
        if (found.isEmpty()) {
            return put(path, Node.list(List.of(item)));
        }
        if (!(found.get() instanceof Node.Sequence list)) {
            return Optional.empty();
        }
        Place.InText span = Source.span(list);
        if (span.style() == Place.Style.FLOW) {
            return Optional.of(addToFlow(list, item));
        }
        int indent = span.column() - 1;
        return Optional.of(appendLines(span.end(), indent, lines(out -> YamlText.item(out, item, indent), 0)));
    }

    private String addToFlow(Node.Sequence list, Node item) {
        Place.InText span = Source.span(list);
        String text = YamlText.flow(item);
        if (list.items().isEmpty()) {
            return source.replaced(span.start(), span.end(), "[ " + text + " ]");
        }
        Place.InText last = Source.span(list.items().getLast());
        int lineBefore = list.items().size() > 1
                ? Source.span(list.items().get(list.items().size() - 2)).line()
                : span.line();
        String between = last.line() > lineBefore ? ",\n" + " ".repeat(last.column() - 1) : ", ";
        return source.replaced(last.end(), last.end(), between + text);
    }

    /// New lines after the line in which `offset` is.
    private String appendLines(int offset, int indent, String lines) {
        int end = source.lineEnd(offset);
        return source.replaced(end, end, "\n" + " ".repeat(indent) + lines);
    }

    /// What the writer writes, from its first character and without its last line end.
    private static String lines(Consumer<StringBuilder> writer, int skip) {
        StringBuilder out = new StringBuilder();
        writer.accept(out);
        return out.substring(skip, out.length() - 1);
    }

    private Optional<String> remove(NodePath path) {
        Optional<Node> parent = path.parent().flatMap(above -> above.find(root));
        if (parent.isEmpty()) {
            return Optional.empty();
        }
        Removal removal = new Removal(source);
        return switch (path.last().orElseThrow()) {
            case Step.Item(var selector) ->
                parent.get() instanceof Node.Sequence list
                        ? NodePath.indexOf(list, selector).flatMap(at -> removal.item(list, at)
                                .or(() -> put(path.parent().orElseThrow(), without(list, at))))
                        : Optional.empty();
            case Step.Key(var name) ->
                parent.get() instanceof Node.Mapping mapping
                        ? removal.entry(mapping, name).or(() -> TreeEdit.apply(mapping, Edit.remove(name))
                                .flatMap(left -> put(path.parent().orElseThrow(), left)))
                        : Optional.empty();
        };
    }

    private static Node without(Node.Sequence list, int at) {
        return TreeEdit.apply(list, new Edit.Remove(new NodePath(List.of(new Step.Item("" + at)))))
                .orElse(list);
    }
}
