package org.zonewright.traffic.frame;

import java.util.Map;
import org.zonewright.traffic.flow.AddressBook;
import org.zonewright.traffic.flow.Packet;
import org.zonewright.traffic.flow.PacketSink;
import org.zonewright.traffic.flow.Share;

/// From an IP header to the transport header: options, extension headers, fragments; TCP, UDP, SCTP ports; ICMP
/// errors (RFC 791, 8200, 9293, 768, 792, 4443). Fills the packet of its [FrameDecoder]; one thread.
final class IpDecoder {
    private static final int HOP_BY_HOP = 0;
    private static final int ICMP = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int ICMPV6 = 58;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int MOBILITY = 135;
    private static final int SCTP = 132;
    private static final int MAX_EXTENSIONS = 8;

    /// Of the first eight bytes of an IPv4 header, the first one lowest: version and header length, and all of the
    /// fragment field but "do not fragment".
    private static final long WHOLE_AND_PLAIN = 0xff3f_0000_0000_00ffL;

    private static final long PLAIN = 0x45;
    private static final int TURNED_VXLAN_PORT = Packet.ports(0, Tunnels.VXLAN_PORT) >>> 16;

    /// What [#ordinary(int, int)] says of a packet.
    static final int OTHER = 0;

    static final int OF_THE_SHARE = 1;
    static final int OF_ANOTHER = 2;

    /// Bytes of an IPv4 and a TCP header without options.
    static final int ORDINARY = 40;

    private final PacketSink engine;
    private final AddressBook addresses;
    private final Packet packet;
    private final DecoderCounts counts;
    private final Tunnels tunnels;
    private final Share share;
    private final FragmentTable fragments = new FragmentTable();

    IpDecoder(
            PacketSink engine,
            AddressBook addresses,
            Packet packet,
            DecoderCounts counts,
            Tunnels tunnels,
            Share share) {
        this.share = share;
        this.engine = engine;
        this.addresses = addresses;
        this.packet = packet;
        this.counts = counts;
        this.tunnels = tunnels;
    }

    /// Fills the packet if what stands at `at`, with at least [#ORDINARY] bytes before `end`, is an ordinary TCP
    /// segment or UDP datagram in IPv4, and [#OF_THE_SHARE]: whole headers, no IP options, not fragmented, no
    /// tunnel.
    /// [#OF_ANOTHER] if it is one, but of another share; [#OTHER] for all else, which [#v4(int, int)] reads.
    int ordinary(int at, int end) {
        Packet p = packet;
        byte[] bytes = p.bytes;
        long first = Bytes.turnedI64(bytes, at); // version and header length, -, length, identification, fragment
        int length = (((int) (first >>> 8) & 0xff00) | ((int) (first >>> 24) & 0xff)) - 20;
        if ((first & WHOLE_AND_PLAIN) != PLAIN || length < 8) {
            return OTHER;
        }
        long second = Bytes.turnedI64(bytes, at + 8); // time to live, protocol, checksum, source
        long addresses = Bytes.turnedI64(bytes, at + 12);
        long transport = Bytes.turnedI64(bytes, at + 20); // ports; TCP: sequence, UDP: length, checksum
        int protocol = (int) (second >>> 8) & 0xff;
        int ports = (int) transport;
        int payload;
        int payloadLength;
        if (protocol == TCP) {
            int header = (bytes[at + 32] & 0xf0) >>> 2;
            if (header < 20 || header > length) {
                return OTHER;
            }
            p.tcpSequence = (int) (transport >>> 32);
            p.tcpAcknowledgement = Bytes.turnedI32(bytes, at + 28);
            p.tcpFlags = bytes[at + 33] & 0x3f;
            payload = at + 20 + header;
            payloadLength = length - header;
        } else if (protocol == UDP && ports >>> 16 != TURNED_VXLAN_PORT) {
            int declared = ((int) (transport >>> 24) & 0xff00) | ((int) (transport >>> 40) & 0xff);
            payload = at + 28;
            payloadLength = declared >= 8 && declared <= length ? declared - 8 : length - 8;
        } else {
            return OTHER;
        }
        int shard = Share.shard(addresses);
        if (!share.has(shard)) {
            return OF_ANOTHER;
        }
        p.family = Packet.IPV4;
        p.addresses = addresses;
        p.transport = protocol;
        p.timeToLive = (int) second & 0xff;
        p.ports = ports;
        p.payload = Math.min(payload, end);
        p.payloadEnd = Math.min(end, protocol == TCP ? at + 20 + length : payload + payloadLength);
        p.payloadLength = payloadLength;
        long mark = TwinWatch.mark(first, second, addresses, transport);
        if (length >= TwinWatch.TAIL + 8) { // what is captured is at least as long
            mark = TwinWatch.withTail(mark, Bytes.turnedI64(bytes, at + 20 + TwinWatch.TAIL));
        }
        counts.twins.v4(first, second, mark, shard, p.nanos);
        return OF_THE_SHARE;
    }

