package org.zonewright.plant.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// A mapping while it is put together from cells. Mutable; one thread.
///
/// A row has few cells, so its keys are looked for one by one.
public final class Branch {
    private final List<Node.Entry> leaves = new ArrayList<>();
    private @Nullable Map<String, Branch> branches;

    /// Puts a value under a path of one or more keys, in place of one that is there.
    public void put(List<String> path, Node value) {
        if (path.size() > 1) {
            if (branches == null) {
                branches = new LinkedHashMap<>();
            }
            branches.computeIfAbsent(path.getFirst(), _ -> new Branch()).put(path.subList(1, path.size()), value);
            return;
        }
        Node.Entry leaf = new Node.Entry(path.getFirst(), value.place(), value);
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).key().equals(leaf.key())) {
                leaves.set(i, leaf);
                return;
            }
        }
        leaves.add(leaf);
    }

    /// The mapping; `place` stands for what has no cell of its own.
    public Node.Mapping mapping(Place place) {
        if (branches == null) {
            return new Node.Mapping(leaves, place);
        }
        List<Node.Entry> entries = new ArrayList<>(leaves);
        branches.forEach((key, value) -> entries.add(new Node.Entry(key, place, value.mapping(place))));
        return new Node.Mapping(entries, place);
    }
}
