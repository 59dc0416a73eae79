package org.zonewright.traffic.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.memory.BudgetSpent;
import org.zonewright.traffic.capture.FrameSink;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.DissectorTable;
import org.zonewright.traffic.flow.Packet;
import org.zonewright.traffic.flow.PacketSink;
import org.zonewright.traffic.flow.Share;
import org.zonewright.traffic.flow.VantageBook;

/// Takes frames apart down to the transport header and hands each packet to a [PacketSink].
///
/// Every length is checked against what was captured; what cannot be read is counted, never thrown. Mutable; one
/// thread.
public final class FrameDecoder implements FrameSink {
    private static final int VLAN = 0x8100;
    private static final int PROVIDER_VLAN = 0x88a8;
    private static final int OLD_PROVIDER_VLAN = 0x9100;
    private static final int HSR = 0x892f; // u16 path and size, u16 sequence, then another type
    private static final int MPLS = 0x8847;
    private static final int MPLS_MULTICAST = 0x8848;
    private static final int PPPOE_SESSION = 0x8864;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int FIRST_ETHERTYPE = 0x0600;
    private static final int PROFINET = 0x8892;
    private static final int DISCOVERY_FRAME_IDS = 0xfefc; // to 0xfeff
    private static final int DISCOVERY = 0x05fe; // no type and no access point, as PROFINET's own
    private static final int SNAP = 0xaa;
    private static final int MAX_TAGS = 4;
    private static final int NFLOG_PAYLOAD = 9;
    private static final int MAX_ATTRIBUTES = 32;
    private static final int ORDINARY = 14 + IpDecoder.ORDINARY;
    // Types as they stand in a frame, the first byte lowest.
    private static final int TURNED_IPV4 = 0x0008;
    private static final int TURNED_VLAN = 0x0081;

    private final PacketSink engine;
    private final DissectorTable dissectors;
    private final AddressBook addresses;
    private final VantageBook vantages;
    private final Share share;
    private final Packet packet = new Packet();
    private final IpDecoder ip;
    private final List<@Nullable LinkType> linkTypes = new ArrayList<>();
    private final List<Integer> linkTypeNumbers = new ArrayList<>();
    private boolean[] ethernet = {}; // by interface
    private final SortedMap<Integer, Long> unsupported = new TreeMap<>();
    private final DecoderCounts counts = new DecoderCounts();
    private Optional<String> firstFrame = Optional.empty();

    /// A decoder of all frames. The dissectors are asked for the number of the one that reads frames without IP.
    public FrameDecoder(PacketSink engine, DissectorTable dissectors, AddressBook addresses, VantageBook vantages) {
        this(engine, dissectors, addresses, vantages, Share.WHOLE);
    }

    /// A decoder that hands on the packets of its share, and others, which the sink has to pass over. All decoders of
    /// one capture give the same ids in both books, but only the first one counts frames.
    public FrameDecoder(
            PacketSink engine, DissectorTable dissectors, AddressBook addresses, VantageBook vantages, Share share) {
        this.share = share;
        this.engine = engine;
        this.dissectors = dissectors;
        this.addresses = addresses;
        this.vantages = vantages;
        ip = new IpDecoder(engine, addresses, packet, counts, new Tunnels(this, packet, addresses, vantages), share);
    }

    /// What was counted so far.
    public DecoderCounts counts() {
        return counts;
    }

    /// What tells the capture from others however far it has grown: time, length and checksum of its first frame.
    /// Empty before that.
    public Optional<String> firstFrame() {
        return firstFrame;
    }

    /// Frames on link types that are not read, by LINKTYPE number.
    public SortedMap<Integer, Long> unsupported() {
        return unsupported;
    }

    /// The names of the link types seen, in order of first use.
    public List<String> linkTypes() {
        return linkTypes.stream()
                .map(type -> type == null ? "unsupported" : type.id())
                .distinct()
                .toList();
    }

