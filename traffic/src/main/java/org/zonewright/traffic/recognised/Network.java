package org.zonewright.traffic.recognised;

import java.util.List;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Protocol;

/// Protocols of offices and networks. Sources are the RFCs, and the makers' protocol descriptions where there are
/// none.
final class Network {
    private static final Protocol BGP = Protocol.named("bgp");
    private static final Protocol IKE = Protocol.named("ike");
    private static final Protocol IMAP = Protocol.named("imap");
    private static final Protocol KERBEROS = Protocol.named("kerberos");
    private static final Protocol LDAP = Protocol.named("ldap");
    private static final Protocol NETFLOW = Protocol.named("netflow");
    private static final Protocol POP3 = Protocol.named("pop3");
    private static final Protocol PRINTER = Protocol.named("printer");
    private static final Protocol QUIC = Protocol.named("quic");
    private static final Protocol RADIUS = Protocol.named("radius");
    private static final Protocol RPCBIND = Protocol.named("rpcbind");
    private static final Protocol NFS = Protocol.named("nfs");
    private static final Protocol RTSP = Protocol.named("rtsp");
    private static final Protocol SFLOW = Protocol.named("sflow");
    private static final Protocol SMTP = Protocol.named("smtp");
    private static final Protocol STUN = Protocol.named("stun");
    private static final Protocol TELNET = Protocol.named("telnet");
    private static final Protocol VNC = Protocol.named("vnc");
    private static final Protocol WS_DISCOVERY = Protocol.named("ws-discovery");

    private Network() {}

    static List<Dissector> all() {
        return new Rows()
                .certain(VNC, "any:tcp", b -> b.startsWith(0, "RFB 00") && b.u8(7) == '.' && b.u8(11) == '\n')
                .certain(BGP, "any:tcp", b -> b.i64(0) == -1 && b.i64(8) == -1 && b.u16(16) >= 19 && b.u8(18) <= 5)
                .certain(RTSP, "any:tcp", b -> b.startsWith(0, "RTSP/1.0 ") || isRtsp(b))
                .certain(STUN, "any:udp", b -> b.i32(4) == 0x2112a442 && b.u16(2) == b.length() - 20 && b.u8(0) < 0x40)
                .certain(TELNET, "tcp:23 any:tcp", Network::telnet)
                .certain(KERBEROS, "udp:88 tcp:88 udp:464 tcp:464", Network::kerberos)
                .certain(SMTP, "tcp:25 tcp:587 tcp:465 any:tcp", Network::smtp)
                .onPort(TELNET, "tcp:23", b -> Text.isLine(b, 0))
                .onPort(IKE, "udp:500 udp:4500", Network::ike)
                .onPort(IMAP, "tcp:143", b -> b.startsWith(0, "* "))
                .onPort(POP3, "tcp:110", b -> b.startsWith(0, "+OK") || b.startsWith(0, "-ERR"))
                .onPort(LDAP, "tcp:389 udp:389 tcp:3268", Network::ldap)
                .onPort(NETFLOW, "udp:2055 udp:9995-9996 udp:4739", Network::netflow)
                .onPort(SFLOW, "udp:6343", b -> b.i32(0) == 5 && (b.i32(4) == 1 || b.i32(4) == 2))
                .onPort(RADIUS, "udp:1812-1813 udp:1645-1646 udp:3799", Network::radius)
                .onPort(RPCBIND, "udp:111", b -> isRpc(b, 0))
                .onPort(RPCBIND, "tcp:111", b -> isRpc(b, 4))
                .onPort(NFS, "udp:2049", b -> isRpc(b, 0))
                .onPort(NFS, "tcp:2049", b -> isRpc(b, 4))
                .onPort(QUIC, "udp:443", b -> (b.u8(0) & 0xc0) == 0xc0 && b.length() >= 1200 && b.i32(1) != 0)
                .onPort(PRINTER, "tcp:9100", b -> b.startsWith(0, "\u001b%-12345X") || b.startsWith(0, "@PJL"))
                .onPort(WS_DISCOVERY, "udp:3702", b -> b.startsWith(0, "<?xml") || b.startsWith(0, "<soap"))
                .all();
    }

