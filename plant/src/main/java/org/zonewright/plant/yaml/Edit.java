package org.zonewright.plant.yaml;

import java.util.List;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.NodePath;

/// One change of a document's text. Values come from [PlantNodes] or are made with [Node#text(String)].
public sealed interface Edit {
    NodePath path();

    /// Sets the value at a path: replaces what stands there, or adds the key, with the keys above it where they are
    /// missing too.
    record Put(NodePath path, Node value) implements Edit {}

    /// Adds an item at the end of a list; a missing list is made.
    record Add(NodePath path, Node item) implements Edit {}

    /// Removes an item of a list, or a key with its value.
    record Remove(NodePath path) implements Edit {}

    /// Sets a single value, such as `put("zones[bay-1].owner", "Telecontrol")`.
    static Edit put(String path, String value) {
        return new Put(NodePath.parse(path), Node.text(value));
    }

    /// Replaces an item or sets a value.
    static Edit put(String path, Node value) {
        return new Put(NodePath.parse(path), value);
    }

    /// Sets a list of texts, such as the `allow` of a flow.
    static Edit put(String path, List<String> values) {
        return new Put(
                NodePath.parse(path), Node.list(values.stream().map(Node::text).toList()));
    }

    /// Adds an item, such as `add("conduits[scada-bay-1].flows", PlantNodes.of(flow))`.
    static Edit add(String list, Node item) {
        return new Add(NodePath.parse(list), item);
    }

    /// Removes an item or a key, such as `remove("acceptances[acc-1]")`.
    static Edit remove(String path) {
        return new Remove(NodePath.parse(path));
    }
}
