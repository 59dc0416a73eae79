package org.zonewright.traffic.dnp3;

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

/// Reads DNP3 over TCP and UDP, one data link frame a message: link addresses, application functions, refusals.
///
/// A response does not name the function it answers; the flow's state keeps the last request's code and sequence.
public final class Dnp3Dissector extends Dissector {
    /// The protocol, with its application functions.
    public static final Protocol DNP3 = Protocol.define("dnp3", Dnp3Functions::describe);

    private static final List<Binding> BINDINGS =
            List.of(new Binding.TcpPort(20000), new Binding.UdpPort(20000), new Binding.AnyTcp(), new Binding.AnyUdp());
    private static final Attribute ADDRESS = new Attribute("dnp3.address");
    /// Of a station that answers or reports; several at one station are devices behind it, or parts of it.
    static final Attribute OUTSTATION_ADDRESS = new Attribute("dnp3.outstation-address");

    private static final Attribute AUTHENTICATION = new Attribute("dnp3.secure-authentication");
    private static final int FIRST_RESERVED_ADDRESS = 0xfff0; // broadcast and self address from here on

    /// Offsets in the user data: transport octet, application control and function, indications of a response.
    private static final int TRANSPORT = 0;

    private static final int CONTROL = 1;
    private static final int FUNCTION = 2;
    private static final int REQUEST_OBJECTS = 3;
    private static final int SECOND_INDICATIONS = 4;
    private static final int RESPONSE_OBJECTS = 5;

    private static final int FIRST_SEGMENT = 0x40;
    private static final int REQUEST_UNKNOWN = 0x07; // no such function, no such object, parameter error

    private static final long SEQUENCE = 0x0f;
    private static final long PENDING = 0x10;
    private static final int PENDING_CODE = 8; // bits 8 to 23

    private final LinkView link = new LinkView();

    /// A dissector for one reader.
    public Dnp3Dissector() {}

    @Override
    public Protocol protocol() {
        return DNP3;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                DNP3,
                "DNP3",
                "IEEE 1815-2012, over TCP and UDP",
                "data link frames with their checks and addresses, functions of the first segment of each"
                        + " fragment, responses refused by internal indications or the status of the first command,"
                        + " secure authentication by its function codes and objects, device attributes",
                "other object values, later segments of a fragment, responses to one of several requests at "
                        + "once, whether an authentication succeeded"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!link.wrap(bytes) || !link.isPlausible()) {
            return Probe.NO;
        }
        return link.isHeaderIntact() ? Probe.YES : Probe.UNSURE;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!link.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!link.isPlausible()) {
            return MALFORMED;
        }
        int length = link.frameLength();
        if (bytes.length() < length) {
            return NEED_MORE;
        }
        if (!link.isHeaderIntact()) {
            observer.weird("check", 8);
        } else {
            addresses(observer);
        }
        if (link.isUserData()) {
            int broken = link.brokenBlock();
            if (broken >= 0) {
                observer.weird("check", broken);
            }
            if ((link.user(TRANSPORT) & FIRST_SEGMENT) != 0 && link.userLength() > FUNCTION) {
                application(observer);
            }
        }
        return length;
    }

    private void addresses(Observer observer) {
        if (link.source() < FIRST_RESERVED_ADDRESS) {
            Attribute attribute = link.isFromMaster() ? ADDRESS : OUTSTATION_ADDRESS;
            observer.number(Party.SENDER, attribute, link.source(), Confidence.HIGH);
        }
        if (link.destination() < FIRST_RESERVED_ADDRESS) {
            observer.number(Party.RECEIVER, ADDRESS, link.destination(), Confidence.MEDIUM);
        }
    }

    private void application(Observer observer) {
        int function = link.user(FUNCTION);
        switch (function) {
            case Dnp3Functions.RESPONSE -> response(observer);
            case Dnp3Functions.UNSOLICITED_RESPONSE -> {
                // Answers nothing that was asked.
            }
            case Dnp3Functions.AUTHENTICATION_RESPONSE -> authenticated(observer);
            default -> {
                if (function < Dnp3Functions.RESPONSE) {
                    request(function, observer);
                } else {
                    observer.weird("function", LinkView.HEADER + FUNCTION);
                }
            }
        }
    }

    /// The sender takes part in secure authentication (IEEE 1815, clause 7): it challenges, replies or signs.
    private static void authenticated(Observer observer) {
        observer.number(Party.SENDER, AUTHENTICATION, 1, Confidence.HIGH);
    }

    private boolean hasObjects(int from, int group) {
        return link.userLength() > from && link.user(from) == group;
    }

    private void request(int function, Observer observer) {
        int code = function;
        if (function == Dnp3Functions.AUTHENTICATION_REQUEST
                || function == Dnp3Functions.AUTHENTICATION_ERROR
                || hasObjects(REQUEST_OBJECTS, Dnp3Functions.AUTHENTICATION_GROUP)) {
            authenticated(observer);
        }
        if (function == Dnp3Functions.WRITE_OBJECTS && link.userLength() > REQUEST_OBJECTS) {
            code = Dnp3Functions.written(link.user(REQUEST_OBJECTS));
        }
        observer.request(DNP3, code);
        if (function != Dnp3Functions.CONFIRM) {
            observer.flowState(PENDING | (link.user(CONTROL) & SEQUENCE) | ((long) code << PENDING_CODE));
        }
    }

    private void response(Observer observer) {
        if (hasObjects(RESPONSE_OBJECTS, Dnp3Functions.AUTHENTICATION_GROUP)) {
            authenticated(observer);
        } else if (hasObjects(RESPONSE_OBJECTS, DeviceAttributes.GROUP)) {
            DeviceAttributes.tell(link, RESPONSE_OBJECTS, observer);
        }
        long state = observer.flowState();
        boolean answers = (state & PENDING) != 0 && (state & SEQUENCE) == (link.user(CONTROL) & SEQUENCE);
        if (answers && link.userLength() > SECOND_INDICATIONS) {
            observer.flowState(0);
            int code = (int) (state >>> PENDING_CODE) & 0xffff;
            boolean refused = (link.user(SECOND_INDICATIONS) & REQUEST_UNKNOWN) != 0
                    || (code >= Dnp3Functions.SELECT && code <= Dnp3Functions.DIRECT_OPERATE && commandFailed());
            observer.answer(DNP3, code, refused);
        }
    }

    /// True if the first command object of a response has another status than success (IEEE 1815, 11.9.4).
    private boolean commandFailed() {
        if (link.userLength() < RESPONSE_OBJECTS + 5) {
            return false;
        }
        int size = commandLength(link.user(RESPONSE_OBJECTS), link.user(RESPONSE_OBJECTS + 1));
        int qualifier = link.user(RESPONSE_OBJECTS + 2);
        int index = qualifier == 0x17 ? 2 : qualifier == 0x28 ? 4 : 0; // count and index, one or two bytes each
        int status = RESPONSE_OBJECTS + 3 + index + size - 1;
        return size > 0 && index > 0 && status < link.userLength() && (link.user(status) & 0x7f) != 0;
    }

    /// Bytes of a control relay output block or an analog output block, the last of which is the status; 0 for
    /// others.
    private static int commandLength(int group, int variation) {
        if (group == 12 && variation == 1) {
            return 11;
        }
        if (group != 41) {
            return 0;
        }
        return switch (variation) {
            case 1, 3 -> 5;
            case 2 -> 3;
            case 4 -> 9;
            default -> 0;
        };
    }
}
