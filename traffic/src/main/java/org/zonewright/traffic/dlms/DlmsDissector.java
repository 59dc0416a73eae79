package org.zonewright.traffic.dlms;

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

/// Reads what is asked of meters, and who they are.
///
/// An answer does not name its object: the flow's state keeps the last request's code, what object it named if that
/// tells an identity, and the authentication mechanism a client asked for.
public final class DlmsDissector extends Dissector {
    private static final Protocol DLMS = Protocol.define("dlms", DlmsServices::describe);

    private static final List<Binding> BINDINGS = List.of(
            new Binding.TcpPort(4059),
            new Binding.UdpPort(4059),
            new Binding.TcpPort(4060),
            new Binding.UdpPort(4060),
            new Binding.TcpPort(4061),
            new Binding.UdpPort(4061),
            new Binding.AnyTcp(),
            new Binding.AnyUdp());

    private static final Attribute LOGICAL_DEVICE = new Attribute("dlms.logical-device");
    private static final Attribute CIPHERED = new Attribute("dlms.ciphered");

    /// State: the code asked for in bits 0 to 15, a sign that one was in 16, the object's meaning in 17 to 19, the
    /// mechanism in 20 to 27.
    private static final long ASKED = 1L << 16;

    private static final int OBJECT_SHIFT = 17;
    private static final int MECHANISM_SHIFT = 20;

    private static final int NORMAL = 1;
    private static final int OBJECT_CLASS = 3; // u16, from the tag of a normal request
    private static final int OBJECT_NAME = 5; // six bytes
    private static final int SMALLEST_NORMAL = 12; // bytes

    private static final int NAME = 1;
    private static final int SERIAL = 2;
    private static final int FIRMWARE = 3;

    private final DlmsFrame frame = new DlmsFrame();
    private final Association association = new Association();

    /// A dissector for one reader.
    public DlmsDissector() {}

