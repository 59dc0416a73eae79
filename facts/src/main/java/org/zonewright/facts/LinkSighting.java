package org.zonewright.facts;

/// That frames with this source MAC address carried packets of this IP source address. A router's MAC carries many
/// addresses, so a sighting proves nothing about ownership by itself.
///
/// `packets` is how many; `firstFrame` the first one's number; `minimumHops` the least number of routers the packets
/// had crossed, estimated from the TTL or hop limit (0 = sent with a usual initial value, so probably on this link).
public record LinkSighting(
        VantagePoint vantage, MacAddress mac, Address ip, long packets, long firstFrame, int minimumHops)
        implements Comparable<LinkSighting> {
    @Override
    public int compareTo(LinkSighting other) {
        int byVantage = vantage.compareTo(other.vantage);
        if (byVantage != 0) {
            return byVantage;
        }
        int byMac = mac.compareTo(other.mac);
        if (byMac != 0) {
            return byMac;
        }
        int byIp = ip.compareTo(other.ip);
        if (byIp != 0) {
            return byIp;
        }
        int byFrame = Long.compare(firstFrame, other.firstFrame);
        int byPackets = Long.compare(packets, other.packets);
        return byFrame != 0 ? byFrame : byPackets != 0 ? byPackets : Integer.compare(minimumHops, other.minimumHops);
    }
}
