package org.zonewright.traffic.recognised;

import java.util.List;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Protocol;
import org.zonewright.traffic.melsec.MelsecDissector;

/// Protocols of plants. Where no specification is public, the test is what captures and the makers' manuals show of
/// the header, and the port has to agree.
final class Industrial {
    private static final Protocol ATG = Protocol.named("atg");
    private static final Protocol C12_22 = Protocol.named("c1222");
    private static final Protocol CODESYS = Protocol.named("codesys");
    private static final Protocol DOIP = Protocol.named("doip");
    private static final Protocol FOX = Protocol.named("fox");
    private static final Protocol GE_SRTP = Protocol.named("ge-srtp");
    private static final Protocol HISLIP = Protocol.named("hislip");
    private static final Protocol IPMI = Protocol.named("ipmi");
    private static final Protocol LON = Protocol.named("lon");
    private static final Protocol PROCONOS = Protocol.named("proconos");
    private static final Protocol RTPS = Protocol.named("rtps");
    private static final Protocol TRDP = Protocol.named("trdp");

    private Industrial() {}

    static List<Dissector> all() {
        return new Rows()
                .certain(ATG, "any:tcp", Industrial::tankGauge)
                .certain(FOX, "any:tcp", b -> b.startsWith(0, "fox a ") && b.indexOf('\n', 0) > 0)
                .certain(RTPS, "any:udp", b -> b.startsWith(0, "RTPS") && b.u8(4) <= 2 && b.length() >= 16)
                .certain(DOIP, "any:udp any:tcp", Industrial::doip)
                .certain(CODESYS, "any:tcp", b -> b.i32(0) == 0x000117e8 && b.i32le(4) == b.length())
                .onPort(MelsecDissector.MELSEC, "tcp:5000-5012 udp:5000-5012", Industrial::melsoft)
                .onPort(C12_22, "tcp:1153 udp:1153", b -> b.u8(0) == 0x60 && berLength(b) <= b.length())
                .onPort(CODESYS, "tcp:1200 tcp:2455", b -> b.u16(0) == 0xbbbb)
                .onPort(CODESYS, "udp:1740-1743", b -> b.u8(0) == 0xc5 && b.length() >= 8)
                .onPort(GE_SRTP, "tcp:18245", Industrial::geSrtp)
                .onPort(HISLIP, "tcp:4880", b -> b.startsWith(0, "HS") && b.length() >= 16)
                .onPort(
                        IPMI,
                        "udp:623 udp:664",
                        b -> b.u8(0) == 6 && b.u8(2) == 0xff && (b.u8(3) & 0x7f) >= 6 && b.length() >= 8)
                .onPort(LON, "udp:1628-1629 tcp:1628-1629", b -> b.u16(0) == b.length() && b.length() >= 20)
                .onPort(PROCONOS, "tcp:41100", b -> b.u8(0) == 1 && b.length() >= 16 && b.u8(2) <= 1 && b.u8(3) == 0)
                .onPort(PROCONOS, "tcp:20547", b -> b.u16(0) == 0xcc01)
                .onPort(TRDP, "udp:17224-17225 tcp:17225", b -> b.u8(4) == 1 && (b.u8(6) == 'P' || b.u8(6) == 'M'))
                .all();
    }

    /// The serial interface of tank gauges (Veeder-Root TLS): 1, a letter for the kind, five digits, a line's end.
    private static boolean tankGauge(ByteSlice bytes) {
        if (bytes.u8(0) != 1 || (bytes.u8(1) != 'I' && bytes.u8(1) != 'S')) {
            return false;
        }
        for (int i = 2; i < 7; i++) {
            if (!Character.isLetterOrDigit(bytes.u8(i)) || bytes.u8(i) > 'z') {
                return false;
            }
        }
        int last = bytes.u8(bytes.length() - 1);
        return last == '\n' || last == '\r';
    }

    /// ISO 13400-2: version and its complement, type, length.
    private static boolean doip(ByteSlice bytes) {
        return (bytes.u8(0) ^ bytes.u8(1)) == 0xff
                && bytes.u8(0) >= 1
                && bytes.length() >= 8
                && bytes.i32(4) == bytes.length() - 8
                && (bytes.u16(2) <= 8 || bytes.u16(2) >>> 12 == 4 || bytes.u16(2) >>> 4 == 0x800);
    }

    /// The dialogue of the engineering tool: 0x57 asks, 0xd7 answers; a length of what follows behind 18 or 19 bytes.
    private static boolean melsoft(ByteSlice bytes) {
        int first = bytes.u8(0);
        return (first == 0x57 || first == 0xd7)
                && bytes.length() >= 24
                && bytes.u8(3) == 0
                && bytes.u16(5) == 0x1111
                && bytes.u8(4) == 0;
    }

    /// A mailbox header of 56 bytes; the very first request is all zero.
    private static boolean geSrtp(ByteSlice bytes) {
        int type = bytes.u8(0);
        boolean known = type <= 3 || type == 8 || type == 9;
        return known && bytes.length() >= 56 && bytes.u8(1) == 0;
    }

    /// Tag, length and value together, from the length's first byte.
    private static int berLength(ByteSlice bytes) {
        int first = bytes.u8(1);
        return first < 0x80 ? first + 2 : first == 0x81 ? bytes.u8(2) + 3 : first == 0x82 ? bytes.u16(2) + 4 : 0xffff;
    }
}