    private static boolean isRtsp(ByteSlice bytes) {
        int space = bytes.indexOf(' ', 0);
        return space > 3 && space < 16 && bytes.startsWith(space + 1, "rtsp://");
    }

    /// RFC 854: commands of 0xff, 0xfb to 0xfe and an option, at least two of them or nothing else.
    private static boolean telnet(ByteSlice bytes) {
        return isNegotiation(bytes, 0) && (bytes.length() == 3 || isNegotiation(bytes, 3));
    }

    private static boolean isNegotiation(ByteSlice bytes, int at) {
        return bytes.u8(at) == 0xff && bytes.u8(at + 1) >= 0xfa && bytes.u8(at + 1) <= 0xfe && bytes.u8(at + 2) <= 49;
    }

    /// RFC 4120: an application tag, a sequence, and the version 5 with its tags; over TCP behind a length.
    private static boolean kerberos(ByteSlice bytes) {
        int at = bytes.u8(0) == 0 ? 4 : 0;
        int tag = bytes.u8(at);
        if (tag < 0x6a || tag > 0x7e) {
            return false;
        }
        for (int i = at + 2; i < at + 14; i++) {
            if (bytes.u24(i) == 0x030201 && bytes.u8(i + 3) == 5 && (bytes.u8(i - 1) & 0xfe) == 0xa0) {
                return true;
            }
        }
        return false;
    }

    private static boolean smtp(ByteSlice bytes) {
        if (bytes.startsWith(0, "EHLO ") || bytes.startsWith(0, "HELO ")) {
            return true;
        }
        int line = bytes.indexOf('\n', 0);
        return line > 0 && bytes.startsWith(0, "220") && Text.contains(bytes, line, "SMTP");
    }

    /// RFC 7296, and version 1: two cookies, next payload, version, exchange, flags, id, length; 4 zeros before it
    /// on port 4500.
    private static boolean ike(ByteSlice bytes) {
        int at = bytes.i32(0) == 0 ? 4 : 0;
        int version = bytes.u8(at + 17);
        return (version == 0x10 || version == 0x20) && bytes.i32(at + 24) == bytes.length() - at;
    }

    /// RFC 4511: a sequence, a message id, an application tag.
    private static boolean ldap(ByteSlice bytes) {
        if (bytes.u8(0) != 0x30) {
            return false;
        }
        int at = bytes.u8(1) < 0x80 ? 2 : 2 + (bytes.u8(1) & 0x7f);
        int size = bytes.u8(at + 1);
        if (at > 6 || bytes.u8(at) != 2 || size < 1 || size > 4) {
            return false;
        }
        int operation = bytes.u8(at + 2 + size);
        return operation >= 0x42 && operation <= 0x79;
    }

    private static boolean netflow(ByteSlice bytes) {
        int version = bytes.u16(0);
        return version == 10
                ? bytes.u16(2) == bytes.length()
                : (version == 5 || version == 9 || version == 7) && bytes.u16(2) > 0 && bytes.length() >= 24;
    }

    /// RFC 2865: code, id, length.
    private static boolean radius(ByteSlice bytes) {
        int code = bytes.u8(0);
        return code >= 1 && code <= 45 && bytes.u16(2) >= 20 && bytes.u16(2) <= bytes.length();
    }

    /// RFC 5531: an id, 0 for a call with version 2 or 1 for an answer.
    private static boolean isRpc(ByteSlice bytes, int at) {
        int kind = bytes.i32(at + 4);
        return kind == 0 ? bytes.i32(at + 8) == 2 : kind == 1 && bytes.i32(at + 8) >>> 1 == 0;
    }
}
