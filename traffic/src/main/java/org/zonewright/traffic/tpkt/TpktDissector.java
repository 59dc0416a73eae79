package org.zonewright.traffic.tpkt;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;
import org.zonewright.traffic.mms.MmsMessages;
import org.zonewright.traffic.s7comm.S7Messages;
import org.zonewright.traffic.s7comm.S7PlusMessages;

/// Reads ISO transport over TCP and hands its data to the protocol that it carries: S7comm, S7comm-plus or MMS.
///
/// Of the flow's state the lowest two bits belong to this class: each says that one direction is inside a unit that
/// spans several packets. The upper 32 bits are the carried protocol's.
public final class TpktDissector extends Dissector {
    /// ISO transport that carries something else, or nothing yet.
    public static final Protocol COTP = Protocol.named("cotp");

    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(102), new Binding.AnyTcp());
    private static final int CALLING_SELECTOR = 0xc1;
    private static final int CALLED_SELECTOR = 0xc2;
    private static final long FROM_CLIENT = 1;
    private static final long FROM_SERVER = 2;

    private final TpktView tpkt = new TpktView();
    private final ByteSlice payload = new ByteSlice();
    private final S7Messages s7 = new S7Messages();
    private final S7PlusMessages s7Plus = new S7PlusMessages();
    private final MmsMessages mms = new MmsMessages();

    /// A dissector for one reader.
    public TpktDissector() {}

    @Override
    public Protocol protocol() {
        return COTP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        COTP,
                        "ISO transport",
                        "RFC 1006, ITU-T X.224 class 0",
                        "connection requests with their transport selectors, and which protocol the data carries",
                        "a unit beyond its first packet, numbers of classes 1 to 4"),
                Coverage.industrial(
                        S7Messages.S7COMM,
                        "Siemens S7",
                        "none public; what its public descriptions agree on",
                        "jobs and user data requests as functions, errors as refusals, rack and slot, identity "
                                + "from the system status lists 0x0011 and 0x001c",
                        "values, block contents, indications beyond their being there, numeric controls, the name"
                                + " within a PI service"),
                Coverage.industrial(
                        S7PlusMessages.S7COMM_PLUS,
                        "Siemens S7",
                        "none public; what its public descriptions agree on",
                        "functions of requests in versions 1 to 3 with stops, program objects and subscriptions told "
                                + "apart, refusals, order number and firmware, station and application, versions, "
                                + "protection by digest or TLS",
                        "values, notifications, what is inside TLS"),
                Coverage.industrial(
                        MmsMessages.MMS,
                        "IEC 61850",
                        "ISO 9506, IEC 61850-8-1, IEC 60870-6 (ICCP)",
                        "recognition by the abstract syntax or the shape of a PDU, confirmed services as "
                                + "functions, errors as refusals, vendor, model and revision from Identify; by the names of "
                                + "IEC 61850 logical devices, reports, and whether a Write is a control, a setting or a "
                                + "report control block",
                        "values, further variables of one Write, data sets of reports, several PDUs in one session "
                                + "unit"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    /// Remote desktop and T.120 conferences open ISO transport too; they are told apart by what a connection request
    /// holds, and by their data.
    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!tpkt.wrap(bytes) || !tpkt.isPlausible()) {
            return Probe.NO;
        }
        if (bytes.length() < TpktView.MIN_LENGTH) {
            return Probe.UNSURE;
        }
        int start = tpkt.payload();
        if (!tpkt.isKnownType() || start > tpkt.messageLength()) {
            return Probe.NO;
        }
        if (tpkt.type() == TpktView.CONNECTION_REQUEST || tpkt.type() == TpktView.CONNECTION_CONFIRM) {
            boolean selectors = tpkt.parameter(CALLING_SELECTOR) > 0 || tpkt.parameter(CALLED_SELECTOR) > 0;
            return selectors ? Probe.YES : isRemoteDesktop(bytes) ? Probe.NO : Probe.UNSURE;
        }
        if (tpkt.type() != TpktView.DATA || !wrapPayload(bytes)) {
            return Probe.UNSURE;
        }
        return isKnown(payload) ? Probe.YES : Probe.UNSURE;
    }

    /// True if a cookie or a negotiation structure (8 bytes, little endian) stands in place of parameters.
    private static boolean isRemoteDesktop(ByteSlice bytes) {
        return bytes.startsWith(TpktView.PARAMETERS, "Cookie:")
                || (bytes.has(TpktView.PARAMETERS, 4) && bytes.u16le(TpktView.PARAMETERS + 2) == 8);
    }

    private static boolean isKnown(ByteSlice data) {
        return S7Messages.isS7(data) || S7PlusMessages.isS7Plus(data) || MmsMessages.isSession(data);
    }

    /// Sets `payload` to the data behind the unit's header; false if there is none.
    private boolean wrapPayload(ByteSlice bytes) {
        int start = tpkt.payload();
        int end = Math.min(tpkt.messageLength(), bytes.length());
        if (start >= end) {
            return false;
        }
        payload.wrap(bytes, start, end - start);
        return true;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!tpkt.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!tpkt.isPlausible()) {
            return MALFORMED;
        }
        int length = tpkt.messageLength();
        if (bytes.length() < length) {
            return NEED_MORE;
        }
        if (!tpkt.isKnownType()) {
            return MALFORMED;
        }
        if (tpkt.payload() > length) {
            observer.weird("header-length", 4);
        } else if (tpkt.type() == TpktView.CONNECTION_REQUEST) {
            int selector = tpkt.parameter(CALLED_SELECTOR);
            if (selector > 0 && bytes.u8(selector - 1) == 2) {
                s7.connectionAskedFor(bytes.u16(selector), observer);
            }
        } else if (tpkt.type() == TpktView.DATA) {
            data(bytes, observer);
        }
        return length;
    }

    /// A unit without data is passed over: stations acknowledge with it, and do not mark it as an end.
    private void data(ByteSlice bytes, Observer observer) {
        if (!wrapPayload(bytes)) {
            return;
        }
        long direction = observer.fromClient() ? FROM_CLIENT : FROM_SERVER;
        long state = observer.flowState();
        boolean continues = (state & direction) != 0;
        if (continues == tpkt.isEndOfUnit()) {
            observer.flowState(state ^ direction);
        }
        if (!continues) {
            carried(observer);
        }
    }

    private void carried(Observer observer) {
        if (S7Messages.isS7(payload)) {
            observer.protocol(S7Messages.S7COMM);
            s7.read(payload, observer);
        } else if (S7PlusMessages.isS7Plus(payload)) {
            observer.protocol(S7PlusMessages.S7COMM_PLUS);
            s7Plus.read(payload, observer);
        } else if (S7PlusMessages.isWrapped(payload, observer)) {
            s7Plus.readWrapped(observer);
        } else if (MmsMessages.isSession(payload) && mms.read(payload, observer)) {
            observer.protocol(MmsMessages.MMS);
        }
    }
}
