package org.zonewright.assess.reach;

import java.util.Arrays;

/// The greatest flow between two nodes and the smallest cut beside it, after Dinic (Algorithm for solution of a
/// problem of maximum flow, 1970). Built by one thread.
final class MaxFlow {
    /// What no cut can take away.
    static final int UNBOUNDED = 1_000_000_000;

    private final int[] first;
    private int[] next = new int[64];
    private int[] head = new int[64];
    private int[] left = new int[64];
    private int size;
    private final int[] depth;
    private final int[] at;
    private final int[] queue;
    private final int[] path;

    MaxFlow(int nodes) {
        first = new int[nodes];
        depth = new int[nodes];
        at = new int[nodes];
        queue = new int[nodes];
        path = new int[nodes];
        Arrays.fill(first, -1);
    }

    /// The number of the new way; its opposite has the next number.
    int add(int from, int to, int capacity) {
        if (size + 2 > head.length) {
            next = Arrays.copyOf(next, size * 2);
            head = Arrays.copyOf(head, size * 2);
            left = Arrays.copyOf(left, size * 2);
        }
        put(from, to, capacity);
        put(to, from, 0);
        return size - 2;
    }

    private void put(int from, int to, int capacity) {
        head[size] = to;
        left[size] = capacity;
        next[size] = first[from];
        first[from] = size++;
    }

    /// The value of the greatest flow; [#UNBOUNDED] or more where no cut exists. Call it once.
    long run(int source, int sink) {
        long flow = 0;
        while (flow < UNBOUNDED && layer(source, sink)) {
            System.arraycopy(first, 0, at, 0, first.length);
            long pushed = push(source, sink);
            while (pushed > 0 && flow < UNBOUNDED) {
                flow += pushed;
                pushed = push(source, sink);
            }
        }
        return flow;
    }

    private boolean layer(int source, int sink) {
        Arrays.fill(depth, -1);
        depth[source] = 0;
        int end = 0;
        queue[end++] = source;
        for (int i = 0; i < end; i++) {
            for (int way = first[queue[i]]; way >= 0; way = next[way]) {
                if (left[way] > 0 && depth[head[way]] < 0) {
                    depth[head[way]] = depth[queue[i]] + 1;
                    queue[end++] = head[way];
                }
            }
        }
        return depth[sink] >= 0;
    }

    /// One augmenting path, found without recursion; how much it carries, 0 for none.
    private long push(int source, int sink) {
        int length = 0;
        int node = source;
        while (node != sink) {
            int way = at[node];
            while (way >= 0 && (left[way] == 0 || depth[head[way]] != depth[node] + 1)) {
                way = next[way];
            }
            at[node] = way;
            if (way >= 0) {
                path[length++] = way;
                node = head[way];
            } else if (length == 0) {
                return 0;
            } else {
                int back = path[--length];
                node = head[back ^ 1];
                at[node] = next[back];
            }
        }
        int least = UNBOUNDED;
        for (int i = 0; i < length; i++) {
            least = Math.min(least, left[path[i]]);
        }
        for (int i = 0; i < length; i++) {
            if (left[path[i]] < UNBOUNDED) {
                left[path[i]] -= least;
            }
            left[path[i] ^ 1] = Math.min(UNBOUNDED, left[path[i] ^ 1] + least);
        }
        return least;
    }

    /// After [#run(int, int)]: true if the node is on the source's side of the smallest cut.
    boolean isNear(int node) {
        return depth[node] >= 0;
    }
}
