package org.zonewright.plant.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.plant.tree.Node;
import org.zonewright.plant.tree.Place;

/// A mapping while it is put together from cells. Mutable; one thread.
public final class Branch {
    private final Map<String, Node> leaves = new LinkedHashMap<>();
    private final Map<String, Branch> branches = new LinkedHashMap<>();

    /// Puts a value under a path of one or more keys.
    public void put(List<String> path, Node value) {
        if (path.size() == 1) {
            leaves.put(path.getFirst(), value);
        } else {
            branches.computeIfAbsent(path.getFirst(), _ -> new Branch()).put(path.subList(1, path.size()), value);
        }
    }

    /// The mapping; `place` stands for what has no cell of its own.
    public Node.Mapping mapping(Place place) {
        List<Node.Entry> entries = new ArrayList<>();
        leaves.forEach((key, value) -> entries.add(new Node.Entry(key, value.place(), value)));
        branches.forEach((key, value) -> entries.add(new Node.Entry(key, place, value.mapping(place))));
        return new Node.Mapping(entries, place);
    }
}
