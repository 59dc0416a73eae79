package org.zonewright.traffic.flow;

import java.util.HashMap;
import java.util.Map;

/// When the flows of a table began, as numbers that are comparable between the tables of one capture: the number of
/// the first frame, and which of its packets it was, since tunnels carry packets in packets. Mutable; one thread.
final class FirstSeen {
    static final int PACKET_BITS = 16;

    private final FlowTable flows;
    private final Map<Integer, Integer> ofFrame = new HashMap<>();

    FirstSeen(FlowTable flows) {
        this.flows = flows;
    }

    /// A packet's place in the capture.
    static long of(long frame, int ofFrame) {
        return (frame << PACKET_BITS) | Math.min(ofFrame, (1 << PACKET_BITS) - 1);
    }

    /// Notes that a row began with a packet that is not its frame's first.
    void begins(int row, int packetOfFrame) {
        ofFrame.put(row, packetOfFrame);
    }

    /// The place of a row's first packet in the capture.
    long of(int row) {
        return of(flows.rows[row * FlowTable.WIDTH + FlowTable.FRAME], ofFrame.getOrDefault(row, 0));
    }
}
