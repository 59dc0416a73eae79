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

/// Reads the hellos of redundant routers by HSRP, versions 1 and 2.
public final class HsrpDissector extends Dissector {
    private static final Protocol HSRP = Protocol.named("hsrp");

    private static final int LENGTH_1 = 20; // bytes of version 1, the virtual address last
    private static final int PRIORITY_1 = 5;
    private static final int GROUP_1 = 6;
    private static final int VIRTUAL_1 = 16;
    private static final int ADVERTISE = 3; // opcode of a message without an address
    private static final int LENGTH_ADVERTISE = 8;
    private static final int GROUP_STATE = 0x0128; // version 2: type 1, 40 bytes
    private static final int GROUP_2 = 6; // u16
    private static final int PRIORITY_2 = 14; // u32
    private static final int VIRTUAL_2 = 26; // behind type, length and 24 bytes

    /// A dissector for one reader.
    public HsrpDissector() {}

    @Override
    public Protocol protocol() {
        return HSRP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                HSRP,
                "HSRP",
                "RFC 2281, and version 2 as Cisco's documents describe it",
                "who is a router, the group with its priority and the address that redundant routers share",
                "passwords"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(1985), new Binding.UdpPort(2029));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean hello = bytes.length() >= LENGTH_1 && bytes.u8(1) < ADVERTISE;
        boolean one = bytes.u8(0) == 0 && (hello || (bytes.u8(1) == ADVERTISE && bytes.length() >= LENGTH_ADVERTISE));
        boolean two = bytes.length() >= 42 && bytes.u16(0) == GROUP_STATE && bytes.u8(2) == 2;
        return (one || two) && observer.sourcePort() == observer.destinationPort() ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        boolean hello = bytes.u8(0) != 0 || bytes.u8(1) == 0;
        if (hello && observer.flowState() == 0) {
            observer.flowState(1);
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "router", Confidence.HIGH);
            boolean old = bytes.u8(0) == 0;
            String group = old
                    ? bytes.u8(GROUP_1) + " priority " + bytes.u8(PRIORITY_1)
                    : bytes.u16(GROUP_2) + " priority " + bytes.u32(PRIORITY_2);
            observer.identity(Party.SENDER, VrrpDissector.VIRTUAL_GROUP, group, Confidence.HIGH);
            Ipv4Address shared = new Ipv4Address(bytes.i32(old ? VIRTUAL_1 : VIRTUAL_2));
            if (shared.isStation()) {
                observer.identity(Party.SENDER, VrrpDissector.VIRTUAL_ADDRESS, shared.toString(), Confidence.HIGH);
            }
        }
        return bytes.length();
    }
}