    @Override
    public Protocol protocol() {
        return DLMS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                DLMS,
                "DLMS/COSEM",
                "IEC 62056-5-3, -6-1, -6-2, -46, -47",
                "services as functions by the class of their object, in the wrapper and in HDLC frames; "
                        + "refusals, authentication and application context, system titles, names and serial numbers "
                        + "read in the clear",
                "later parts of segmented messages, short-name objects, the content of ciphered services"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!frame.wrap(bytes) || frame.length() > bytes.length()) {
            return Probe.NO;
        }
        if (frame.isHdlc()) {
            return frame.isIntact() ? Probe.YES : Probe.NO;
        }
        int tag = bytes.u8(frame.apdu());
        if (frame.length() != bytes.length() || !isKnown(tag)) {
            return Probe.NO;
        }
        boolean associate = tag == DlmsServices.AARQ || tag == DlmsServices.AARE;
        return associate && bytes.u8(frame.apdu() + 1) + 2 == bytes.length() - frame.apdu() ? Probe.YES : Probe.UNSURE;
    }

    private static boolean isKnown(int tag) {
        return DlmsServices.isRequest(tag) || DlmsServices.isResponse(tag) || DlmsServices.isGeneral(tag);
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!frame.wrap(bytes)) {
            return bytes.length() < 9 ? NEED_MORE : MALFORMED;
        }
        int length = frame.length();
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        if (frame.hasApdu()) {
            apdu(bytes, observer);
        } else if (frame.isHdlc()) {
            link(observer);
        }
        return length;
    }

    private void link(Observer observer) {
        switch (frame.control()) {
            case DlmsFrame.SNRM -> ask(DlmsServices.SNRM, 0, observer);
            case DlmsFrame.DISC -> ask(DlmsServices.DISC, 0, observer);
            case DlmsFrame.UA -> answer(false, observer);
            default -> {
                // Acknowledgements and parts of longer messages.
            }
        }
    }

    private void ask(int code, int object, Observer observer) {
        observer.request(DLMS, code);
        long mechanism = observer.flowState() >>> MECHANISM_SHIFT << MECHANISM_SHIFT;
        observer.flowState(mechanism | ((long) object << OBJECT_SHIFT) | ASKED | code);
    }

    private static void answer(boolean refused, Observer observer) {
        long state = observer.flowState();
        if ((state & ASKED) != 0) {
            observer.answer(DLMS, (int) state & 0xffff, refused);
            observer.flowState(state & ~ASKED);
        }
    }

    private void apdu(ByteSlice bytes, Observer observer) {
        int at = frame.apdu();
        int tag = bytes.u8(at);
        if (DlmsServices.isGeneral(tag)) {
            // Neither the service nor its direction shows: counted as the sender's.
            observer.request(DLMS, tag);
        } else if (DlmsServices.isRequest(tag)) {
            request(tag, bytes, at, observer);
        } else if (DlmsServices.isResponse(tag)) {
            response(tag, bytes, at, observer);
        }
        if (DlmsServices.isCiphered(tag)) {
            observer.number(Party.SENDER, CIPHERED, 1, Confidence.HIGH);
        }
    }

    private void request(int tag, ByteSlice bytes, int at, Observer observer) {
        if (DlmsServices.isNotification(tag)) {
            observer.request(DLMS, tag);
            return;
        }
        if (!frame.isHdlc()) {
            observer.number(Party.RECEIVER, LOGICAL_DEVICE, frame.destinationPort(), Confidence.MEDIUM);
        }
        boolean named = (tag == DlmsServices.GET || tag == DlmsServices.SET || tag == DlmsServices.ACTION)
                && frame.apduEnd() - at >= SMALLEST_NORMAL
                && bytes.u8(at + 1) == NORMAL;
        int objectClass = named ? bytes.u16(at + OBJECT_CLASS) : 0;
        int object = named && tag == DlmsServices.GET ? object(bytes, at) : 0;
        ask(DlmsServices.on(tag, objectClass), object, observer);
        if (tag == DlmsServices.AARQ) {
            association.read(bytes, at, frame.apduEnd(), observer);
            long state = observer.flowState() & ((1L << MECHANISM_SHIFT) - 1);
            observer.flowState(state | ((long) association.mechanism() << MECHANISM_SHIFT));
        }
    }

    /// What the object asked for says of the meter: its value is the second attribute.
    private static int object(ByteSlice bytes, int at) {
        if (bytes.u8(at + OBJECT_NAME + 6) != 2 || bytes.u16(at + OBJECT_CLASS) != 1) {
            return 0;
        }
        int first = bytes.u16(at + OBJECT_NAME);
        int rest = bytes.i32(at + OBJECT_NAME + 2);
        if (first == 0x0000 && rest == 0x2a00_00ff) {
            return NAME; // 0-0:42.0.0.255
        }
        if ((first == 0x0000 && rest == 0x6001_00ff) || (first == 0x0100 && rest == 0x0000_00ff)) {
            return SERIAL; // 0-0:96.1.0.255, 1-0:0.0.0.255
        }
        return first == 0x0100 && rest == 0x0002_00ff ? FIRMWARE : 0; // 1-0:0.2.0.255
    }

    private void response(int tag, ByteSlice bytes, int at, Observer observer) {
        long state = observer.flowState();
        if (!frame.isHdlc()) {
            observer.number(Party.SENDER, LOGICAL_DEVICE, frame.sourcePort(), Confidence.HIGH);
        }
        switch (tag) {
            case DlmsServices.AARE -> {
                association.read(bytes, at, frame.apduEnd(), observer);
                answer(!association.isAccepted(), observer);
                if (association.isAccepted()) {
                    association.tell((int) (state >>> MECHANISM_SHIFT) & 0xff, observer);
                }
            }
            case DlmsServices.GET_RESPONSE -> {
                boolean normal = bytes.u8(at + 1) == NORMAL;
                boolean refused = normal && bytes.u8(at + 3) != 0;
                answer(refused, observer);
                if (normal && !refused && (state & ASKED) != 0) {
                    value((int) (state >>> OBJECT_SHIFT) & 7, bytes, at + 4, observer);
                }
            }
            case DlmsServices.SET_RESPONSE, DlmsServices.ACTION_RESPONSE ->
                answer(bytes.u8(at + 1) == NORMAL && bytes.u8(at + 3) != 0, observer);
            case DlmsServices.EXCEPTION, DlmsServices.SERVICE_ERROR -> answer(true, observer);
            default -> answer(false, observer);
        }
    }

    /// Text in an octet string (9) or a visible string (10).
    private static void value(int object, ByteSlice bytes, int at, Observer observer) {
        if (object == 0 || bytes.u8(at) < 9 || bytes.u8(at) > 10 || bytes.u8(at + 1) >= 0x80) {
            return;
        }
        Attribute attribute =
                switch (object) {
                    case NAME -> Attribute.NAME;
                    case SERIAL -> Attribute.SERIAL;
                    default -> Attribute.FIRMWARE;
                };
        observer.identity(Party.SENDER, attribute, bytes.latin1(at + 2, bytes.u8(at + 1)), Confidence.HIGH);
    }
}
