package org.zonewright.traffic.routing;

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

/// Reads RIP: command, version, two bytes of zero (or a routing domain), entries of 20 bytes.
public final class RipDissector extends Dissector {
    private static final Protocol RIP = Protocol.named("rip");
    private static final int PORT = 520;
    private static final int ENTRY = 20;
    private static final int HEADER = 4;
    private static final int RESPONSE = 2;

    /// A dissector for one reader.
    public RipDissector() {}

    @Override
    public Protocol protocol() {
        return RIP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(RIP, "RIP", "RFC 2453", "who is a router", "routes, passwords"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(PORT));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int entries = bytes.length() - HEADER;
        boolean shaped = entries >= ENTRY
                && entries % ENTRY == 0
                && bytes.u16(2) == 0
                && bytes.u8(0) >= 1
                && bytes.u8(0) <= RESPONSE
                && bytes.u8(1) >= 1
                && bytes.u8(1) <= 2;
        return shaped ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        if (bytes.u8(0) == RESPONSE && observer.sourcePort() == PORT && observer.flowState() == 0) {
            observer.flowState(1);
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "router", Confidence.HIGH);
        }
        return bytes.length();
    }
}
