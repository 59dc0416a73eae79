package org.zonewright.assess.reach;

import java.util.Arrays;

/// The strongly connected components of the graph over ways that are not closed, after Tarjan (Depth-first search and
/// linear graph algorithms, 1972) without recursion. A component's number is greater than that of every other
/// component it reaches. Time and space grow with units and ways.
final class Components {
    private final Graph graph;
    private final int[] low;
    private final int[] index;
    private final int[] open;
    private final int[] next;
    private final int[] path;
    private int openSize;
    private int counter;

    /// The component of each unit.
    final int[] of;

    int count;

    Components(Graph graph) {
        this.graph = graph;
        int units = graph.units;
        low = new int[units];
        index = new int[units];
        of = new int[units];
        open = new int[units];
        path = new int[units];
        next = Arrays.copyOf(graph.start, units);
        Arrays.fill(index, -1);
        Arrays.fill(of, -1);
        for (int unit = 0; unit < units; unit++) {
            if (index[unit] < 0) {
                walk(unit);
            }
        }
    }

    private void walk(int root) {
        int depth = 0;
        path[0] = enter(root);
        while (depth >= 0) {
            int unit = path[depth];
            int child = child(unit);
            if (child >= 0) {
                path[++depth] = enter(child);
            } else {
                if (low[unit] == index[unit]) {
                    close(unit);
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[unit]);
                }
            }
        }
    }

    private int enter(int unit) {
        index[unit] = counter;
        low[unit] = counter++;
        open[openSize++] = unit;
        return unit;
    }

    /// The next unit that is new; what was seen before only lowers `low`. -1 after the last.
    private int child(int unit) {
        int end = graph.start[unit + 1];
        while (next[unit] < end) {
            int edge = next[unit]++;
            int head = graph.head[edge];
            if (graph.level[edge] < Hurdle.CLOSED_LEVEL) {
                if (index[head] < 0) {
                    return head;
                }
                if (of[head] < 0) {
                    low[unit] = Math.min(low[unit], index[head]);
                }
            }
        }
        return -1;
    }

    private void close(int unit) {
        int member;
        do {
            member = open[--openSize];
            of[member] = count;
        } while (member != unit);
        count++;
    }
}