    /// Accounts for what still waits; once, after the last frame.
    public void finish() {
        try {
            ip.finish();
        } catch (BudgetSpent e) {
            counts.leftOut++;
        }
    }

    @Override
    public void networkInterface(int id, int linkType, String name, int snapLength) {
        while (linkTypes.size() <= id) {
            linkTypes.add(null);
            linkTypeNumbers.add(linkType);
        }
        Optional<LinkType> known = LinkType.of(linkType);
        linkTypes.set(id, known.orElse(null));
        linkTypeNumbers.set(id, linkType);
        ethernet = Arrays.copyOf(ethernet, linkTypes.size());
        ethernet[id] = known.isPresent() && known.get() == LinkType.ETHERNET;
        vantages.networkInterface(id, name);
        counts.networkInterface(snapLength);
        if (known.isEmpty()) {
            unsupported.merge(linkType, 0L, Long::sum);
        }
    }

    @Override
    public void lost(long frames) {
        counts.lost += frames;
    }

    @Override
    public void frame(
            byte[] bytes,
            int offset,
            int captured,
            long wireLength,
            long nanos,
            int interfaceId,
            long number,
            long at) {
        if (share.isFirst()) {
            if (counts.frames == 0) {
                firstFrame = Optional.of(described(bytes, offset, captured, wireLength, nanos));
            }
            counts.seen(wireLength, captured, nanos, interfaceId);
        }
        Packet p = packet;
        p.bytes = bytes;
        p.number = number;
        p.ofFrame = 0;
        p.nanos = nanos;
        p.wireLength = wireLength;
        p.extraFrames = 0;
        p.extraBytes = 0;
        p.linkDissector = 0;
        p.sourceMac = 0;
        p.destinationMac = 0;
        int end = offset + captured;
        try {
            if (captured < ORDINARY || !ethernet[interfaceId] || !ordinary(offset, end, interfaceId)) {
                any(offset, end, interfaceId);
            }
        } catch (BudgetSpent e) {
            counts.leftOut++;
        }
    }

    private void any(int offset, int end, int interfaceId) {
        LinkType type = linkTypes.get(interfaceId);
        if (type == null) {
            unsupported.merge(linkTypeNumbers.get(interfaceId), 1L, Long::sum);
            counts.undecoded++;
            return;
        }
        switch (type) {
            case ETHERNET -> ethernet(offset, end, interfaceId, 0);
            case NULL, LOOP -> loopback(offset, end, interfaceId);
            case RAW, RAW_BSD, RAW_OPENBSD, IPV4, IPV6 -> raw(offset, end, interfaceId);
            case LINUX_COOKED -> cooked(offset, end, interfaceId);
            case LINUX_COOKED_2 -> cooked2(offset, end, interfaceId);
            case NFLOG -> nflog(offset, end, interfaceId);
        }
    }

