package org.zonewright.traffic.ffhse;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads the header of field device access messages in place.
///
///     0 version   1 options   2 protocol, and type in the lowest two bits   3 service   4 address   8 length   12 body
///
/// The type says whether a message asks (0), answers (1) or refuses (2); confirmed services have bit 7 set.
public final class FfHseDissector extends Dissector {
    private static final Protocol FF_HSE = Protocol.define("ff-hse", FfHseServices::describe);

    private static final List<Binding> BINDINGS = List.of(
            new Binding.UdpPort(1089),
            new Binding.TcpPort(1089),
            new Binding.UdpPort(1090),
            new Binding.TcpPort(1090),
            new Binding.UdpPort(1091),
            new Binding.TcpPort(1091));
    private static final Attribute DEVICE_ID = new Attribute("ff-hse.device-id");

    private static final int HEADER = 12; // bytes
    private static final int KIND = 2; // u8
    private static final int SERVICE = 3; // u8
    private static final int LENGTH = 8; // u32
    private static final int LONGEST = 1 << 16;
    private static final int LAST_PROTOCOL = 4;

    private static final int REQUEST = 0;
    private static final int RESPONSE = 1;
    private static final int ERROR = 2;

    /// Places in what a device says of itself, behind two indexes and an address of 16 bytes.
    private static final int ID = HEADER + 20;

    private static final int TEXT = 32; // bytes

    /// A dissector for one reader.
    public FfHseDissector() {}

    @Override
    public Protocol protocol() {
        return FF_HSE;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                FF_HSE,
                "FOUNDATION Fieldbus HSE",
                "FieldComm Group FF-588, FF-589",
                "services as functions, errors as refusals, device id and tag that devices announce",
                "contents of FMS services"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean plausible = isMessage(bytes)
                && bytes.u8(KIND) >>> 2 >= 1
                && bytes.u8(KIND) >>> 2 <= LAST_PROTOCOL
                && bytes.i32(LENGTH) == bytes.length();
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isMessage(ByteSlice bytes) {
        if (bytes.length() < HEADER) {
            return false;
        }
        int length = bytes.i32(LENGTH);
        return bytes.u8(0) <= 1 && (bytes.u8(KIND) & 3) <= ERROR && length >= HEADER && length <= LONGEST;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < HEADER) {
            return NEED_MORE;
        }
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int length = bytes.i32(LENGTH);
        int protocol = bytes.u8(KIND) >>> 2;
        int type = bytes.u8(KIND) & 3;
        int service = bytes.u8(SERVICE);
        boolean speaksOfItself = protocol == FfHseServices.SYSTEM_MANAGEMENT
                && ((type == RESPONSE && service == FfHseServices.IDENTIFY)
                        || (type == REQUEST && service == FfHseServices.ANNUNCIATION));
        if (speaksOfItself && length > bytes.length()) {
            return NEED_MORE;
        }
        int code = FfHseServices.code(protocol, service);
        if (type == REQUEST) {
            observer.request(FF_HSE, code);
        } else {
            observer.answer(FF_HSE, code, type == ERROR);
        }
        if (speaksOfItself && length >= ID + 2 * TEXT) {
            observer.identity(Party.SENDER, DEVICE_ID, bytes.latin1(ID, TEXT), Confidence.HIGH);
            String tag = bytes.latin1(ID + TEXT, TEXT);
            observer.identity(Party.SENDER, Attribute.NAME, tag, Confidence.HIGH);
        }
        return length;
    }
}
