package org.zonewright.traffic.capture;

import org.jspecify.annotations.Nullable;

/// Where a reader that does not overwrite what it read gets its buffers from: its frames' bytes stay as they are
/// until the sink's owner gives their buffer out again. One thread.
@FunctionalInterface
public interface Buffers {
    /// The length of every buffer, bytes.
    int LENGTH = Window.CAPACITY;

    /// Gives out a buffer in exchange for the one before, null at the first call: no more frames will come from that.
    byte[] exchange(byte @Nullable [] before);
}
