package org.zonewright.assess.reach;

import java.util.Arrays;

/// Units and the ways between them, as arrays: the ways out of unit `u` are `start[u]` to `start[u + 1] - 1`, in the
/// order in which they were added.
///
/// `link` names what a way is (see [Network]); `level` is its difficulty, `cost` the steps it takes, 0 or 1.
/// Immutable once made; nobody writes to the arrays.
final class Graph {
    /// What kind of way.
    static final byte CROSSING = 0;

    /// Packets pass an asset of two zones.
    static final byte FORWARD = 1;

    /// A gateway passes a request on.
    static final byte RELAY = 2;

    /// From a zone to an asset apart that stands in it.
    static final byte INSIDE = 3;

    /// Whoever holds an asset stands in its zones.
    static final byte HOLD = 4;

    /// A zone and the one that contains it.
    static final byte GROUP = 5;

    /// A way in of the document.
    static final byte ACCESS = 6;

    /// Whoever takes over one end of a serial link takes over the other.
    static final byte LINK = 7;

    final int units;
    final int[] start;
    final int[] head;
    final int[] link;
    final byte[] level;
    final byte[] kind;

    private Graph(Builder builder) {
        units = builder.units;
        int size = builder.size;
        start = new int[units + 1];
        for (int i = 0; i < size; i++) {
            start[builder.tail[i] + 1]++;
        }
        for (int unit = 0; unit < units; unit++) {
            start[unit + 1] += start[unit];
        }
        head = new int[size];
        link = new int[size];
        level = new byte[size];
        kind = new byte[size];
        int[] at = Arrays.copyOf(start, units);
        for (int i = 0; i < size; i++) {
            int slot = at[builder.tail[i]]++;
            head[slot] = builder.head[i];
            link[slot] = builder.link[i];
            level[slot] = builder.level[i];
            kind[slot] = builder.kind[i];
        }
    }

    int edges() {
        return head.length;
    }

    /// How many steps a way takes.
    int cost(int edge) {
        return kind[edge] == HOLD || kind[edge] == GROUP ? 0 : 1;
    }

    /// The unit a way starts from.
    int tail(int edge) {
        int found = Arrays.binarySearch(start, edge);
        int unit = found >= 0 ? found : -found - 2;
        while (unit < units && start[unit + 1] == start[unit]) {
            unit++;
        }
        return unit;
    }

    /// Gathers ways; one thread.
    static final class Builder {
        private final int units;
        private int size;
        private int[] tail;
        private int[] head;
        private int[] link;
        private byte[] level;
        private byte[] kind;

        Builder(int units, int expected) {
            this.units = units;
            int capacity = Math.max(64, expected);
            tail = new int[capacity];
            head = new int[capacity];
            link = new int[capacity];
            level = new byte[capacity];
            kind = new byte[capacity];
        }

        void add(int from, int to, int linkNumber, Hurdle hurdle, byte edgeKind) {
            if (from == to) {
                return;
            }
            if (size == tail.length) {
                int wider = size * 2;
                tail = Arrays.copyOf(tail, wider);
                head = Arrays.copyOf(head, wider);
                link = Arrays.copyOf(link, wider);
                level = Arrays.copyOf(level, wider);
                kind = Arrays.copyOf(kind, wider);
            }
            tail[size] = from;
            head[size] = to;
            link[size] = linkNumber;
            level[size] = (byte) hurdle.level();
            kind[size++] = edgeKind;
        }

        Graph build() {
            return new Graph(this);
        }
    }
}
