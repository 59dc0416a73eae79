package org.zonewright.traffic.iec61850;

import java.util.List;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads routable GOOSE and sampled values over UDP (IEC 61850-8-1, annex G; before, IEC TR 61850-90-5):
/// connectionless transport, session, then payloads of which the first is read.
///
///     0 transport 01 40   2 session type   3 length of the session header   then, behind it:
///     0 length of payloads   4 payload type   5 simulation   6 application id   8 length   10 PDU
public final class RoutableDissector extends Dissector {
    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(102), new Binding.AnyUdp());

    private static final int TRANSPORT = 0x0140;
    private static final int SESSION = 2; // u8
    private static final int SESSION_GOOSE = 0xa1;
    private static final int SESSION_SAMPLED_VALUES = 0xa2;
    private static final int SESSION_LENGTH = 3; // u8
    private static final int SESSION_HEADER = 4;
    private static final int COMMON_HEADER = 0x80; // first parameter of the session header
    private static final int APP_ID = 6;
    private static final int PDU = 10;

    private final PublishedData data = new PublishedData();

    /// A dissector for one reader.
    public RoutableDissector() {}

    @Override
    public Protocol protocol() {
        return PublishedData.GOOSE;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.industrial(
                        PublishedData.GOOSE,
                        "IEC 61850",
                        "IEC 61850-8-1 edition 2.1, annexes A, C and G; IEC TR 61850-90-5",
                        "application id, control block, data set, identifier, configuration revision, simulation and "
                                + "commissioning flags, jumps of state and sequence numbers, as frames and over UDP",
                        "values, security parameters (IEC 62351-6), encrypted routable messages"),
                Coverage.industrial(
                        PublishedData.SAMPLED_VALUES,
                        "IEC 61850",
                        "IEC 61850-9-2 edition 2.1; IEC TR 61850-90-5",
                        "application id, identifiers, data set and configuration revision, jumps of the sample count, as "
                                + "frames and over UDP",
                        "samples, security parameters (IEC 62351-6), encrypted routable messages"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isRoutable(bytes) ? Probe.YES : Probe.NO;
    }

    private static boolean isRoutable(ByteSlice bytes) {
        return bytes.has(0, SESSION_HEADER + 1)
                && bytes.u16(0) == TRANSPORT
                && (bytes.u8(SESSION) == SESSION_GOOSE || bytes.u8(SESSION) == SESSION_SAMPLED_VALUES)
                && bytes.u8(SESSION_HEADER) == COMMON_HEADER;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isRoutable(bytes)) {
            return MALFORMED;
        }
        int payload = SESSION_HEADER + bytes.u8(SESSION_LENGTH);
        int appId = bytes.u16(payload + APP_ID);
        boolean read;
        if (bytes.u8(SESSION) == SESSION_GOOSE) {
            read = data.goose(bytes, payload + PDU, appId, observer);
        } else {
            observer.protocol(PublishedData.SAMPLED_VALUES);
            read = data.sampledValues(bytes, payload + PDU, appId, observer);
        }
        if (!read) {
            observer.weird("pdu", payload + PDU); // encrypted, or no PDU
        }
        return bytes.length();
    }
}