    /// Reads an IPv4 packet; false if not even its addresses can be relied on, and nothing was counted for it.
    boolean v4(int at, int end) {
        Packet p = packet;
        byte[] bytes = p.bytes;
        if (end - at < 20) {
            counts.malformed++;
            return false;
        }
        int first = Bytes.u8(bytes, at);
        int header = (first & 15) << 2;
        if (first >>> 4 != 4 || header < 20) {
            counts.malformed++;
            return false;
        }
        int total = Bytes.u16(bytes, at + 2);
        p.family = Packet.IPV4;
        p.addresses = Bytes.turnedI64(bytes, at + 12);
        p.transport = Bytes.u8(bytes, at + 9);
        p.timeToLive = Bytes.u8(bytes, at + 8);
        // A total length of 0 stands in packets that the sender's network card was to cut (TCP segmentation offload).
        int length = total >= header ? total : total == 0 ? (int) Math.min(p.wireLength, 65_535) : header;
        int payload = at + header;
        int captured = Math.min(end, at + length);
        if (payload > captured) {
            counts.malformed++;
            headersOnly();
            return true;
        }
        int shard = Share.shard(p.addresses);
        if (share.has(shard)) {
            counts.twins.v4(bytes, at, payload, captured, shard, p.nanos);
        }
        int fragment = Bytes.u16(bytes, at + 6);
        int offset = (fragment & 0x1fff) * 8;
        boolean more = (fragment & 0x2000) != 0;
        int payloadLength = length == total || total == 0 ? length - header : captured - payload;
        if (total == 0) {
            payloadLength = captured - payload;
        }
        if (offset != 0 || more) {
            fragment(Bytes.u16(bytes, at + 4), payload, captured, payloadLength, offset, more);
        } else {
            transport(payload, captured, payloadLength);
        }
        return true;
    }

    /// Reads an IPv6 packet; false as for [#v4(int, int)].
    boolean v6(int at, int end) {
        Packet p = packet;
        byte[] bytes = p.bytes;
        if (end - at < 40 || Bytes.u8(bytes, at) >>> 4 != 6) {
            counts.malformed++;
            return false;
        }
        int length = Bytes.u16(bytes, at + 4);
        p.family = Packet.IPV6;
        p.addresses = ipv6(bytes, at + 8);
        p.timeToLive = Bytes.u8(bytes, at + 7);
        int next = Bytes.u8(bytes, at + 6);
        int position = at + 40;
        int captured = length == 0 ? end : Math.min(end, position + length);
        int declaredEnd = length == 0 ? end : position + length;
        for (int i = 0; i < MAX_EXTENSIONS && captured - position >= 8; i++) {
            if (next == FRAGMENT) {
                int field = Bytes.u16(bytes, position + 2);
                int identification = Bytes.i32(bytes, position + 4);
                p.transport = Bytes.u8(bytes, position);
                position += 8;
                if ((field & 0xfff9) != 0) {
                    fragment(
                            identification,
                            position,
                            captured,
                            declaredEnd - position,
                            field & 0xfff8,
                            (field & 1) != 0);
                    return true;
                }
                next = p.transport;
            } else if (next == HOP_BY_HOP || next == ROUTING || next == DESTINATION_OPTIONS || next == MOBILITY) {
                int size = (Bytes.u8(bytes, position + 1) + 1) * 8;
                next = Bytes.u8(bytes, position);
                position += size;
            } else if (next == AUTHENTICATION) {
                int size = (Bytes.u8(bytes, position + 1) + 2) * 4;
                next = Bytes.u8(bytes, position);
                position += size;
            } else {
                break;
            }
        }
        p.transport = next;
        if (position > captured) {
            counts.malformed++;
            headersOnly();
            return true;
        }
        transport(position, captured, declaredEnd - position);
        return true;
    }

    /// The numbers of two IPv6 addresses that stand one behind the other.
    private long ipv6(byte[] bytes, int at) {
        int source = addresses.ipv6(Bytes.i64(bytes, at), Bytes.i64(bytes, at + 8));
        return Packet.pair(source, addresses.ipv6(Bytes.i64(bytes, at + 16), Bytes.i64(bytes, at + 24)));
    }

    private void fragment(int identification, int payload, int captured, int length, int offset, boolean more) {
        Packet p = packet;
        counts.fragments++;
        int usable = more ? Math.min(captured - payload, length) & ~7 : Math.min(captured - payload, length);
        FragmentTable.Key key = new FragmentTable.Key(p.family, p.addresses, identification, p.transport, p.vantage);
        FragmentTable.Datagram whole = fragments.add(key, p, payload, usable, offset, more);
        if (whole != null) {
            byte[] frame = p.bytes;
            p.bytes = whole.bytes;
            p.extraFrames = whole.frames - 1;
            p.extraBytes = whole.wireBytes - p.wireLength;
            transport(0, whole.total(), whole.total());
            p.bytes = frame;
        } else if (usable <= 0) {
            headersOnly();
        }
        Map.Entry<FragmentTable.Key, FragmentTable.Datagram> oldest = fragments.evict();
        if (oldest != null) {
            unfinished(oldest.getKey(), oldest.getValue());
        }
    }

