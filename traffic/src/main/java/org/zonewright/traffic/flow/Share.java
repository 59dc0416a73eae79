package org.zonewright.traffic.flow;

/// Which flows of a capture a reader keeps, where several read the same file side by side: those of some of
/// [#SHARDS] shards. All flows of a pair of addresses are in one shard, from wherever they are seen. Immutable.
public final class Share {
    /// How many shards there are, and so the most readers that can share a capture.
    public static final int SHARDS = 8;

    /// All flows.
    public static final Share WHOLE = new Share(-1, true);

    private static final int SHIFT = Integer.SIZE - 3;
    private static final int ODD = 0x9e37_79b1;
    private static final int OTHER_ODD = 0x85eb_ca77;

    private final int shards; // a bit each
    private final boolean first;

    private Share(int shards, boolean first) {
        this.shards = shards;
        this.first = first;
    }

    /// The share of one of `count` readers, at most [#SHARDS], numbered from 0.
    public static Share of(int number, int count) {
        int shards = 0;
        for (int shard = number; shard < SHARDS; shard += count) {
            shards |= 1 << shard;
        }
        return new Share(shards, number == 0);
    }

    /// The shard of all flows between two addresses, as a [Packet] holds them: flows of one pair may become one
    /// conversation, whose functions stand in the order in which they were first asked for.
    public static int shard(long addresses) {
        int both = (int) addresses ^ (int) (addresses >>> 32);
        int sum = (int) addresses + (int) (addresses >>> 32);
        return ((both * ODD + sum) * OTHER_ODD) >>> SHIFT;
    }

    /// True if flows of the shard are kept.
    public boolean has(int shard) {
        return ((shards >>> shard) & 1) != 0;
    }

    /// True for one of the readers, which counts what is counted once for all frames.
    public boolean isFirst() {
        return first;
    }
}
