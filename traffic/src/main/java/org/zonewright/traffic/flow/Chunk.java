package org.zonewright.traffic.flow;

import org.zonewright.traffic.capture.Buffers;

/// A buffer full of a capture, and the packets in it that are of interest to each [Shard]. Mutable: filled by the
/// dealer, then read by the engines, then filled again.
final class Chunk {
    final byte[] bytes = new byte[Buffers.LENGTH];
    final Batch[] batches;
    /// Batches that engines have not read yet. Under the crew's lock.
    int unread;

    Chunk(int shards) {
        batches = new Batch[shards];
        for (int i = 0; i < shards; i++) {
            batches[i] = new Batch();
        }
    }
}
