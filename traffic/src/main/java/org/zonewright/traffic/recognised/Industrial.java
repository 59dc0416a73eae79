package org.zonewright.traffic.recognised;

import java.util.List;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Protocol;

/// Protocols of plants. Where no specification is public, the test is what captures and the makers' manuals show of
/// the header, and the port has to agree.
final class Industrial {
    static final Protocol POWERLINK = Protocol.named("powerlink");

    private static final Protocol ATG = Protocol.named("atg");
    private static final Protocol BSAP = Protocol.named("bsap");
    private static final Protocol C12_22 = Protocol.named("c1222");
    private static final Protocol SYNCHROPHASOR = Protocol.named("c37118");
    private static final Protocol CRIMSON = Protocol.named("crimson");
    private static final Protocol DLMS = Protocol.named("dlms");
    private static final Protocol DOIP = Protocol.named("doip");
    private static final Protocol EGD = Protocol.named("egd");
    private static final Protocol FF_HSE = Protocol.named("ff-hse");
    private static final Protocol GENISYS = Protocol.named("genisys");
    private static final Protocol HART_IP = Protocol.named("hart-ip");
    private static final Protocol HISLIP = Protocol.named("hislip");
    private static final Protocol IPMI = Protocol.named("ipmi");
    private static final Protocol KNX = Protocol.named("knx");
    private static final Protocol LON = Protocol.named("lon");
    private static final Protocol PCWORX = Protocol.named("pcworx");
    private static final Protocol PROCONOS = Protocol.named("proconos");
    private static final Protocol ROC = Protocol.named("roc");
    private static final Protocol SAIA = Protocol.named("saia");
    private static final Protocol TRDP = Protocol.named("trdp");

    private Industrial() {}

    static List<Dissector> all() {
        return new Rows()
                .certain(ATG, "any:tcp", Industrial::tankGauge)
                .certain(KNX, "any:udp any:tcp", b -> b.u16(0) == 0x0610 && b.u16(4) == b.length())
                .certain(DOIP, "any:udp any:tcp", Industrial::doip)
                .certain(SYNCHROPHASOR, "any:udp any:tcp", Industrial::synchrophasor)
                .onPort(BSAP, "udp:1234-1235", b -> b.u16le(0) == 0x000e && b.u16le(4) <= 16 && b.length() >= 14)
                .onPort(C12_22, "tcp:1153 udp:1153", b -> b.u8(0) == 0x60 && berLength(b) <= b.length())
                .onPort(CRIMSON, "tcp:789", b -> b.u16(0) + 2 == b.length() && b.u8(2) == 1)
                .onPort(DLMS, "tcp:4059-4061 udp:4059-4061", Industrial::dlms)
                .onPort(EGD, "udp:18246", b -> b.u16(0) == 0x0d01 && b.length() >= 32)
                .onPort(
                        FF_HSE,
                        "tcp:1089-1091 udp:1089-1091",
                        b -> b.length() >= 12 && ((b.u8(0) <= 1 && b.i32(4) == 0) || b.i32(8) == b.length()))
                .onPort(GENISYS, "tcp:10001-10004", Industrial::genisys)
                .onPort(HART_IP, "tcp:5094-5095 udp:5094-5095", Industrial::hartIp)
                .onPort(HISLIP, "tcp:4880", b -> b.startsWith(0, "HS") && b.length() >= 16)
                .onPort(
                        IPMI,
                        "udp:623 udp:664",
                        b -> b.u8(0) == 6 && b.u8(2) == 0xff && (b.u8(3) & 0x7f) >= 6 && b.length() >= 8)
                .onPort(LON, "udp:1628-1629 tcp:1628-1629", b -> b.u16(0) == b.length() && b.length() >= 20)
                .onPort(PCWORX, "tcp:1962", b -> (b.u8(0) & 0x7f) == 1 && b.u16(2) == b.length())
                .onPort(PROCONOS, "tcp:41100", b -> b.u8(0) == 1 && b.length() >= 16 && b.u8(2) <= 1 && b.u8(3) == 0)
                .onPort(PROCONOS, "tcp:20547", b -> b.u16(0) == 0xcc01)
                .onPort(ROC, "tcp:4000", b -> b.length() >= 8 && b.u8(5) + 8 == b.length())
                .onPort(SAIA, "udp:5050 tcp:5050", b -> b.i32(0) == b.length() && b.u8(4) <= 1 && b.u8(5) <= 1)
                .onPort(TRDP, "udp:17224-17225 tcp:17225", b -> b.u8(4) == 1 && (b.u8(6) == 'P' || b.u8(6) == 'M'))
                .onPort(POWERLINK, "udp:3819", b -> b.length() >= 14 && isPowerlink(b.u8(0) & 0x7f))
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

    private static boolean isPowerlink(int message) {
        return message == 1 || (message >= 3 && message <= 7) || message == 0x0d;
    }

    /// ISO 13400-2: version and its complement, type, length.
    private static boolean doip(ByteSlice bytes) {
        return (bytes.u8(0) ^ bytes.u8(1)) == 0xff
                && bytes.u8(0) >= 1
                && bytes.length() >= 8
                && bytes.i32(4) == bytes.length() - 8
                && (bytes.u16(2) <= 8 || bytes.u16(2) >>> 12 == 4 || bytes.u16(2) >>> 4 == 0x800);
    }

    /// IEEE C37.118.2: 0xaa, type and version, frame size; 14 bytes of header, 2 of check.
    private static boolean synchrophasor(ByteSlice bytes) {
        int kind = bytes.u8(1);
        int size = bytes.u16(2);
        return bytes.u8(0) == 0xaa
                && kind >>> 4 <= 5
                && (kind & 0x0f) >= 1
                && (kind & 0x0f) <= 2
                && size >= 16
                && (size == bytes.length() || (size < bytes.length() && bytes.u8(size) == 0xaa));
    }

    /// A wrapper with version 1 and the length, or an HDLC frame between flags.
    private static boolean dlms(ByteSlice bytes) {
        int last = bytes.length() - 1;
        return (bytes.u16(0) == 1 && bytes.length() >= 8 && bytes.u16(6) == bytes.length() - 8)
                || (bytes.u8(0) == 0x7e && bytes.u8(1) >>> 4 == 0x0a && bytes.u8(last) == 0x7e);
    }

    /// A control byte, the station, data, a check and 0xf6 at the end; short messages have no check.
    private static boolean genisys(ByteSlice bytes) {
        int control = bytes.u8(0);
        return control >= 0xf1
                && control <= 0xfe
                && control != 0xf6
                && bytes.length() >= 3
                && bytes.u8(1) < 0xf0
                && bytes.u8(bytes.length() - 1) == 0xf6;
    }

    /// FieldComm HCF_SPEC-085: version, type, message id, status, sequence, length.
    private static boolean hartIp(ByteSlice bytes) {
        int type = bytes.u8(1);
        return (bytes.u8(0) == 1 || bytes.u8(0) == 2)
                && (type <= 2 || type == 15)
                && bytes.u8(2) <= 4
                && bytes.u16(6) >= 8
                && bytes.u16(6) <= bytes.length();
    }

    /// Tag, length and value together, from the length's first byte.
    private static int berLength(ByteSlice bytes) {
        int first = bytes.u8(1);
        return first < 0x80 ? first + 2 : first == 0x81 ? bytes.u8(2) + 3 : first == 0x82 ? bytes.u16(2) + 4 : 0xffff;
    }
}
