package org.zonewright.traffic.flow;

import org.zonewright.facts.memory.Pager;

/// A set of pairs of longs, to know without allocating whether a number was said before. Open addressing; mutable;
/// one thread.
final class NumberSet {
    private long[] pairs = new long[512];
    private int size;
    private boolean hasZero;
    private final long seed;
    private final Pager pager;

    NumberSet(long seed, Pager pager) {
        this.seed = seed;
        this.pager = pager;
    }

    int size() {
        return size;
    }

    /// Adds a pair; true if it is new.
    boolean add(long first, long second) {
        if ((first | second) == 0) {
            boolean fresh = !hasZero;
            hasZero = true;
            return fresh;
        }
        int mask = pairs.length / 2 - 1;
        int slot = (int) FlowTable.mix(first ^ seed, second) & mask;
        while ((pairs[slot * 2] | pairs[slot * 2 + 1]) != 0) {
            if (pairs[slot * 2] == first && pairs[slot * 2 + 1] == second) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        if ((size + 1) * 4 > pairs.length) {
            grow();
            return add(first, second);
        }
        pairs[slot * 2] = first;
        pairs[slot * 2 + 1] = second;
        size++;
        return true;
    }

    private void grow() {
        pager.fix((long) pairs.length * Long.BYTES);
        long[] grown = new long[pairs.length * 2];
        int mask = grown.length / 2 - 1;
        for (int i = 0; i < pairs.length; i += 2) {
            if ((pairs[i] | pairs[i + 1]) != 0) {
                int slot = (int) FlowTable.mix(pairs[i] ^ seed, pairs[i + 1]) & mask;
                while ((grown[slot * 2] | grown[slot * 2 + 1]) != 0) {
                    slot = (slot + 1) & mask;
                }
                grown[slot * 2] = pairs[i];
                grown[slot * 2 + 1] = pairs[i + 1];
            }
        }
        pairs = grown;
    }
}
