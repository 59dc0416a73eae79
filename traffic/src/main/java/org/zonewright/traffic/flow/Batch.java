package org.zonewright.traffic.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Packets of one chunk of a capture on their way from a [Dealer] to the engine that reads them, [#WIDTH] longs each.
/// Mutable; one thread at a time; used again for the next chunk.
///
/// ```
/// 0 frame's number          3 ports, vantage, transport, family      6 TCP sequence, acknowledgement
/// 1 nanoseconds             4 source MAC, TTL, link dissector        7 payload from, to
/// 2 source, destination     5 destination MAC, kind, TCP flags       8 payload's length, length on the wire
/// ```
final class Batch {
    private static final int WIDTH = 9;
    private static final int FLAGS = 0x3f;
    /// Kinds: an ordinary packet is 0.
    private static final int RARE = 0x40;

    private static final int REFUSED = 0x80;

    /// What few packets have: bytes outside the chunk, further frames, packets of the same frame before it.
    private record Rare(PacketBytes bytes, int extraFrames, long extraBytes, int ofFrame) {}

    /// An array that is handed on and never compared.
    private static final class PacketBytes {
        final byte[] bytes;

        PacketBytes(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    private long[] entries = new long[128 * WIDTH];
    private int length;
    private final List<Rare> rare = new ArrayList<>();

    boolean isEmpty() {
        return length == 0;
    }

    void clear() {
        length = 0;
        rare.clear();
    }

    /// Adds a packet, whose bytes are usually those of the `chunk`.
    @SuppressWarnings("ReferenceEquality") // which array the packet stands in, not what is in it
    void add(Packet p, byte[] chunk) {
        int kind = 0;
        if (p.bytes != chunk || (p.extraFrames | p.ofFrame) != 0 || p.extraBytes != 0) {
            kind = RARE;
            rare.add(new Rare(new PacketBytes(p.bytes), p.extraFrames, p.extraBytes, p.ofFrame));
        }
        int at = length;
        long[] e = roomFor(at);
        e[at] = p.number;
        e[at + 1] = p.nanos;
        e[at + 2] = p.addresses;
        e[at + 3] = FlowTable.rest(p.ports, p.vantage, p.transport, p.family);
        e[at + 4] = (p.sourceMac << 16) | ((long) p.timeToLive << 8) | p.linkDissector;
        e[at + 5] = (p.destinationMac << 16) | kind | (p.tcpFlags & FLAGS);
        e[at + 6] = pair(p.tcpSequence, p.tcpAcknowledgement);
        e[at + 7] = pair(p.payload, p.payloadEnd);
        e[at + 8] = pair(p.payloadLength, (int) p.wireLength);
        length = at + WIDTH;
    }

    /// Adds what [PacketSink#refused(int, long, int, int, int)] tells.
    void refused(long addresses, long rest) {
        int at = length;
        long[] e = roomFor(at);
        e[at + 2] = addresses;
        e[at + 3] = rest;
        e[at + 5] = REFUSED;
        length = at + WIDTH;
    }

    private long[] roomFor(int at) {
        if (at + WIDTH > entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        return entries;
    }

    private static long pair(int first, int second) {
        return ((long) first << 32) | (second & 0xffff_ffffL);
    }

    /// Gives the packets to an engine in their order, each in `p`.
    void to(FlowEngine engine, Packet p, byte[] chunk) {
        long[] e = entries;
        int nextRare = 0;
        for (int at = 0; at < length; at += WIDTH) {
            long ends = e[at + 2];
            long rest = e[at + 3];
            long marks = e[at + 5];
            if ((marks & REFUSED) != 0) {
                refused(engine, ends, rest);
                continue;
            }
            p.bytes = chunk;
            p.number = e[at];
            p.nanos = e[at + 1];
            p.addresses = ends;
            p.ports = FlowTable.ports(rest);
            p.vantage = FlowTable.vantage(rest);
            p.transport = FlowTable.transport(rest);
            p.family = FlowTable.family(rest);
            long link = e[at + 4];
            p.sourceMac = link >>> 16;
            p.timeToLive = (int) (link >>> 8) & 0xff;
            p.linkDissector = (int) link & 0xff;
            p.destinationMac = marks >>> 16;
            p.tcpFlags = (int) marks & FLAGS;
            p.tcpSequence = (int) (e[at + 6] >>> 32);
            p.tcpAcknowledgement = (int) e[at + 6];
            p.payload = (int) (e[at + 7] >>> 32);
            p.payloadEnd = (int) e[at + 7];
            p.payloadLength = (int) (e[at + 8] >>> 32);
            p.wireLength = e[at + 8] & 0xffff_ffffL;
            if ((marks & RARE) != 0) {
                rare(p, rare.get(nextRare++));
                engine.packet(p);
                rare(p, NOTHING_RARE);
            } else {
                engine.packet(p);
            }
        }
    }

    private static final Rare NOTHING_RARE = new Rare(new PacketBytes(new byte[0]), 0, 0, 0);

    private static void rare(Packet p, Rare rare) {
        p.bytes = rare.bytes.bytes;
        p.extraFrames = rare.extraFrames;
        p.extraBytes = rare.extraBytes;
        p.ofFrame = rare.ofFrame;
    }

    private static void refused(FlowEngine engine, long ends, long rest) {
        engine.refused(
                FlowTable.family(rest),
                ends,
                FlowTable.ports(rest),
                FlowTable.transport(rest),
                FlowTable.vantage(rest));
    }
}
