package org.zonewright.traffic.frame;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Address;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.Packet;
import org.zonewright.traffic.flow.VantageBook;

/// Unwraps packets inside packets, up to [#MAX_DEPTH] deep: GRE (RFC 2784, 2890, NVGRE of RFC 7637), ERSPAN in it
/// (types I to III, draft-foschiano-erspan), VXLAN (RFC 7348), IP in IP (RFC 2003, 4213, 2473).
///
/// The outer packet is counted already as a conversation of the tunnel's ends. The inner one is a packet of its own,
/// seen from a vantage point that names the tunnel: addresses inside are not those of the network outside. Its bytes
/// count without the headers around it. Mutable; one thread; an object is allocated only for a tunnel that is not the
/// last one's.
final class Tunnels {
    static final int IP_IN_IP = 4;
    static final int IPV6_IN_IP = 41;
    static final int GRE = 47;
    static final int VXLAN_PORT = 4789;

    /// Packets in packets in packets are read so far down.
    static final int MAX_DEPTH = 3;

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int BRIDGED = 0x6558;
    private static final int ERSPAN_1_2 = 0x88be;
    private static final int ERSPAN_3 = 0x22eb;

    private static final int CHECKSUM = 0x8000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    /// Routing (RFC 1701) and version bits: what follows then is another header.
    private static final int OTHER_HEADER = 0x4007;

