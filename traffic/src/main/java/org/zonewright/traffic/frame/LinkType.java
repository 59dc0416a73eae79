package org.zonewright.traffic.frame;

import java.util.Optional;

/// The link types that are read, with their LINKTYPE numbers as registered by the tcpdump group.
public enum LinkType {
    ETHERNET(1, "ethernet"),
    /// BSD loopback: an address family in the recorder's byte order.
    NULL(0, "null"),
    /// OpenBSD loopback: an address family, big endian.
    LOOP(108, "loop"),
    RAW(101, "raw-ip"),
    RAW_BSD(12, "raw-ip"),
    RAW_OPENBSD(14, "raw-ip"),
    IPV4(228, "ipv4"),
    IPV6(229, "ipv6"),
    LINUX_COOKED(113, "linux-cooked"),
    LINUX_COOKED_2(276, "linux-cooked-2"),
    /// What a Linux firewall logged: attributes, one of which is the packet.
    NFLOG(239, "nflog");

    private final int number;
    private final String id;

    LinkType(int number, String id) {
        this.number = number;
        this.id = id;
    }

    /// The name in JSON and documents.
    public String id() {
        return id;
    }

    public static Optional<LinkType> of(int number) {
        for (LinkType type : values()) {
            if (type.number == number) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
