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

/// Names routers by what only routers send: EIGRP and PIM hellos.
public final class RouterHelloDissector extends Dissector {
    private static final Protocol EIGRP = Protocol.named("eigrp");
    private static final Protocol PIM = Protocol.named("pim");
    private static final int EIGRP_HELLO = 0x0205; // version 2, opcode 5
    private static final int PIM_HELLO = 0x20; // version 2, type 0

    private final Protocol protocol;

    private RouterHelloDissector(Protocol protocol) {
        this.protocol = protocol;
    }

    /// A dissector of EIGRP for one reader.
    public static RouterHelloDissector eigrp() {
        return new RouterHelloDissector(EIGRP);
    }

    /// A dissector of PIM for one reader.
    public static RouterHelloDissector pim() {
        return new RouterHelloDissector(PIM);
    }

    @Override
    public Protocol protocol() {
        return protocol;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                protocol == PIM
                        ? Coverage.network(PIM, "PIM", "RFC 7761", "who is a router", "groups and trees")
                        : Coverage.network(EIGRP, "EIGRP", "RFC 7868", "who is a router", "routes"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.IpProtocol(protocol == PIM ? 103 : 88));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        boolean hello = protocol == PIM ? bytes.u8(0) == PIM_HELLO : bytes.u16(0) == EIGRP_HELLO;
        if (hello && observer.flowState() == 0) {
            observer.flowState(1);
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "router", Confidence.HIGH);
        }
        return bytes.length();
    }
}
