package org.zonewright.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/// One packet of IP as it stands in a frame: ports are 0 where the protocol has none, `flags` are those of TCP and 0
/// elsewhere, `data` is what follows the header of TCP or UDP, or else that of IP.
record CapturedPacket(
        long microseconds,
        int protocol,
        InetAddress source,
        int sourcePort,
        InetAddress destination,
        int destinationPort,
        int flags,
        ByteBuffer data) {
    static final int TCP = 6;
    static final int UDP = 17;
    static final int SYN = 0x02;
    static final int RESET = 0x04;
    static final int ACK = 0x10;
    static final int FIN = 0x01;

    private static final int VLAN = 0x8100;
    private static final int SERVICE_VLAN = 0x88a8;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86dd;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int IPV6_HEADER = 40;

    /// The packet of an Ethernet frame, through tags of VLANs. Empty for what is no IP, cut off, or a later fragment.
    static Optional<CapturedPacket> ofEthernet(long microseconds, ByteBuffer frame) throws IOException {
        int at = 12;
        while (at + 2 <= frame.limit() && (u16(frame, at) == VLAN || u16(frame, at) == SERVICE_VLAN)) {
            at += 4;
        }
        if (at + 2 > frame.limit()) {
            return Optional.empty();
        }
        int type = u16(frame, at);
        int start = at + 2;
        ByteBuffer ip = frame.slice(start, frame.limit() - start);
        return switch (type) {
            case IPV4 -> ofIpv4(microseconds, ip);
            case IPV6 -> ofIpv6(microseconds, ip);
            default -> Optional.empty();
        };
    }

    private static Optional<CapturedPacket> ofIpv4(long microseconds, ByteBuffer ip) throws IOException {
        if (ip.limit() < 20) {
            return Optional.empty();
        }
        int header = (u8(ip, 0) & 0x0f) * 4;
        int total = u16(ip, 2);
        boolean isLater = (u16(ip, 6) & 0x1fff) != 0;
        if (isLater || header < 20 || total < header || total > ip.limit()) {
            return Optional.empty();
        }
        return ofTransport(
                microseconds, u8(ip, 9), address(ip, 12, 4), address(ip, 16, 4), ip.slice(header, total - header));
    }

    private static Optional<CapturedPacket> ofIpv6(long microseconds, ByteBuffer ip) throws IOException {
        if (ip.limit() < IPV6_HEADER || IPV6_HEADER + u16(ip, 4) > ip.limit()) {
            return Optional.empty();
        }
        int end = IPV6_HEADER + u16(ip, 4);
        int next = u8(ip, 6);
        int at = IPV6_HEADER;
        while ((next == HOP_BY_HOP || next == ROUTING || next == DESTINATION_OPTIONS || next == FRAGMENT)
                && at + 8 <= end) {
            if (next == FRAGMENT && (u16(ip, at + 2) & 0xfff8) != 0) {
                return Optional.empty();
            }
            int length = next == FRAGMENT ? 8 : 8 + u8(ip, at + 1) * 8;
            next = u8(ip, at);
            at += length;
        }
        return at > end
                ? Optional.empty()
                : ofTransport(microseconds, next, address(ip, 8, 16), address(ip, 24, 16), ip.slice(at, end - at));
    }

    private static Optional<CapturedPacket> ofTransport(
            long microseconds, int protocol, InetAddress source, InetAddress destination, ByteBuffer bytes) {
        int header =
                switch (protocol) {
                    case TCP -> bytes.limit() < 20 ? -1 : (u8(bytes, 12) >> 4) * 4;
                    case UDP -> 8;
                    default -> 0;
                };
        if (header < 0 || header > bytes.limit()) {
            return Optional.empty();
        }
        ByteBuffer data = bytes.slice(header, bytes.limit() - header);
        return Optional.of(
                header == 0
                        ? new CapturedPacket(microseconds, protocol, source, 0, destination, 0, 0, data)
                        : new CapturedPacket(
                                microseconds,
                                protocol,
                                source,
                                u16(bytes, 0),
                                destination,
                                u16(bytes, 2),
                                protocol == TCP ? u8(bytes, 13) : 0,
                                data));
    }

    private static InetAddress address(ByteBuffer bytes, int at, int length) throws IOException {
        byte[] address = new byte[length];
        bytes.get(at, address);
        return InetAddress.getByAddress(address);
    }

    private static int u8(ByteBuffer bytes, int at) {
        return Byte.toUnsignedInt(bytes.get(at));
    }

    private static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
