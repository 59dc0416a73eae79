package org.zonewright.assess.reach;

import java.util.Arrays;
import java.util.List;

/// Which row of one table allows a row of another: its ends contain the other's, and its service covers the other's.
/// An index over the ends; immutable once made.
final class Coverage {
    private final Nodes nodes;
    private final Rows rows;
    private final List<Service> services;
    private final LongIntMap first;
    private final int[] next;

    Coverage(Nodes nodes, Rows rows, List<Service> services) {
        this.nodes = nodes;
        this.rows = rows;
        this.services = services;
        first = new LongIntMap(rows.size);
        next = new int[rows.size];
        Arrays.fill(next, Rows.NONE);
        for (int row = rows.size - 1; row >= 0; row--) {
            long key = LongIntMap.key(rows.from[row], rows.to[row]);
            next[row] = first.get(key, Rows.NONE);
            first.put(key, row);
        }
    }

    /// The first row that allows the service from one node to another; [Rows#NONE] for none.
    int covering(int from, int to, int service) {
        int best = Rows.NONE;
        int outerFrom = from;
        while (outerFrom >= 0) {
            int outerTo = to;
            while (outerTo >= 0) {
                int found = matching(first.get(LongIntMap.key(outerFrom, outerTo), Rows.NONE), service);
                if (found != Rows.NONE && (best == Rows.NONE || found < best)) {
                    best = found;
                }
                outerTo = wider(outerTo);
            }
            outerFrom = wider(outerFrom);
        }
        return best;
    }

    private int matching(int head, int service) {
        int row = head;
        while (row != Rows.NONE && !services.get(rows.service[row]).covers(services.get(service))) {
            row = next[row];
        }
        return row;
    }

    /// The next wider node: from an asset to its zone, from a zone to the one that contains it; -1 after the last.
    private int wider(int node) {
        if (nodes.isAsset(node)) {
            return nodes.home[node] == Nodes.NOWHERE ? nodes.outside() : nodes.nodeOfZone(nodes.home[node]);
        }
        if (node == nodes.outside()) {
            return -1;
        }
        int parent = nodes.parent[node - nodes.assets];
        return parent == Nodes.NOWHERE || parent == node - nodes.assets ? -1 : nodes.nodeOfZone(parent);
    }
}
