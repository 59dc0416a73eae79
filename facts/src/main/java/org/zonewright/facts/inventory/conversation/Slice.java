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
    private Map<Use, Count> uses = Map.of();
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
        other.uses.forEach((use, count) -> count(use, count.file).add(count));
    }

    /// The functions that were asked.
    Map<Use, Count> uses() {
        return uses;
    }

    /// The count of a function, made now if it is new. Most conversations have none.
    Count count(Use use, String inFile) {
        if (uses.isEmpty()) {
            uses = new HashMap<>(4);
        }
        Count count = uses.get(use);
        if (count == null) {
            count = new Count(inFile);
            uses.put(use, count);
        }
        return count;
    }

    boolean overlaps(Slice other) {
        return firstNanos <= other.lastNanos && other.firstNanos <= lastNanos;
    }

    /// What the slices saw of a side that together saw most packets of it without seeing any at the same time as
    /// another: what two sensors saw at one time is the same traffic, what they saw one after the other is not.
    static Slice best(List<Slice> slices, int side) {
        return slices.size() == 1 ? slices.getFirst() : sum(Schedule.heaviest(slices, slice -> slice.packets[side]));
    }

    /// The slices as one; of equally early ones the first opens it.
    static Slice sum(List<Slice> slices) {
        if (slices.size() == 1) {
            return slices.getFirst();
        }
        Slice sum = new Slice(-1, "");
        slices.forEach(sum::add);
        return sum;
    }
}
