package org.zonewright.facts.inventory.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zonewright.facts.Function;

/// What one sensor saw of one conversation, while rows are being folded. Side 0 and side 1 are client and server, or
/// the lower and the higher address where the direction is still open. Mutable; one thread.
final class Slice {
    /// One function asked by one side.
    record Use(Function function, int unit, int side) {}

    /// How often, and where first.
    static final class Count {
        long requests;
        long answers;
        long refusals;
        long frame;
        String file;

        Count(String file) {
            this.file = file;
        }

        void add(Count other) {
            if (frame == 0) {
                frame = other.frame;
                file = other.file;
            }
            requests += other.requests;
            answers += other.answers;
            refusals += other.refusals;
        }
    }

    final int sensor;
    final long[] packets = new long[2];
    final long[] bytes = new long[2];
    final Map<Use, Count> uses = new HashMap<>(2);
    long flows;
    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;
    long frame;
    String file;

    Slice(int sensor, String file) {
        this.sensor = sensor;
        this.file = file;
    }

    /// Takes in what began at `nanos`; the earliest frame opens the slice.
    void span(long nanos, long until, String inFile, long firstFrame) {
        if (nanos < firstNanos) {
            firstNanos = nanos;
            file = inFile;
            frame = firstFrame;
        }
        lastNanos = Math.max(lastNanos, until);
    }

    /// Takes in another slice of the same sensor and the same sides.
    void add(Slice other) {
        for (int side = 0; side < 2; side++) {
            packets[side] += other.packets[side];
            bytes[side] += other.bytes[side];
        }
        flows += other.flows;
        span(other.firstNanos, other.lastNanos, other.file, other.frame);
        other.uses.forEach((use, count) ->
                uses.computeIfAbsent(use, any -> new Count(count.file)).add(count));
    }

    boolean overlaps(Slice other) {
        return firstNanos <= other.lastNanos && other.firstNanos <= lastNanos;
    }

    /// The slices that together saw most packets of a side without seeing any at the same time as another: what two
    /// sensors saw at one time is the same traffic, what they saw one after the other is not. Weighted interval
    /// scheduling, O(n²) in the few sensors of a conversation.
    static List<Slice> best(List<Slice> slices, int side) {
        if (slices.size() == 1) {
            return slices;
        }
        return Schedule.heaviest(slices, slice -> slice.packets[side]);
    }
}
