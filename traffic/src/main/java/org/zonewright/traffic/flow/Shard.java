package org.zonewright.traffic.flow;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The conversations of some pairs of hosts: their engine, and the chunks whose packets it has not read yet. The
/// engine belongs to whoever has set `busy` under the crew's lock, which guards the rest.
final class Shard {
    final FlowEngine engine;
    final Queue<Chunk> waiting = new ArrayDeque<>();
    boolean busy;

    @Nullable
    Thread reader; // the last one

    private final int number;
    private final Packet packet = new Packet();

    Shard(int number, FlowEngine engine) {
        this.number = number;
        this.engine = engine;
    }

    /// Reads this shard's packets of a chunk.
    void read(Chunk chunk) {
        Batch batch = chunk.batches[number];
        batch.to(engine, packet, chunk.bytes);
        batch.clear();
    }
}
