package org.zonewright.traffic.dissect;

/// Where a dissector's messages may be found. A port is a hint that decides only where the content leaves doubt;
/// types of the link layer are certain.
public sealed interface Binding {
    /// Messages in a TCP stream; servers usually wait on this port.
    record TcpPort(int port) implements Binding {}

    /// Messages in UDP datagrams; servers usually wait on this port.
    record UdpPort(int port) implements Binding {}

    /// The content of any TCP stream is worth a look.
    record AnyTcp() implements Binding {}

    /// The content of any UDP datagram is worth a look.
    record AnyUdp() implements Binding {}

    /// Frames of this EtherType, 0x0600 to 0xffff.
    record EtherType(int type) implements Binding {}

    /// Frames with this IEEE 802.2 destination service access point, 0 to 255.
    record LlcSap(int sap) implements Binding {}

    /// Frames with this SNAP organisation (24 bits) and protocol id (16 bits).
    record Snap(int organisation, int protocolId) implements Binding {}

    /// Packets of this IP protocol number, 0 to 255.
    record IpProtocol(int number) implements Binding {}
}
