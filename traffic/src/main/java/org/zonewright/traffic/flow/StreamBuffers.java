package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Bytes of recognised streams that must wait: the start of a message that is not whole, and segments that came
/// before the ones they follow. Bounded for each side of a flow and in all; what does not fit is passed over, and the
/// stream goes on at its next segment. Mutable; one thread.
final class StreamBuffers {
    /// Bytes that may wait in all streams together, with what a segment takes beside its own.
    static final int BUDGET = 32 << 20;

    private static final int BESIDE_SEGMENT = 80;

    static final int MAX_SEGMENTS = 64;
    static final int MAX_SEGMENT_BYTES = 256 << 10;

    private final List<Side> sides = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private int used;
    private int most;

    /// What waits for one side of a flow.
    static final class Side {
        private int row = -1;
        byte[] partial = {};
        int partialLength;
        final List<Segment> segments = new ArrayList<>();
        int segmentBytes;

        boolean isEmpty() {
            return partialLength == 0 && segments.isEmpty();
        }
    }

    /// A segment ahead of its turn. `length` is what the packet said, `bytes` what was captured of it.
    @SuppressWarnings("ArrayRecordComponent") // private to the buffers; never compared
    record Segment(int sequence, int length, byte[] bytes, long frame) {}

    /// The buffers of a slot, or null for slot 0.
    @Nullable
    Side side(int slot) {
        return slot == 0 ? null : sides.get(slot - 1);
    }

    /// The rows of the flows for which something waits, in order and each once.
    int[] rows() {
        return sides.stream()
                .mapToInt(side -> side.row)
                .filter(row -> row >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /// A new slot for a side of the flow `row`, counted from 1, or 0 if the budget is spent.
    int open(int row) {
        if (used >= BUDGET) {
            most = BUDGET;
            return 0;
        }
        if (free.isEmpty()) {
            sides.add(new Side());
            free.add(sides.size());
        }
        int slot = free.removeLast();
        sides.get(slot - 1).row = row;
        return slot;
    }

    /// Gives a slot back; it must be empty.
    void close(int slot) {
        sides.get(slot - 1).row = -1;
        free.add(slot);
    }

    /// Appends to the message that waits; false if it would grow beyond `limit` bytes or the budget.
    boolean append(Side side, byte[] bytes, int from, int count, int limit) {
        int length = side.partialLength + count;
        if (length > limit) {
            return false;
        }
        if (length > side.partial.length) {
            int grown = Math.min(limit, Math.max(512, Integer.highestOneBit(length) * 2));
            if (!take(grown - side.partial.length)) {
                return false;
            }
            side.partial = Arrays.copyOf(side.partial, grown);
        }
        System.arraycopy(bytes, from, side.partial, side.partialLength, count);
        side.partialLength = length;
        return true;
    }

    void clearPartial(Side side) {
        used -= side.partial.length;
        side.partial = new byte[0];
        side.partialLength = 0;
    }

    /// Keeps a segment in the order of sequence numbers; false if there is no room. One that is there already is
    /// dropped.
    boolean keep(Side side, Segment segment) {
        int size = segment.bytes().length;
        if (side.segments.size() >= MAX_SEGMENTS || side.segmentBytes + size > MAX_SEGMENT_BYTES) {
            return false;
        }
        if (used + size + BESIDE_SEGMENT > BUDGET) {
            most = BUDGET;
            return false;
        }
        int at = side.segments.size();
        while (at > 0 && side.segments.get(at - 1).sequence() - segment.sequence() >= 0) {
            at--;
        }
        boolean repeated = at < side.segments.size() && side.segments.get(at).sequence() == segment.sequence();
        if (repeated && side.segments.get(at).length() >= segment.length()) {
            return true;
        }
        side.segments.add(at, segment);
        side.segmentBytes += size;
        return take(size + BESIDE_SEGMENT);
    }

    private boolean take(int bytes) {
        if (used + bytes > BUDGET) {
            most = BUDGET;
            return false;
        }
        used += bytes;
        most = Math.max(most, used);
        return true;
    }

    /// The most bytes that ever waited; [#BUDGET] if some did not fit.
    int most() {
        return most;
    }

    Segment first(Side side) {
        Segment first = side.segments.removeFirst();
        side.segmentBytes -= first.bytes().length;
        used -= first.bytes().length + BESIDE_SEGMENT;
        return first;
    }
}
