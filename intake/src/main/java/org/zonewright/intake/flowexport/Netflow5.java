package org.zonewright.intake.flowexport;

import org.zonewright.facts.Ipv4Address;

/// The fixed record of version 5: addresses at 0, 4 and 8, interfaces at 12, packets 16, bytes 20, first 24, last 28,
/// ports 32 and 34, flags 37, protocol 38.
final class Netflow5 {
    private Netflow5() {}

    static FlowRecord record(Bytes bytes) {
        FlowRecord record = new FlowRecord();
        record.put(Element.SOURCE_IPV4, new Ipv4Address((int) bytes.u32(0)));
        record.put(Element.DESTINATION_IPV4, new Ipv4Address((int) bytes.u32(4)));
        record.put(Element.PACKETS, bytes.u32(16));
        record.put(Element.OCTETS, bytes.u32(20));
        record.put(Element.FIRST_UPTIME, bytes.u32(24));
        record.put(Element.LAST_UPTIME, bytes.u32(28));
        record.put(Element.SOURCE_PORT, bytes.u16(32));
        record.put(Element.DESTINATION_PORT, bytes.u16(34));
        record.put(Element.TCP_FLAGS, bytes.u8(37));
        record.put(Element.PROTOCOL, bytes.u8(38));
        return record;
    }
}