    /// Which kind of tunnel, its label (network id, key, session), and its ends where they matter, the lower first.
    /// Compared by hand, as all keys that hold an enum.
    private record Key(int vantage, Kind kind, int label, int family, int low, int high) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && low == that.low
                    && high == that.high
                    && label == that.label
                    && vantage == that.vantage
                    && kind == that.kind
                    && family == that.family;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * low + high) + label) + 7 * vantage + family;
        }
    }

    private enum Kind {
        GRE("gre"),
        ERSPAN("erspan"),
        VXLAN("vxlan"),
        IP("ip-in-ip");

        private final String id;

        Kind(String id) {
            this.id = id;
        }
    }

    private final FrameDecoder frames;
    private final Packet packet;
    private final AddressBook addresses;
    private final VantageBook vantages;
    private final Map<Key, Integer> interfaces = new HashMap<>();
    private Key last = new Key(-1, Kind.GRE, 0, 0, 0, 0);
    private int lastInterface;
    private int depth;

    Tunnels(FrameDecoder frames, Packet packet, AddressBook addresses, VantageBook vantages) {
        this.frames = frames;
        this.packet = packet;
        this.addresses = addresses;
        this.vantages = vantages;
    }

    /// What an IP packet of protocol [#IP_IN_IP], [#IPV6_IN_IP] or [#GRE] carries.
    void ip(int at, int end) {
        if (packet.transport == GRE) {
            gre(at, end);
        } else {
            inner(tunnel(Kind.IP, 0, false), false, 0, at, end);
        }
    }

    private void gre(int at, int end) {
        byte[] bytes = packet.bytes;
        if (end - at < 4) {
            return;
        }
        int flags = Bytes.u16(bytes, at);
        int type = Bytes.u16(bytes, at + 2);
        int payload = at + 4 + ((flags & CHECKSUM) != 0 ? 4 : 0);
        int keyAt = payload;
        payload += ((flags & KEY) != 0 ? 4 : 0) + ((flags & SEQUENCE) != 0 ? 4 : 0);
        if ((flags & OTHER_HEADER) != 0 || payload > end) {
            return;
        }
        int key = (flags & KEY) != 0 ? Bytes.i32(bytes, keyAt) : 0;
        switch (type) {
            case IPV4, IPV6 -> inner(tunnel(Kind.GRE, key, false), false, 0, payload, end);
            // NVGRE: the low 8 bits of the key only spread the load.
            case BRIDGED -> inner(tunnel(Kind.GRE, key & ~0xff, false), true, 0, payload, end);
            case ERSPAN_1_2 -> erspan((flags & SEQUENCE) != 0, payload, end);
            case ERSPAN_3 -> erspan3(payload, end);
            default -> {}
        }
    }

    /// Type I has no header; type II has 8 bytes: version, VLAN, class, encapsulation, session, port index.
    private void erspan(boolean hasHeader, int at, int end) {
        if (!hasHeader) {
            inner(tunnel(Kind.ERSPAN, 0, true), true, 0, at, end);
        } else if (end - at >= 8 && Bytes.u8(packet.bytes, at) >>> 4 == 1) {
            inner(session(at), true, strippedTag(at), at + 8, end);
        }
    }

    /// Type III has 12 bytes, and 8 more for the platform if its last bit says so; only Ethernet frames are read.
    private void erspan3(int at, int end) {
        if (end - at < 12 || Bytes.u8(packet.bytes, at) >>> 4 != 2) {
            return;
        }
        int last = Bytes.u16(packet.bytes, at + 10);
        int payload = at + ((last & 1) != 0 ? 20 : 12);
        if (((last >>> 10) & 0x1f) == 0 && payload <= end) {
            inner(session(at), true, strippedTag(at), payload, end);
        }
    }

    private int session(int at) {
        return tunnel(Kind.ERSPAN, Bytes.u16(packet.bytes, at + 2) & 0x3ff, true);
    }

    /// The VLAN tag that the mirroring switch took off, as a [VantageBook] has it; 0 if it took none off.
    private long strippedTag(int at) {
        int encapsulation = (Bytes.u8(packet.bytes, at + 2) >>> 3) & 3;
        boolean stripped = encapsulation == 1 || encapsulation == 2;
        return stripped ? (Bytes.u16(packet.bytes, at) & 0xfff) + 1L : 0;
    }

    /// The payload of a datagram to [#VXLAN_PORT]: flags, 24 reserved bits, network id, 8 reserved bits.
    void vxlan(int at, int end) {
        if (end - at >= 8 && (Bytes.u8(packet.bytes, at) & 0x7f) == 8 && packet.bytes[at + 7] == 0) {
            int network = Bytes.i32(packet.bytes, at + 4) >>> 8;
            inner(tunnel(Kind.VXLAN, network, true), true, 0, at + 8, end);
        }
    }

    /// The interface id of the tunnel that the current packet belongs to. `oneSide`: a VXLAN network is the same
    /// between all its ends, and a mirror's copies are known by their sender.
    private int tunnel(Kind kind, int label, boolean oneSide) {
        Packet p = packet;
        int source = Packet.source(p.addresses);
        int destination = Packet.destination(p.addresses);
        boolean ordered = Integer.compareUnsigned(source, destination) <= 0;
        int low = oneSide || ordered ? source : destination;
        int high = oneSide || ordered ? destination : source;
        if (kind == Kind.VXLAN) {
            low = 0;
        }
        if (oneSide) {
            high = 0;
        }
        boolean same = last.vantage == p.vantage
                && last.kind == kind
                && last.label == label
                && last.family == p.family
                && last.low == low
                && last.high == high;
        if (!same) {
            last = new Key(p.vantage, kind, label, p.family, low, high);
            lastInterface = interfaces.size() < VantageBook.MAX_TUNNELS
                    ? interfaces.computeIfAbsent(last, key -> vantages.tunnel(key.vantage, path(key)))
                    : shared(last);
        }
        return lastInterface;
    }

    private int shared(Key key) {
        Integer known = interfaces.get(key);
        return known == null ? vantages.sharedTunnel() : known;
    }

    private String path(Key key) {
        String label = key.label == 0 ? "" : " " + Integer.toUnsignedString(key.label);
        String name = key.kind.id + label;
        return switch (key.kind) {
            case VXLAN -> name;
            case ERSPAN -> name + " " + addresses.address(key.family, key.low);
            case GRE, IP -> {
                Address one = addresses.address(key.family, key.low);
                Address other = addresses.address(key.family, key.high);
                yield one.compareTo(other) <= 0 ? name + " " + one + "-" + other : name + " " + other + "-" + one;
            }
        };
    }

    private void inner(int tunnelInterface, boolean bridged, long tags, int at, int end) {
        if (depth == MAX_DEPTH || at >= end) {
            return;
        }
        Packet p = packet;
        p.wireLength = (long) Math.max(end, p.payload + p.payloadLength) - at;
        p.extraFrames = 0;
        p.extraBytes = 0;
        p.linkDissector = 0;
        p.sourceMac = 0;
        p.destinationMac = 0;
        depth++;
        if (bridged) {
            frames.ethernet(at, end, tunnelInterface, tags);
        } else {
            frames.raw(at, end, tunnelInterface);
        }
        depth--;
    }
}