    private static String described(byte[] bytes, int offset, int captured, long wireLength, long nanos) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, captured);
        return "first:" + nanos + "/" + wireLength + "/" + Long.toHexString(checksum.getValue());
    }

    /// Reads what most frames are, Ethernet with at most one VLAN tag and IPv4 in it, with few and wide reads. False,
    /// and nothing counted, for any other frame: [#ethernet(int, int, int, long)] reads them all.
    private boolean ordinary(int at, int end, int interfaceId) {
        Packet p = packet;
        long sourceAndType = Bytes.turnedI64(p.bytes, at + 6);
        int type = (int) (sourceAndType >>> 48);
        int read;
        if (type == TURNED_IPV4) {
            read = ip.ordinary(at + 14, end);
            if (read == IpDecoder.OTHER) {
                return false;
            }
            p.vantage = vantages.id(interfaceId, 0);
        } else {
            if (type != TURNED_VLAN || end - at < ORDINARY + 4) {
                return false;
            }
            int tag = Bytes.turnedI32(p.bytes, at + 14);
            if (tag >>> 16 != TURNED_IPV4) {
                return false;
            }
            read = ip.ordinary(at + 18, end);
            if (read == IpDecoder.OTHER) {
                return false;
            }
            counts.tagged++;
            p.vantage = vantages.id(interfaceId, (((tag & 0xf) << 8) | ((tag >>> 8) & 0xff)) + 1);
        }
        if (read == IpDecoder.OF_THE_SHARE) {
            p.destinationMac = Bytes.turnedMac(p.bytes, at);
            p.sourceMac = sourceAndType & Bytes.MAC;
            engine.packet(p);
        } else {
            p.ofFrame = 1;
        }
        return true;
    }

    /// An Ethernet frame; `tags` are those that were around it, as the [VantageBook] has them.
    void ethernet(int at, int end, int interfaceId, long tags) {
        if (end - at < 14) {
            counts.undecoded++;
            return;
        }
        packet.destinationMac = Bytes.turnedMac(packet.bytes, at);
        packet.sourceMac = Bytes.turnedMac(packet.bytes, at + 6);
        link(Bytes.u16(packet.bytes, at + 12), at + 14, end, interfaceId, tags);
    }

    /// From a type field on: VLAN tags, labels, then IP or a frame without IP.
    private void link(int type, int at, int end, int interfaceId, long tags) {
        int depth = 0;
        while ((type == VLAN || type == PROVIDER_VLAN || type == OLD_PROVIDER_VLAN)
                && end - at >= 4
                && depth < MAX_TAGS) {
            tags = (tags << 13) | ((Bytes.u16(packet.bytes, at) & 0xfff) + 1);
            type = Bytes.u16(packet.bytes, at + 2);
            at += 4;
            depth++;
        }
        if (depth > 0) {
            counts.tagged++;
        }
        packet.vantage = vantages.id(interfaceId, tags);
        if (type == HSR && end - at >= 6) {
            type = Bytes.u16(packet.bytes, at + 4);
            at += 6;
        }
        if (type == MPLS || type == MPLS_MULTICAST) {
            mpls(at, end);
        } else if (type == PPPOE_SESSION && end - at >= 8) {
            int protocol = Bytes.u16(packet.bytes, at + 6);
            network(protocol == 0x21 ? IPV4 : protocol == 0x57 ? IPV6 : PPPOE_SESSION, at + 8, end);
        } else {
            network(type, at, end);
        }
    }

    private void mpls(int at, int end) {
        int label = at;
        boolean bottom = false;
        while (!bottom && end - label >= 4) {
            bottom = (packet.bytes[label + 2] & 1) != 0;
            label += 4;
        }
        int version = end > label ? (packet.bytes[label] & 0xf0) >>> 4 : 0;
        network(version == 4 ? IPV4 : version == 6 ? IPV6 : MPLS, label, end);
    }

    private void network(int type, int at, int end) {
        boolean read = (type == IPV4 && ip.v4(at, end)) || (type == IPV6 && ip.v6(at, end));
        if (read) {
            return;
        }
        if (type >= FIRST_ETHERTYPE) {
            withoutIp(type == PROFINET ? profinet(at, end) : type, 0, dissectors.onEtherType(type), at, end);
        } else {
            llc(at, Math.min(end, at + type));
        }
    }

    private void llc(int at, int end) {
        if (end - at < 3) {
            counts.undecoded++;
            return;
        }
        int sap = packet.bytes[at] & 0xff;
        if (sap == SNAP && end - at >= 8) {
            int organisation = ((packet.bytes[at + 3] & 0xff) << 16) | Bytes.u16(packet.bytes, at + 4);
            int protocol = Bytes.u16(packet.bytes, at + 6);
            if (organisation == 0 && protocol >= FIRST_ETHERTYPE) {
                network(protocol, at + 8, end);
            } else {
                withoutIp(protocol, organisation & 0xffff, dissectors.onSnap(organisation, protocol), at + 8, end);
            }
        } else {
            withoutIp(sap, 0, dissectors.onSap(sap), at + 3, end);
        }
    }

    /// PROFINET has one type for all it does: discovery between two stations is not their cyclic data.
    private int profinet(int at, int end) {
        return end - at >= 2 && (Bytes.u16(packet.bytes, at) & ~3) == DISCOVERY_FRAME_IDS ? DISCOVERY : PROFINET;
    }

    /// A frame without IP: a conversation of two MAC addresses and a type.
    private void withoutIp(int type, int organisation, int dissector, int at, int end) {
        Packet p = packet;
        p.family = Packet.ETHERNET;
        p.addresses = Packet.pair(addresses.mac(p.sourceMac), addresses.mac(p.destinationMac));
        p.transport = 0;
        p.ports = Packet.ports(type ^ organisation, type ^ organisation);
        int shard = Share.shard(p.addresses);
        if (share.has(shard)) {
            long marked = p.sourceMac ^ Long.rotateLeft(p.destinationMac, 16);
            counts.twins.frame(type, p.bytes, at, end, marked, shard, p.nanos);
        }
        p.linkDissector = dissector;
        p.payload = at;
        p.payloadEnd = Math.max(at, end);
        p.payloadLength = p.payloadEnd - at;
        engine.packet(p);
    }

    private void loopback(int at, int end, int interfaceId) {
        if (end - at < 4) {
            counts.undecoded++;
            return;
        }
        raw(at + 4, end, interfaceId);
    }

    /// A packet that starts with its IP header.
    void raw(int at, int end, int interfaceId) {
        packet.vantage = vantages.id(interfaceId, 0);
        int version = end > at ? (packet.bytes[at] & 0xf0) >>> 4 : 0;
        boolean read = (version == 4 && ip.v4(at, end)) || (version == 6 && ip.v6(at, end));
        if (!read) {
            counts.undecoded++;
        }
    }

    /// LINKTYPE_LINUX_SLL: type, ARPHRD, address length, 8 bytes of address, protocol.
    private void cooked(int at, int end, int interfaceId) {
        if (end - at < 16) {
            counts.undecoded++;
            return;
        }
        if (Bytes.u16(packet.bytes, at + 4) == 6) {
            packet.sourceMac = Bytes.turnedMac(packet.bytes, at + 6);
        }
        link(Bytes.u16(packet.bytes, at + 14), at + 16, end, interfaceId, 0);
    }

    /// LINKTYPE_NFLOG: family, version, resource id, then attributes. Each has its length (header included) and type,
    /// 16 bits each in the recorder's byte order, and is padded to four bytes; 9 is the packet.
    private void nflog(int at, int end, int interfaceId) {
        byte[] bytes = packet.bytes;
        int next = at + 4;
        for (int i = 0; i < MAX_ATTRIBUTES && end - next >= 4; i++) {
            boolean bigEndian = bytes[next + 2] == 0 && bytes[next + 3] != 0;
            int length = bigEndian ? Bytes.u16(bytes, next) : Bytes.u8(bytes, next) | (Bytes.u8(bytes, next + 1) << 8);
            int type = bytes[bigEndian ? next + 3 : next + 2];
            if (length < 4) {
                break;
            }
            if (type == NFLOG_PAYLOAD) {
                raw(next + 4, Math.min(end, next + length), interfaceId);
                return;
            }
            next += (length + 3) & ~3;
        }
        counts.undecoded++;
    }

    /// LINKTYPE_LINUX_SLL2: protocol, reserved, interface index, ARPHRD, type, address length, 8 bytes of address.
    private void cooked2(int at, int end, int interfaceId) {
        if (end - at < 20) {
            counts.undecoded++;
            return;
        }
        if ((packet.bytes[at + 11] & 0xff) == 6) {
            packet.sourceMac = Bytes.turnedMac(packet.bytes, at + 12);
        }
        link(Bytes.u16(packet.bytes, at), at + 20, end, interfaceId, 0);
    }
}
