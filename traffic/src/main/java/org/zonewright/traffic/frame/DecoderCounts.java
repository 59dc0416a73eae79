package org.zonewright.traffic.frame;

import org.zonewright.facts.CaptureSummary;

/// What a decoder counts: over all frames, but twins, which are counted among the packets of its share. Mutable; one
/// thread; read after the last frame.
public final class DecoderCounts {
    long frames;
    long bytes;
    long truncated;
    long undecoded;
    long malformed;
    long fragments;
    long tagged;
    long lost;
    long leftOut;
    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;
    final TwinWatch twins = new TwinWatch();
    private final ClockWatch clock = new ClockWatch();
    private int snapLength;

    DecoderCounts() {}

    void networkInterface(int length) {
        if (length > 0 && (snapLength == 0 || length < snapLength)) {
            snapLength = length;
        }
    }

    void seen(long wireLength, int captured, long nanos, int interfaceId) {
        frames++;
        bytes += wireLength;
        if (captured < wireLength) {
            truncated++;
        }
        if (clock.ticks(interfaceId, nanos, lastNanos)) {
            lastNanos = nanos;
        } else {
            clock.saw(interfaceId, nanos, lastNanos, frames);
            firstNanos = Math.min(firstNanos, nanos);
            lastNanos = Math.max(lastNanos, nanos);
        }
    }

    public long frames() {
        return frames;
    }

    /// Frame lengths on the wire.
    public long bytes() {
        return bytes;
    }

    /// Frames of which less was captured than was on the wire.
    public long truncated() {
        return truncated;
    }

    /// Frames whose headers were not understood at all.
    public long undecoded() {
        return undecoded;
    }

    /// Frames that were not kept, at least not wholly, since there was no memory for a table to grow.
    public long leftOut() {
        return leftOut;
    }

    /// Packets whose headers contradict themselves.
    public long malformed() {
        return malformed;
    }

    /// The least number of bytes that an interface keeps of a frame, 0 where none says a limit.
    public int snapLength() {
        return snapLength;
    }

    /// Adds what a reader of another share of the same capture counted.
    public void takeIn(DecoderCounts other) {
        leftOut += other.leftOut;
        twins.takeIn(other.twins);
    }

    /// What the recorder's clock did.
    public CaptureSummary.Clock clock() {
        return clock.summary(frames, firstNanos, lastNanos);
    }

    /// Frames that were there before, and how many `splitConversations` the flows show.
    public CaptureSummary.Twins twins(long splitConversations) {
        return new CaptureSummary.Twins(twins.compared(), twins.duplicates(), twins.routedTwice(), splitConversations);
    }

    public long fragments() {
        return fragments;
    }

    /// Frames with a VLAN tag.
    public long tagged() {
        return tagged;
    }

    /// Frames the recorder says it lost.
    public long lost() {
        return lost;
    }

    /// Earliest and latest time in nanoseconds since 1970; meaningless where [#frames()] is 0.
    public long firstNanos() {
        return firstNanos;
    }

    public long lastNanos() {
        return lastNanos;
    }
}
