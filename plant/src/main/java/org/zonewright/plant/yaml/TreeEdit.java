package org.zonewright.plant.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.NodePath;
import org.zonewright.plant.tree.NodePath.Step;

/// What an edit means, on the tree alone: the measure for what the patched text has to say.
final class TreeEdit {
    private TreeEdit() {}

    /// The tree after an edit; nothing where the path leads nowhere.
    static Optional<Node> apply(Node root, Edit edit) {
        return switch (edit) {
            case Edit.Put(var path, var value) -> put(root, path.steps(), value);
            case Edit.Add(var path, var item) -> {
                Optional<Node> list = path.find(root).filter(node -> !isNothing(node));
                yield list.isEmpty()
                        ? put(root, path.steps(), Node.list(List.of(item)))
                        : list.get() instanceof Node.Sequence found
                                ? put(root, path.steps(), with(found, item))
                                : Optional.empty();
            }
            case Edit.Remove(var path) -> remove(root, path.steps());
        };
    }

    static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNothing();
    }

    private static Node with(Node.Sequence list, Node item) {
        List<Node> items = new ArrayList<>(list.items());
        items.add(item);
        return new Node.Sequence(items, list.place());
    }

    private static Optional<Node> put(Node node, List<Step> steps, Node value) {
        if (steps.isEmpty()) {
            return Optional.of(value);
        }
        List<Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case Step.Key(var name) -> {
                if (!(node instanceof Node.Mapping) && !isNothing(node)) {
                    yield Optional.empty();
                }
                List<Node.Entry> entries =
                        node instanceof Node.Mapping mapping ? new ArrayList<>(mapping.entries()) : new ArrayList<>();
                int at = indexOf(entries, name);
                Node before = at < 0 ? Node.map() : entries.get(at).value();
                yield put(before, rest, value).map(after -> {
                    if (at < 0) {
                        entries.add(Node.entry(name, after));
                    } else {
                        entries.set(at, Node.entry(name, after));
                    }
                    return new Node.Mapping(entries, node.place());
                });
            }
            case Step.Item(var selector) ->
                node instanceof Node.Sequence list
                        ? NodePath.indexOf(list, selector)
                                .flatMap(at ->
                                        put(list.items().get(at), rest, value).map(after -> replaced(list, at, after)))
                        : Optional.empty();
        };
    }

    private static Node replaced(Node.Sequence list, int at, Node item) {
        List<Node> items = new ArrayList<>(list.items());
        items.set(at, item);
        return new Node.Sequence(items, list.place());
    }

    private static int indexOf(List<Node.Entry> entries, String key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Node> remove(Node root, List<Step> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        List<Step> above = steps.subList(0, steps.size() - 1);
        Optional<Node> parent = new NodePath(above).find(root);
        return parent.flatMap(node -> without(node, steps.getLast())).flatMap(left -> put(root, above, left));
    }

    private static Optional<Node> without(Node node, Step step) {
        return switch (step) {
            case Step.Key(var name) ->
                node instanceof Node.Mapping mapping && mapping.get(name).isPresent()
                        ? Optional.of(new Node.Mapping(
                                mapping.entries().stream()
                                        .filter(entry -> !entry.key().equals(name))
                                        .toList(),
                                mapping.place()))
                        : Optional.empty();
            case Step.Item(var selector) ->
                node instanceof Node.Sequence list
                        ? NodePath.indexOf(list, selector).map(at -> {
                            List<Node> items = new ArrayList<>(list.items());
                            items.remove((int) at);
                            return new Node.Sequence(items, list.place());
                        })
                        : Optional.empty();
        };
    }
}
