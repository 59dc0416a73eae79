package org.zonewright.facts;

import java.util.Comparator;

/// That frames with this source MAC address carried packets of this IP source address. A router's MAC carries many
/// addresses, so a sighting proves nothing about ownership by itself.
///
/// `packets` is how many; `firstFrame` the first one's number; `minimumHops` the least number of routers the packets
/// had crossed, estimated from the TTL or hop limit (0 = sent with a usual initial value, so probably on this link).
public record LinkSighting(
        VantagePoint vantage, MacAddress mac, Address ip, long packets, long firstFrame, int minimumHops)
        implements Comparable<LinkSighting> {
    private static final Comparator<LinkSighting> ORDER = Comparator.comparing(LinkSighting::vantage)
            .thenComparing(LinkSighting::mac)
            .thenComparing(LinkSighting::ip)
            .thenComparingLong(LinkSighting::firstFrame)
            .thenComparingLong(LinkSighting::packets)
            .thenComparingInt(LinkSighting::minimumHops);

    @Override
    public int compareTo(LinkSighting other) {
        return ORDER.compare(this, other);
    }
}
