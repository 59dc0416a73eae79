package org.zonewright.traffic.rtps;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads RTPS messages (2.5, 8.3 and 9.4):
///
///     0 "RTPS"   4 version   6 vendor   8 prefix of the sender's ids   20 submessages
///     submessage: 0 kind   1 flags, the lowest says that the low byte is first   2 length of what follows
///     data: 4 flags   6 bytes up to the quality of service   8 reader   12 writer   16 sequence   24 content
public final class RtpsDissector extends Dissector {
    private static final Protocol RTPS = Protocol.define("rtps", RtpsDissector::describe);

    private static final int VENDOR = 6; // u8 each: organisation, number
    private static final int PREFIX = 8;
    private static final int HEADER = 20;
    private static final int SHORTEST = 16; // a ping of RTI's implementation
    private static final int MAX_SUBMESSAGES = 32;

    private static final int DATA = 0x15;
    private static final int FRAGMENT = 0x16;
    private static final int LITTLE = 0x01;
    private static final int HAS_QUALITY = 0x02;
    private static final int WRITER = 12;
    private static final int TO_QUALITY = 8; // where the count of bytes up to the quality of service counts from

    private static final int PARTICIPANT = 0x100;
    private static final int ENDPOINT = 0x101;
    private static final int PARTICIPANT_WRITER = 0x0001_00c2;
    private static final int IS_BUILT_IN = 0xc0;
    private static final int PARAMETERS_BIG = 2;
    private static final int PARAMETERS_LITTLE = 3;
    private static final int RTI = 0x0101;

    private static final Attribute VENDOR_ID = new Attribute("rtps.vendor-id");
    private static final Attribute IMPLEMENTATION = new Attribute("rtps.implementation");
    private static final Attribute GUID_PREFIX = new Attribute("rtps.guid-prefix");

    /// A dissector for one reader.
    public RtpsDissector() {}

    /// What data does is up to the application, so it is not said.
    private static Function describe(int code) {
        return switch (code) {
            case PARTICIPANT -> new Function("rtps", "participant", "Announce Participant", FunctionClass.DISCOVER);
            case ENDPOINT -> new Function("rtps", "endpoint", "Announce Endpoint", FunctionClass.DISCOVER);
            case DATA, FRAGMENT -> new Function("rtps", "data", "Data", FunctionClass.UNKNOWN);
            default -> Function.unknown("rtps", Integer.toString(code));
        };
    }

    @Override
    public Protocol protocol() {
        return RTPS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                RTPS,
                "DDS",
                "OMG DDSI-RTPS 2.5",
                "announcements of participants and endpoints and data as functions, implementation, prefix, "
                        + "domain and name of participants, what RTI's tells of host and account",
                "topics and types, data, RTPS over TCP, what DDS Security encrypts"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(7400), new Binding.AnyUdp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.u8(0) == 'R' && isMessage(bytes) ? Probe.YES : Probe.NO;
    }

    private static boolean isMessage(ByteSlice bytes) {
        return bytes.has(0, SHORTEST) && bytes.startsWith(0, "RTPS") && bytes.u8(4) <= 2;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int at = HEADER;
        for (int i = 0; i < MAX_SUBMESSAGES && bytes.has(at, 4); i++) {
            boolean little = (bytes.u8(at + 1) & LITTLE) != 0;
            int length = little ? bytes.u16le(at + 2) : bytes.u16(at + 2);
            int kind = bytes.u8(at);
            int end = length == 0 ? bytes.length() : Math.min(at + 4 + length, bytes.length());
            if ((kind == DATA || kind == FRAGMENT) && bytes.has(at + WRITER, 4)) {
                data(bytes, at, end, little, observer);
            }
            at = end;
        }
        return bytes.length();
    }

    private static void data(ByteSlice bytes, int at, int end, boolean little, Observer observer) {
        int writer = bytes.i32(at + WRITER);
        if ((writer & IS_BUILT_IN) != IS_BUILT_IN) {
            observer.request(RTPS, DATA);
        } else if (writer != PARTICIPANT_WRITER) {
            observer.request(RTPS, ENDPOINT);
        } else {
            observer.request(RTPS, PARTICIPANT);
            if (bytes.u8(at) == DATA) {
                participant(bytes, at, end, little, observer);
            }
        }
    }

    private static void participant(ByteSlice bytes, int at, int end, boolean little, Observer observer) {
        int vendor = bytes.u16(VENDOR);
        observer.number(Party.SENDER, VENDOR_ID, vendor, Confidence.HIGH);
        observer.identity(Party.SENDER, IMPLEMENTATION, implementation(vendor), Confidence.HIGH);
        observer.identity(Party.SENDER, GUID_PREFIX, bytes.hex(PREFIX, HEADER - PREFIX), Confidence.HIGH);
        int content = at + TO_QUALITY + (little ? bytes.u16le(at + 6) : bytes.u16(at + 6));
        if ((bytes.u8(at + 1) & HAS_QUALITY) != 0) {
            content = Participant.skip(bytes, content, end, little);
        }
        if (content + 4 > end) {
            return;
        }
        int kind = bytes.u16(content);
        if (kind == PARAMETERS_LITTLE || kind == PARAMETERS_BIG) {
            new Participant(bytes, kind == PARAMETERS_LITTLE, observer).tell(content + 4, end, vendor == RTI);
        }
    }

    private static String implementation(int vendor) {
        return switch (vendor) {
            case RTI -> "RTI Connext";
            case 0x0102 -> "OpenSplice";
            case 0x0103 -> "OpenDDS";
            case 0x0106 -> "CoreDX";
            case 0x010a -> "RTI Connext Micro";
            case 0x010f -> "Fast DDS";
            case 0x0110 -> "Cyclone DDS";
            default -> "";
        };
    }
}
