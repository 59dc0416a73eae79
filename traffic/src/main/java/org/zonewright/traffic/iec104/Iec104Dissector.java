package org.zonewright.traffic.iec104;

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

/// Reads APDUs of IEC 60870-5-104: the type of each ASDU, from either side, and the common addresses of stations.
///
/// Both sides send of their own accord here, so every ASDU counts as its sender's; a report on a command also answers
/// that command.
public final class Iec104Dissector extends Dissector {
    /// The protocol, with its type identifications.
    public static final Protocol IEC104 = Protocol.define("iec104", AsduTypes::describe);

    private static final int PORT = 2404;
    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(PORT), new Binding.AnyTcp());
    private static final Attribute COMMON_ADDRESS = new Attribute("iec104.common-address");
    /// Asked of the station, which may not have it.
    private static final Attribute ASKED_ADDRESS = new Attribute("iec104.asked-common-address");

    private static final int EVERY_STATION = 65535;

    /// Causes of transmission (IEC 60870-5-101, 7.2.3).
    private static final int ACTIVATION_CONFIRMED = 7;

    private static final int DEACTIVATION_CONFIRMED = 9;
    private static final int ACTIVATION_ENDED = 10;
    private static final int UNKNOWN_TYPE = 44;
    private static final int UNKNOWN_COMMON_ADDRESS = 46;
    private static final int UNKNOWN_OBJECT_ADDRESS = 47;

    private final ApduView apdu = new ApduView();

    /// A dissector for one reader.
    public Iec104Dissector() {}

    @Override
    public Protocol protocol() {
        return IEC104;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                IEC104,
                "IEC 60870-5-104",
                "IEC 60870-5-104:2006, IEC 60870-5-101:2003, security types of IEC 60870-5-7",
                "all three formats, type identifications with the sizes of their objects as functions, "
                        + "common addresses, causes that confirm, end or refuse a command",
                "object addresses and values, select before operate as a pair, transport over TLS (IEC "
                        + "62351-3), other sizes of addresses than those of -104"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!apdu.wrap(bytes) || !apdu.isPlausible()) {
            return Probe.NO;
        }
        if (apdu.isUnnumbered()) {
            return Probe.YES;
        }
        boolean sure = apdu.isInformation()
                && bytes.has(0, ApduView.OBJECTS)
                && AsduTypes.isKnown(apdu.type())
                && AsduTypes.size(apdu.type()) != AsduTypes.ANY_SIZE
                && apdu.cause() != 0
                && apdu.isSizeRight();
        return sure ? Probe.YES : Probe.UNSURE;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!apdu.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!apdu.isPlausible()) {
            return MALFORMED;
        }
        int length = apdu.messageLength();
        if (bytes.length() < length) {
            return NEED_MORE;
        }
        if (apdu.isInformation()) {
            if (!apdu.isSizeRight()) {
                observer.weird("length", 1);
            }
            asdu(observer);
        }
        return length;
    }

    private void asdu(Observer observer) {
        int type = apdu.type();
        int cause = apdu.cause();
        boolean unknown = cause >= UNKNOWN_TYPE && cause <= UNKNOWN_OBJECT_ADDRESS;
        boolean confirms = cause == ACTIVATION_CONFIRMED || cause == DEACTIVATION_CONFIRMED;
        boolean report = unknown || confirms || cause == ACTIVATION_ENDED;
        observer.request(IEC104, report ? AsduTypes.REPORT | type : type);
        if (unknown || confirms) {
            observer.answer(IEC104, type, unknown || apdu.isNegative());
        }
        if (apdu.commonAddress() != EVERY_STATION && cause != UNKNOWN_COMMON_ADDRESS) {
            boolean toStation =
                    observer.destinationPort() == PORT || (observer.sourcePort() != PORT && observer.fromClient());
            observer.number(
                    toStation ? Party.RECEIVER : Party.SENDER,
                    toStation ? ASKED_ADDRESS : COMMON_ADDRESS,
                    apdu.commonAddress(),
                    toStation ? Confidence.MEDIUM : Confidence.HIGH);
        }
    }
}