    /// Counts the frames of datagrams that never became whole.
    void finish() {
        fragments.unfinished().forEach(this::unfinished);
    }

    private void unfinished(FragmentTable.Key key, FragmentTable.Datagram datagram) {
        Packet p = packet;
        p.family = key.family();
        p.addresses = key.addresses();
        p.transport = key.protocol();
        p.vantage = key.vantage();
        p.extraFrames = datagram.frames - 1;
        p.extraBytes = datagram.wireBytes;
        p.wireLength = 0;
        p.sourceMac = datagram.sourceMac;
        p.timeToLive = datagram.timeToLive;
        headersOnly();
    }

    /// A packet of which no more than the addresses is known.
    private void headersOnly() {
        packet.ports = 0;
        packet.payload = 0;
        packet.payloadEnd = 0;
        packet.payloadLength = 0;
        packet.tcpFlags = 0;
        engine.packet(packet);
    }

    /// From the transport header at `at`; `length` is what IP says is there, [at, captured) what was captured.
    private void transport(int at, int captured, int length) {
        switch (packet.transport) {
            case TCP -> tcp(at, captured, length);
            case UDP -> udp(at, captured, length);
            case SCTP -> sctp(at, captured);
            default -> other(at, captured, length);
        }
    }

    private void tcp(int at, int captured, int length) {
        Packet p = packet;
        byte[] bytes = p.bytes;
        if (captured - at < 20) {
            ports(at, captured);
            return;
        }
        p.ports = Bytes.turnedI32(bytes, at);
        p.tcpSequence = Bytes.turnedI32(bytes, at + 4);
        p.tcpAcknowledgement = Bytes.turnedI32(bytes, at + 8);
        int offsetAndFlags = Bytes.u16(bytes, at + 12);
        int header = (offsetAndFlags >>> 12) << 2;
        p.tcpFlags = offsetAndFlags & 0x3f;
        if (header < 20 || header > length) {
            counts.malformed++;
            header = Math.max(0, length);
        }
        p.payload = Math.min(at + header, captured);
        p.payloadEnd = captured;
        p.payloadLength = Math.max(0, length - header);
        engine.packet(p);
    }

    private void udp(int at, int captured, int length) {
        Packet p = packet;
        if (captured - at < 8) {
            ports(at, captured);
            return;
        }
        p.ports = Bytes.turnedI32(p.bytes, at);
        int declared = Bytes.u16(p.bytes, at + 4);
        int payloadLength = declared >= 8 && declared <= length ? declared - 8 : length - 8;
        p.payload = at + 8;
        p.payloadEnd = Math.max(p.payload, Math.min(captured, p.payload + payloadLength));
        p.payloadLength = payloadLength;
        engine.packet(p);
        if (p.destinationPort() == Tunnels.VXLAN_PORT) {
            tunnels.vxlan(p.payload, p.payloadEnd);
        }
    }

    private void sctp(int at, int captured) {
        packet.tcpFlags = 0;
        ports(at, captured);
    }

    /// Ports alone, as far as they were captured.
    private void ports(int at, int captured) {
        Packet p = packet;
        headersAtMost(at);
        if (captured - at >= 4) {
            p.ports = Bytes.turnedI32(p.bytes, at);
        }
        engine.packet(p);
    }

    private void headersAtMost(int at) {
        packet.ports = 0;
        packet.payload = at;
        packet.payloadEnd = at;
        packet.payloadLength = 0;
        packet.tcpFlags = 0;
    }

    private void other(int at, int captured, int length) {
        Packet p = packet;
        headersAtMost(at);
        p.payloadEnd = captured;
        p.payloadLength = length;
        engine.packet(p);
        if (p.transport == ICMP && captured - at >= 36 && Bytes.u8(p.bytes, at) == 3) {
            refusedV4(at + 8, captured);
        } else if (p.transport == ICMPV6 && captured - at >= 56 && Bytes.u8(p.bytes, at) == 1) {
            refusedV6(at + 8);
        } else if (p.transport == Tunnels.GRE || p.transport == Tunnels.IP_IN_IP || p.transport == Tunnels.IPV6_IN_IP) {
            tunnels.ip(at, captured);
        }
    }

    private void refusedV4(int at, int captured) {
        byte[] bytes = packet.bytes;
        int header = (Bytes.u8(bytes, at) & 15) << 2;
        if (header >= 20 && captured - at >= header + 4) {
            engine.refused(
                    Packet.IPV4,
                    Bytes.turnedI64(bytes, at + 12),
                    Bytes.turnedI32(bytes, at + header),
                    Bytes.u8(bytes, at + 9),
                    packet.vantage);
        }
    }

    private void refusedV6(int at) {
        byte[] bytes = packet.bytes;
        engine.refused(
                Packet.IPV6,
                ipv6(bytes, at + 8),
                Bytes.turnedI32(bytes, at + 40),
                Bytes.u8(bytes, at + 6),
                packet.vantage);
    }
}
