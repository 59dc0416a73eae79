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
public final class OspfDissector extends Dissector {
    private static final Protocol OSPF = Protocol.named("ospf");

    private static final int VERSION = 0;
    private static final int TYPE = 1; // 1 = hello
    private static final int ROUTER = 4;
    private static final int AREA = 8;
    private static final int AUTHENTICATION = 14; // u16, of version 2
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
                "RFC 2328, RFC 5340",
                "who is a router, its id and area, the network and the kind of authentication of a hello",
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
            say("ospf.router-id", new Ipv4Address(bytes.i32(ROUTER)).toString(), observer);
            say("ospf.area", new Ipv4Address(bytes.i32(AREA)).toString(), observer);
            if (version == 2) {
                say("ospf.authentication", authentication(bytes.u16(AUTHENTICATION)), observer);
            }
            if (version == 2 && observer.source() instanceof Ipv4Address source) {
                network(source.bits(), bytes.i32(HELLO_MASK), observer);
            }
            observer.flowState(1);
        }
        return bytes.length();
    }

    private static void say(String attribute, String value, Observer observer) {
        observer.identity(Party.SENDER, new Attribute(attribute), value, Confidence.HIGH);
    }

    private static String authentication(int type) {
        return switch (type) {
            case 0 -> "none";
            case 1 -> "password in clear";
            case 2 -> "cryptographic";
            default -> "";
        };
    }

    private static void network(int address, int mask, Observer observer) {
        int length = Integer.bitCount(mask);
        if (length > 0 && length < 32 && mask == -1 << (32 - length)) {
            observer.identity(
                    Party.SENDER, Attribute.NETWORK, new Ipv4Address(address & mask) + "/" + length, Confidence.HIGH);
        }
    }
}
