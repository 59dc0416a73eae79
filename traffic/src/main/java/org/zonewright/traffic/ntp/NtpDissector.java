package org.zonewright.traffic.ntp;

import static org.zonewright.facts.FunctionClass.DIAGNOSE;
import static org.zonewright.facts.FunctionClass.TIME;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads the first byte of NTP messages: leap indicator, version, mode.
public final class NtpDissector extends Dissector {
    private static final Protocol NTP = Protocol.define("ntp", NtpDissector::describe);

    private static final int LENGTH = 48; // bytes, at least
    private static final int SYMMETRIC = 1;
    private static final int CLIENT = 3;
    private static final int SERVER = 4;
    private static final int BROADCAST = 5;
    private static final int CONTROL = 6;
    private static final int PRIVATE = 7;
    private static final int STRATUM = 1; // u8, 1 to 15 if there is time to give
    private static final int REFERENCE = 12; // a source's four letters at stratum 1, an IPv4 address above

    private static final Attribute STRATUM_TOLD = new Attribute("ntp.stratum");
    private static final Attribute REFERENCE_TOLD = new Attribute("ntp.reference");

    /// A dissector for one reader.
    public NtpDissector() {}

    /// Where the server has its time from (RFC 5905, 7.3): over IPv6 the value above stratum 1 is only a hash.
    private static String reference(ByteSlice bytes, int stratum, Observer observer) {
        int value = bytes.i32(REFERENCE);
        if (stratum == 1) {
            return bytes.latin1(REFERENCE, 4);
        }
        Ipv4Address address = new Ipv4Address(value);
        return observer.source() instanceof Ipv4Address && address.isStation() ? address.toString() : "";
    }

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case SYMMETRIC -> new Function("ntp", text, "Symmetric", TIME);
            case CLIENT -> new Function("ntp", text, "Client", TIME);
            case CONTROL -> new Function("ntp", text, "Control", DIAGNOSE);
            default -> Function.unknown("ntp", text);
        };
    }

    @Override
    public Protocol protocol() {
        return NTP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                NTP,
                "NTP",
                "RFC 5905",
                "who asks for time and who gives it, its stratum and where it has the time from",
                "control and private modes beyond their name, authentication"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(123));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int version = (bytes.u8(0) >>> 3) & 7;
        int mode = bytes.u8(0) & 7;
        if (version < 1 || version > 4 || mode == 0) {
            return Probe.NO;
        }
        return bytes.length() >= LENGTH || (mode >= CONTROL && bytes.length() >= 8) ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        int mode = bytes.u8(0) & 7;
        if (mode == CLIENT || mode == SYMMETRIC || (mode == CONTROL && bytes.u8(1) >>> 7 == 0)) {
            observer.request(NTP, mode);
        } else if (mode == SERVER || mode == BROADCAST) {
            observer.answer(NTP, CLIENT, false);
            int stratum = bytes.u8(STRATUM);
            if (stratum >= 1 && stratum <= 15 && observer.flowState() == 0) {
                observer.flowState(1);
                observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "time-server", Confidence.HIGH);
                observer.number(Party.SENDER, STRATUM_TOLD, stratum, Confidence.HIGH);
                observer.identity(Party.SENDER, REFERENCE_TOLD, reference(bytes, stratum, observer), Confidence.HIGH);
            }
        } else if (mode == PRIVATE && observer.flowState() == 0) {
            observer.flowState(2);
        }
        return bytes.length();
    }
}
