package org.zonewright.traffic.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts the segments of recognised TCP streams in order and hands their bytes to the [MessageReader] once.
///
/// One long of a flow's row holds a side's state: the next sequence number expected (32 bits), whether it is known (1
/// bit), and how many of the next bytes belong to a message whose rest nobody wants (31 bits). A segment ahead of its
/// turn waits in [StreamBuffers]; when the other side acknowledges what is missing, or too much waits, the gap is
/// taken as lost by the capture and the stream goes on behind it. Mutable; one thread.
final class StreamOrder {
    private static final long KNOWN = 1L << 32;
    private static final int SKIP_SHIFT = 33;
    private static final int MAX_AHEAD = 1 << 24;

    private final FlowTable flows;
    private final StreamBuffers buffers;
    private final MessageReader reader;
    private final CurrentMessage message;
    private long retransmissions;
    private long missing;
    private long outOfOrder;

    StreamOrder(FlowTable flows, StreamBuffers buffers, MessageReader reader, CurrentMessage message) {
        this.flows = flows;
        this.buffers = buffers;
        this.reader = reader;
        this.message = message;
    }

    long retransmissions() {
        return retransmissions;
    }

    /// Gaps that were never filled.
    long missing() {
        return missing;
    }

    long outOfOrder() {
        return outOfOrder;
    }

    /// The slot of [StreamBuffers] where a side's bytes wait, or 0.
    private int slot(int side) {
        return FlowTable.half(flows.rows[flows.at + FlowTable.BUFFER], side);
    }

    private void slot(int side, int slot) {
        int at = flows.at + FlowTable.BUFFER;
        flows.rows[at] = FlowTable.withHalf(flows.rows[at], side, slot);
    }

    /// A SYN of this side: the stream starts anew behind it.
    void start(int side, int sequence) {
        forget(side);
        flows.rows[flows.at + FlowTable.ORDER + side] = KNOWN | ((sequence + 1) & 0xffff_ffffL);
    }

    /// A segment with `length` > 0 bytes of payload, of which those in `bytes[from, from + captured)` were captured.
    void segment(int side, int sequence, byte[] bytes, int from, int captured, int length) {
        int at = flows.at + FlowTable.ORDER + side;
        long state = flows.rows[at];
        if (state == (KNOWN | (sequence & 0xffff_ffffL)) && captured == length && slot(side) == 0) {
            next(side, sequence, bytes, from, length);
            return;
        }
        int ahead = (state & KNOWN) == 0 ? 0 : sequence - (int) state;
        if (ahead == 0) {
            deliver(side, sequence, bytes, from, captured, length);
        } else if (ahead < 0) {
            retransmissions++;
            if (ahead + length > 0) {
                int known = Math.min(-ahead, captured);
                deliver(side, (int) state, bytes, from + known, captured - known, length + ahead);
            }
        } else if (ahead > MAX_AHEAD
                || !reader.isRecognised()
                || !wait(side, sequence, bytes, from, captured, length)) {
            giveUpGap(side);
            skipTo(side, sequence);
            segment(side, sequence, bytes, from, captured, length);
            return;
        } else {
            outOfOrder++;
            return;
        }
        drain(side);
    }

    /// The ordinary segment: whole, next in line, nothing to skip and nothing waiting.
    private void next(int side, int sequence, byte[] bytes, int from, int length) {
        MessageReader.End end = reader.read(side, bytes, from, length);
        int left = 0;
        if (end == MessageReader.End.READ) {
            left = reader.consumed() - length;
        } else if (end == MessageReader.End.NEEDS_MORE) {
            keepPartial(side, bytes, from + reader.consumed(), length - reader.consumed());
        }
        flows.rows[flows.at + FlowTable.ORDER + side] =
                ((long) left << SKIP_SHIFT) | KNOWN | ((sequence + length) & 0xffff_ffffL);
    }

    /// The other side says it has everything before `acknowledged`: what is still missing was lost by the capture.
    void acknowledged(int side, int acknowledged) {
        StreamBuffers.Side waiting = buffers.side(slot(side));
        if (waiting != null
                && !waiting.segments.isEmpty()
                && acknowledged - waiting.segments.getFirst().sequence() > 0) {
            giveUpGap(side);
        }
    }

    /// Reads what still waits in the current flow, as if nothing more came.
    void finish() {
        for (int side = 0; side < 2; side++) {
            giveUpGap(side);
        }
    }

    private boolean wait(int side, int sequence, byte[] bytes, int from, int captured, int length) {
        StreamBuffers.Side waiting = open(side);
        return waiting != null
                && buffers.keep(
                        waiting,
                        new StreamBuffers.Segment(
                                sequence, length, Arrays.copyOfRange(bytes, from, from + captured), message.frame()));
    }

