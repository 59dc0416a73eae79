package org.zonewright.traffic.flow;

import java.util.zip.CRC32C;

/// Remembers the last datagram that each side of a flow sent, if it said nothing but identities: an announcement that
/// is sent again and again need not be read again. Mutable; one thread.
///
/// A flow's row holds a word for each side, in the place where TCP keeps its streams: 0, or 1 and a mark of the
/// datagram. Only sides whose last datagram was an announcement pay for a look at the next one. Two announcements
/// that differ have one mark by a chance of one in four thousand millions.
final class Repeats {
    private static final long MARKED = 1;

    private final FlowTable flows;
    private final CRC32C checksum = new CRC32C();

    Repeats(FlowTable flows) {
        this.flows = flows;
    }

    /// True if the packet's payload is the announcement that this side sent last.
    boolean has(Packet p, int side) {
        long last = flows.rows[flows.at + FlowTable.REPEATED + side];
        return last != 0 && last == mark(p);
    }

    /// Keeps the packet's payload as the last one of its side, if it is an announcement.
    void keep(Packet p, int side, boolean announcement) {
        flows.rows[flows.at + FlowTable.REPEATED + side] = announcement ? mark(p) : 0;
    }

    /// Of the payload, its dissector and both MAC addresses.
    private long mark(Packet p) {
        int length = p.payloadEnd - p.payload;
        checksum.reset();
        checksum.update(p.bytes, p.payload, length);
        long content = (checksum.getValue() << 32) | ((long) p.linkDissector << 20) | length;
        return FlowTable.mix(content, p.sourceMac ^ Long.rotateLeft(p.destinationMac, 32)) | MARKED;
    }
}
