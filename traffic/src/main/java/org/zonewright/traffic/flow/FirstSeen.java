package org.zonewright.traffic.flow;

import java.util.HashMap;
import java.util.Map;
import org.zonewright.facts.memory.Pager;

/// When the flows of a table began, as numbers that are comparable between the tables of one capture: the number of
/// the first frame, and which of its packets it was, since tunnels carry packets in packets. Mutable; one thread.
final class FirstSeen {
    static final int PACKET_BITS = 16;

    /// Rows for which memory is taken at a time, and what one takes.
    private static final int STEP = 256;

    private static final int ROW_BYTES = 96;

    private final FlowTable flows;
    private final Pager pager;
    private final Map<Integer, Integer> ofFrame = new HashMap<>();
    private int room = STEP; // rows that memory was taken for; the first are not worth counting

    FirstSeen(FlowTable flows, Pager pager) {
        this.flows = flows;
        this.pager = pager;
    }

    /// A packet's place in the capture.
    static long of(long frame, int ofFrame) {
        return (frame << PACKET_BITS) | Math.min(ofFrame, (1 << PACKET_BITS) - 1);
    }

    /// Notes that a row began with a packet that is not its frame's first.
    void begins(int row, int packetOfFrame) {
        if (ofFrame.size() == room) {
            pager.fix(STEP * ROW_BYTES);
            room += STEP;
        }
        ofFrame.put(row, packetOfFrame);
    }

    /// The place of the first packet in the capture of a row, which becomes the current one.
    long of(int row) {
        flows.turnTo(row);
        return of(flows.rows[flows.at + FlowTable.FRAME], ofFrame.getOrDefault(row, 0));
    }
}
