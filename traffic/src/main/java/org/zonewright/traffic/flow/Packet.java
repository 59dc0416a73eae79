package org.zonewright.traffic.flow;

/// The current packet, taken apart as far as its headers go. Mutable, one object for all packets of a reader: the
/// frame decoder fills it, the flow engine reads it before the next one comes.
///
/// Addresses are numbers: the four bytes of an IPv4 address, or an id of the [AddressBook] for IPv6 and MAC addresses.
/// Numbers that stand in the header are kept as they stand there, the first byte lowest, and turned only where somebody
/// asks for their value: that is once a flow, not once a packet.
public final class Packet {
    /// Families of the addresses, in two bits.
    public static final int IPV4 = 0;

    public static final int IPV6 = 1;
    public static final int ETHERNET = 2;

    /// TCP flags as they stand in the header.
    public static final int FIN = 1;

    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int ACK = 16;

    public byte[] bytes = {};
    /// The frame's number in its file, from 1.
    public long number;
    /// How many packets of this frame came before this one, where a [SharedSink] counts them; else 0.
    public int ofFrame;
    /// Nanoseconds since 1970.
    public long nanos;
    /// The frame's length on the wire, bytes.
    public long wireLength;
    /// Further frames that belong to this packet (fragments), and their bytes on the wire.
    public int extraFrames;

    public long extraBytes;
    public int vantage;
    /// 48 bits each, the first byte lowest; 0 where there is none.
    public long sourceMac;

    public long destinationMac;
    public int family;
    /// The source's number in the lower half, the destination's in the upper.
    public long addresses;
    /// IP protocol number; for frames without IP not used.
    public int transport;
    /// TTL or hop limit.
    public int timeToLive;
    /// Port numbers, the source's in the lower half; the EtherType or SAP and the low bits of the SNAP organisation for
    /// frames without IP.
    public int ports;
    /// The dissector for a frame without IP, as [FlowEngine] numbers them, or 0.
    public int linkDissector;

    /// Where the payload starts and ends in `bytes`; what the packet says its payload's length is, though less may
    /// have been captured.
    public int payload;

    public int payloadEnd;
    public int payloadLength;
    public int tcpFlags;
    public int tcpSequence;
    public int tcpAcknowledgement;

    /// An empty packet.
    public Packet() {}

    /// Two numbers of addresses as [#addresses] holds them.
    public static long pair(int source, int destination) {
        return ((long) destination << 32) | (source & 0xffff_ffffL);
    }

    /// The source's number of a pair.
    public static int source(long addresses) {
        return (int) addresses;
    }

    /// The destination's number of a pair.
    public static int destination(long addresses) {
        return (int) (addresses >>> 32);
    }

    /// Two port numbers as [#ports] holds them.
    public static int ports(int source, int destination) {
        return Integer.reverseBytes((source << 16) | (destination & 0xffff));
    }

    /// The destination's port number, 0 to 65535.
    public int destinationPort() {
        return Integer.reverseBytes(ports) & 0xffff;
    }

    int tcpSequence() {
        return Integer.reverseBytes(tcpSequence);
    }

    int tcpAcknowledgement() {
        return Integer.reverseBytes(tcpAcknowledgement);
    }
}
