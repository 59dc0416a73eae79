package org.zonewright.plant.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path a person or a page can write: keys joined by dots, items of lists in brackets by number from 0 or by their
/// `id`: `zones[bay-1].members[0].cidr`.
public record NodePath(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([^\\[\\]]+)]");

    public NodePath {
        steps = List.copyOf(steps);
    }

    /// One step down the tree.
    public sealed interface Step {
        /// The value under a key.
        record Key(String name) implements Step {}

        /// An item of a list, by number or `id`.
        record Item(String selector) implements Step {}
    }

    /// Reads a path; throws `IllegalArgumentException` for what is none. The empty text is the document itself.
    public static NodePath parse(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher parts = STEP.matcher(text);
        int at = 0;
        while (parts.find(at) && parts.start() == at) {
            steps.add(parts.group(1) != null ? new Step.Key(parts.group(1)) : new Step.Item(parts.group(2)));
            at = parts.end();
            if (at == text.length()) {
                break;
            }
        }
        if (at != text.length() || text.startsWith(".")) {
            throw new IllegalArgumentException("'" + text + "' is not a path such as zones[bay-1].owner");
        }
        return new NodePath(steps);
    }

    /// The node the path leads to.
    public Optional<Node> find(Node root) {
        Optional<Node> node = Optional.of(root);
        for (Step step : steps) {
            node = node.flatMap(current -> next(current, step));
        }
        return node;
    }

    /// All steps but the last; empty for the document itself.
    public Optional<NodePath> parent() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(new NodePath(steps.subList(0, steps.size() - 1)));
    }

    /// The last step; empty for the document itself.
    public Optional<Step> last() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    private static Optional<Node> next(Node node, Step step) {
        return switch (step) {
            case Step.Key(var name) -> node instanceof Node.Mapping mapping ? mapping.get(name) : Optional.empty();
            case Step.Item(var selector) ->
                node instanceof Node.Sequence list ? indexOf(list, selector).map(list.items()::get) : Optional.empty();
        };
    }

    /// Where an item stands in a list, by number or `id`.
    public static Optional<Integer> indexOf(Node.Sequence list, String selector) {
        for (int i = 0; i < list.items().size(); i++) {
            if (list.items().get(i) instanceof Node.Mapping mapping
                    && mapping.get("id").filter(id -> isText(id, selector)).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.of(selector)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(index -> index < list.items().size());
    }

    private static boolean isText(Node node, String text) {
        return node instanceof Node.Scalar scalar && scalar.text().equals(text);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Step.Key(var name) -> out.append(out.isEmpty() ? "" : ".").append(name);
                case Step.Item(var selector) -> out.append('[').append(selector).append(']');
            }
        }
        return out.toString();
    }
}