    private StreamBuffers.@Nullable Side open(int side) {
        if (slot(side) == 0) {
            slot(side, buffers.open(flows.current()));
        }
        return buffers.side(slot(side));
    }

    /// Hands on waiting segments that have become next in line.
    private void drain(int side) {
        StreamBuffers.Side waiting = buffers.side(slot(side));
        if (waiting == null) {
            return;
        }
        while (!waiting.segments.isEmpty()) {
            int expected = (int) flows.rows[flows.at + FlowTable.ORDER + side];
            int ahead = waiting.segments.getFirst().sequence() - expected;
            if (ahead > 0) {
                return;
            }
            StreamBuffers.Segment next = buffers.first(waiting);
            if (ahead + next.length() > 0) {
                long frame = message.frame();
                message.frame(next.frame());
                int known = Math.min(-ahead, next.bytes().length);
                deliver(side, expected, next.bytes(), known, next.bytes().length - known, next.length() + ahead);
                message.frame(frame);
            }
        }
        release(side, waiting);
    }

    private void release(int side, StreamBuffers.Side waiting) {
        int slot = slot(side);
        if (waiting.isEmpty() && slot != 0) {
            buffers.close(slot);
            slot(side, 0);
        }
    }

    /// Takes the first gap of a side as lost and reads what waits behind it.
    private void giveUpGap(int side) {
        StreamBuffers.Side waiting = buffers.side(slot(side));
        while (waiting != null && !waiting.segments.isEmpty()) {
            message.turnTo(side);
            skipTo(side, waiting.segments.getFirst().sequence());
            drain(side);
        }
    }

    /// Goes on behind a gap: whatever message was under way is lost.
    private void skipTo(int side, int sequence) {
        missing++;
        StreamBuffers.Side waiting = buffers.side(slot(side));
        if (waiting != null) {
            buffers.clearPartial(waiting);
        }
        flows.rows[flows.at + FlowTable.ORDER + side] = KNOWN | (sequence & 0xffff_ffffL);
    }

    private void forget(int side) {
        StreamBuffers.Side waiting = buffers.side(slot(side));
        if (waiting != null) {
            buffers.clearPartial(waiting);
            while (!waiting.segments.isEmpty()) {
                buffers.first(waiting);
            }
            release(side, waiting);
        }
    }

    private void deliver(int side, int sequence, byte[] bytes, int from, int captured, int length) {
        int at = flows.at + FlowTable.ORDER + side;
        int skip = (int) (flows.rows[at] >>> SKIP_SHIFT);
        int left = skip >= length ? skip - length : pass(side, bytes, from + skip, captured - skip, length - skip);
        flows.rows[at] = ((long) left << SKIP_SHIFT) | KNOWN | ((sequence + length) & 0xffff_ffffL);
    }

    /// Reads messages from the next `length` bytes of the stream, `captured` of which are there; gives how many bytes
    /// of the following segments are to be skipped.
    private int pass(int side, byte[] bytes, int from, int captured, int length) {
        StreamBuffers.Side waiting = buffers.side(slot(side));
        boolean continues = waiting != null && waiting.partialLength > 0;
        if (captured <= 0 || !reader.isOfInterest(side)) {
            if (waiting != null) {
                buffers.clearPartial(waiting);
                release(side, waiting);
            }
            return 0;
        }
        byte[] source = bytes;
        int start = from;
        int count = captured;
        if (waiting != null && continues) {
            if (!buffers.append(waiting, bytes, from, captured, limit())) {
                buffers.clearPartial(waiting);
                release(side, waiting);
                return 0;
            }
            source = waiting.partial;
            start = 0;
            count = waiting.partialLength;
        }
        MessageReader.End end = reader.read(side, source, start, count);
        int consumed = reader.consumed();
        if (waiting != null && continues) {
            buffers.clearPartial(waiting);
        }
        int skip = 0;
        if (end == MessageReader.End.READ) {
            skip = Math.max(0, consumed - count - (length - captured));
        } else if (end == MessageReader.End.NEEDS_MORE && captured == length) {
            keepPartial(side, source, start + consumed, count - consumed);
        }
        StreamBuffers.Side after = buffers.side(slot(side));
        if (after != null) {
            release(side, after);
        }
        return skip;
    }

    private int limit() {
        return Math.max(reader.maxBuffered(), 1 << 11);
    }

    private void keepPartial(int side, byte[] bytes, int from, int count) {
        if (count > 0) {
            StreamBuffers.Side kept = open(side);
            if (kept != null) {
                buffers.append(kept, bytes, from, count, limit());
            }
        }
    }
}
