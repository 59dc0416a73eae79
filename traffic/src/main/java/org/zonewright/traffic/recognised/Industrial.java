package org.zonewright.traffic.recognised;

import java.util.List;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Protocol;

/// Protocols of plants. Where no specification is public, the test is what captures and the makers' manuals show of
/// the header, and the port has to agree.
final class Industrial {
    private static final Protocol ATG = Protocol.named("atg");
    private static final Protocol C12_22 = Protocol.named("c1222");
    private static final Protocol DOIP = Protocol.named("doip");
    private static final Protocol HISLIP = Protocol.named("hislip");
    private static final Protocol IPMI = Protocol.named("ipmi");
    private static final Protocol LON = Protocol.named("lon");
    private static final Protocol PROCONOS = Protocol.named("proconos");
    private static final Protocol TRDP = Protocol.named("trdp");

    private Industrial() {}

    static List<Dissector> all() {
        return new Rows()
                .certain(ATG, "any:tcp", Industrial::tankGauge)
                .certain(DOIP, "any:udp any:tcp", Industrial::doip)
                .onPort(C12_22, "tcp:1153 udp:1153", b -> b.u8(0) == 0x60 && berLength(b) <= b.length())
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

    /// Tag, length and value together, from the length's first byte.
    private static int berLength(ByteSlice bytes) {
        int first = bytes.u8(1);
        return first < 0x80 ? first + 2 : first == 0x81 ? bytes.u8(2) + 3 : first == 0x82 ? bytes.u16(2) + 4 : 0xffff;
    }
}
