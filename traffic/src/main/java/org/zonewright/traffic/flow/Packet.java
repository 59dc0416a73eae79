package org.zonewright.traffic.flow;

/// The current packet, taken apart as far as its headers go. Mutable, one object for all packets of a reader: the
/// frame decoder fills it, the flow engine reads it before the next one comes.
///
/// Addresses are numbers: the 32 bits of an IPv4 address, or an id of the [AddressBook] for IPv6 and MAC addresses.
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
    /// How many packets of this frame came before this one, where packets are dealt out by a [Dealer]; else 0.
    int ofFrame;
    /// Nanoseconds since 1970.
    public long nanos;
    /// The frame's length on the wire, bytes.
    public long wireLength;
    /// Further frames that belong to this packet (fragments), and their bytes on the wire.
    public int extraFrames;

    public long extraBytes;
    public int vantage;
    public long sourceMac;
    public long destinationMac;
    public int family;
    public int source;
    public int destination;
    /// IP protocol number; for frames without IP not used.
    public int transport;
    /// Routers crossed, estimated from the TTL or hop limit.
    public int hops;
    /// Port numbers; the EtherType or SAP and the low bits of the SNAP organisation for frames without IP.
    public int sourcePort;

    public int destinationPort;
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
}
