package org.zonewright.traffic.flow;

/// Takes the packets of a capture in the order in which they stand in it. One thread.
public interface PacketSink {
    /// One packet of a flow with ports, of another IP protocol, or a frame without IP. It is the sink's during the
    /// call only; the bytes it points into stay as they are for as long as the capture's reader says.
    void packet(Packet p);

    /// An ICMP error about a packet of these endpoints, numbered as in a [Packet]: its flow, if there is one, was
    /// refused.
    void refused(int family, long addresses, int ports, int transport, int vantage);
}
