package org.zonewright.traffic.flow;

import org.zonewright.facts.memory.RowIndex;

/// Which rows were found lately, by the hashes of their keys. Packets of many flows come in step with each other, and
/// these few kilobytes stay nearer to the processor than an index of all rows does. Mutable; one thread.
final class RecentRows {
    private final long[] entries; // a tag and a row + 1, as in the RowIndex; 0 = none
    private final int mask;

    /// As many places as 2 to the power of `bits`, each for the last row found there.
    RecentRows(int bits) {
        entries = new long[1 << bits];
        mask = entries.length - 1;
    }

    /// The row found last with a hash like this one, all but surely this one, or -1.
    int like(long hash) {
        long entry = entries[(int) hash & mask];
        return RowIndex.tag(entry) == RowIndex.tagOf(hash) ? RowIndex.row(entry) : -1;
    }

    /// Keeps the row of this hash.
    void keep(long hash, int row) {
        entries[(int) hash & mask] = ((long) RowIndex.tagOf(hash) << 32) | (row + 1);
    }
}
