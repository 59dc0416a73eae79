package org.zonewright.traffic.flow;

/// Which rows were found lately, by some bits of their keys' hashes, which whoever asks compares again. Packets of many
/// flows come in step with each other, and these few kilobytes stay nearer to the processor than an index of all rows
/// does. Mutable; one thread.
final class RecentRows {
    private final int[] rows; // + 1; 0 = none
    private final int mask;

    /// As many places as 2 to the power of `bits`, each for the last row found there.
    RecentRows(int bits) {
        rows = new int[1 << bits];
        mask = rows.length - 1;
    }

    /// The row found last with a hash like this one, or -1.
    int like(long hash) {
        return rows[(int) hash & mask] - 1;
    }

    /// Keeps the row of this hash.
    void keep(long hash, int row) {
        rows[(int) hash & mask] = row + 1;
    }
}
