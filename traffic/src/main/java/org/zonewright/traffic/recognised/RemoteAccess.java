package org.zonewright.traffic.recognised;

import java.util.List;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Protocol;

/// Ways into a plant from outside: VPNs and remote desktops with protocols of their own. Sources are the RFCs and the
/// open projects' descriptions; TeamViewer and Radmin are as captures and probes show them (no specification is
/// public).
final class RemoteAccess {
    private static final Protocol ESP = Protocol.named("esp");
    private static final Protocol L2TP = Protocol.named("l2tp");
    private static final Protocol OPENVPN = Protocol.named("openvpn");
    private static final Protocol PPTP = Protocol.named("pptp");
    private static final Protocol RADMIN = Protocol.named("radmin");
    private static final Protocol TEAMVIEWER = Protocol.named("teamviewer");
    private static final Protocol WIREGUARD = Protocol.named("wireguard");

    private static final int CLIENT_RESET = 0x38; // operation 7, key 0

    private RemoteAccess() {}

    static List<Dissector> all() {
        return new Rows()
                .certain(PPTP, "tcp:1723 any:tcp", b -> b.u16(2) == 1 && b.i32(4) == 0x1a2b3c4d)
                .certain(OPENVPN, "any:udp", b -> b.u8(0) == CLIENT_RESET && isFirstReset(b, 0))
                .certain(OPENVPN, "any:tcp", b -> b.u8(2) == CLIENT_RESET && isFirstReset(b, 2))
                .certain(WIREGUARD, "any:udp", RemoteAccess::isInitiation)
                .certain(TEAMVIEWER, "any:udp", b -> b.u8(0) <= 1 && b.u16(11) == 0x1724 && b.u8(10) <= 0x0b)
                .onPort(TEAMVIEWER, "tcp:5938", b -> b.u16(0) == 0x1724 || b.u16(0) == 0x1130)
                .onPort(OPENVPN, "udp:1194", b -> isOpenVpn(b, 0))
                .onPort(OPENVPN, "tcp:1194", b -> b.u16(0) >= 14 && b.u16(0) < 2048 && isOpenVpn(b, 2))
                .onPort(WIREGUARD, "udp:51820", RemoteAccess::isWireGuard)
                .onPort(RADMIN, "tcp:4899", b -> b.i32(0) == 0x0100_0000 && b.u8(4) > 0 && b.length() >= 9)
                .onPort(L2TP, "udp:1701", RemoteAccess::isL2tp)
                .onPort(ESP, "udp:4500", b -> b.i32(0) != 0 && b.length() >= 24)
                .all();
    }

    /// The client's first packet has acknowledged nothing and has the number 0; with an authentication by SHA-1 a
    /// digest
    /// and a time stamp of 28 bytes stand before that.
    private static boolean isFirstReset(ByteSlice bytes, int at) {
        int length = bytes.length() - at;
        int acknowledged = length == 14 ? 9 : length == 42 ? 37 : 0;
        return acknowledged > 0
                && bytes.u8(at + acknowledged) == 0
                && bytes.i32(at + acknowledged + 1) == 0
                && (at == 0 || bytes.u16(0) == length);
    }

    /// An operation from 1 to 11 in the upper five bits.
    private static boolean isOpenVpn(ByteSlice bytes, int at) {
        int operation = bytes.u8(at) >>> 3;
        return operation >= 3 && operation <= 11 && bytes.length() - at >= 14;
    }

    /// A handshake's first message: type, sender, ephemeral key, static key, time stamp, two codes; the second is
    /// empty unless the server is under load.
    private static boolean isInitiation(ByteSlice bytes) {
        return bytes.i32(0) == 0x0100_0000 && bytes.length() == 148 && bytes.i64(132) == 0 && bytes.i64(140) == 0;
    }

    private static boolean isWireGuard(ByteSlice bytes) {
        int length = bytes.length();
        return switch (bytes.i32(0)) {
            case 0x0100_0000 -> length == 148;
            case 0x0200_0000 -> length == 92;
            case 0x0300_0000 -> length == 64;
            case 0x0400_0000 -> length >= 32 && length % 16 == 0;
            default -> false;
        };
    }

    /// RFC 2661, 3.1: version 2; control messages carry their length.
    private static boolean isL2tp(ByteSlice bytes) {
        int flags = bytes.u16(0);
        boolean control = (flags & 0x8000) != 0;
        return (flags & 0x0f) == 2 && (!control || ((flags & 0x4800) == 0x4800 && bytes.u16(2) == bytes.length()));
    }
}
