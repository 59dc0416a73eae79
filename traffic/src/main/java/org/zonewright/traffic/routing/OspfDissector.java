package org.zonewright.traffic.routing;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads OSPF hellos: who is a router, and on which network.
public final class OspfDissector implements Dissector {
    private static final Protocol OSPF = Protocol.named("ospf");

    private static final int VERSION = 0;
    private static final int TYPE = 1; // 1 = hello
    private static final int ROUTER_ID = 4; // 4 bytes, written like an address
    private static final Attribute ROUTER = new Attribute("ospf.router-id");
    private static final int HELLO_MASK = 24; // behind the header, 4 bytes

    /// A dissector for one reader.
    public OspfDissector() {}

    @Override
    public Protocol protocol() {
        return OSPF;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                OSPF,
                "OSPF",
                "RFC 2328",
                "who is a router, its router id, the network of a hello",
                "routes, passwords"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.IpProtocol(89));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int version = bytes.u8(VERSION);
        if (version != 2 && version != 3) {
            return MALFORMED;
        }
        if (bytes.u8(TYPE) == 1 && observer.flowState() == 0) {
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "router", Confidence.HIGH);
            int router = bytes.i32(ROUTER_ID);
            if (router != 0) {
                observer.identity(Party.SENDER, ROUTER, new Ipv4Address(router).toString(), Confidence.HIGH);
            }
            if (version == 2 && observer.source() instanceof Ipv4Address source) {
                network(source.bits(), bytes.i32(HELLO_MASK), observer);
            }
            observer.flowState(1);
        }
        return bytes.length();
    }

    private static void network(int address, int mask, Observer observer) {
        int length = Integer.bitCount(mask);
        if (length > 0 && length < 32 && mask == -1 << (32 - length)) {
            observer.identity(
                    Party.SENDER, Attribute.NETWORK, new Ipv4Address(address & mask) + "/" + length, Confidence.HIGH);
        }
    }
}
