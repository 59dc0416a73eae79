package org.zonewright.facts;

import java.util.Map;

/// What carries a conversation: an IP protocol by its IANA number, or Ethernet frames without IP.
///
/// `number` is 0 to 255, or -1 for [#ETHERNET].
public record Transport(int number) implements Comparable<Transport> {
    public static final Transport ETHERNET = new Transport(-1);
    public static final Transport TCP = new Transport(6);
    public static final Transport UDP = new Transport(17);
    public static final Transport SCTP = new Transport(132);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(-1, "ethernet"),
            Map.entry(1, "icmp"),
            Map.entry(2, "igmp"),
            Map.entry(6, "tcp"),
            Map.entry(17, "udp"),
            Map.entry(46, "rsvp"),
            Map.entry(47, "gre"),
            Map.entry(50, "esp"),
            Map.entry(51, "ah"),
            Map.entry(58, "icmpv6"),
            Map.entry(88, "eigrp"),
            Map.entry(89, "ospf"),
            Map.entry(103, "pim"),
            Map.entry(112, "vrrp"),
            Map.entry(132, "sctp"));

    public Transport {
        if (number < -1 || number > 255) {
            throw new IllegalArgumentException("no IP protocol number: " + number);
        }
    }

    /// True if its endpoints have port numbers.
    public boolean hasPorts() {
        return number == 6 || number == 17 || number == 132;
    }

    /// The name in lower case, `ip-proto-N` for numbers without one here.
    public String id() {
        String name = NAMES.get(number);
        return name != null ? name : "ip-proto-" + number;
    }

    @Override
    public int compareTo(Transport other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return id();
    }
}
