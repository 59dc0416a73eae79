package org.zonewright.facts.policy;

import java.util.OptionalInt;

/// An IP protocol with ports; an empty protocol is any. Ports count for TCP (6), UDP (17), UDP-Lite (136), DCCP (33)
/// and SCTP (132); for ICMP (1, 58) the destination's port is `type × 256 + code`. For other protocols they are any.
public record Service(OptionalInt protocol, PortSet source, PortSet destination) {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;

    private static final int LAST_PROTOCOL = 255;

    public Service {
        if (protocol.isPresent() && (protocol.getAsInt() < 0 || protocol.getAsInt() > LAST_PROTOCOL)) {
            throw new IllegalArgumentException("an IP protocol is 0 to 255");
        }
        if (protocol.isEmpty() && !(source.isAny() && destination.isAny())) {
            throw new IllegalArgumentException("ports belong to a protocol");
        }
    }

    /// Everything.
    public static Service any() {
        return new Service(OptionalInt.empty(), PortSet.any(), PortSet.any());
    }

    /// A protocol with whatever ports.
    public static Service of(int protocol) {
        return new Service(OptionalInt.of(protocol), PortSet.any(), PortSet.any());
    }

    /// A protocol to these ports, from any.
    public static Service to(int protocol, PortSet ports) {
        return new Service(OptionalInt.of(protocol), PortSet.any(), ports);
    }

    public boolean isAny() {
        return protocol.isEmpty();
    }
}
