package org.zonewright.traffic.lacp;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads the protocols that share the EtherType of slow protocols (IEEE 802.3-2018, annex 57A), told apart by their
/// first byte.
public final class SlowProtocolDissector extends Dissector {
    private static final Protocol LACP = Protocol.named("lacp");
    private static final Protocol OAM = Protocol.named("ethernet-oam");
    private static final Protocol OTHER = Protocol.named("slow-protocol");

    private static final int LINK_AGGREGATION = 1;
    private static final int MARKER = 2;
    private static final int OPERATIONS = 3;

    /// Two blocks of u8 type, u8 length 20, u16 priority, 6 bytes of system, u16 key, u16 priority, u16 port, u8
    /// state.
    private static final int ACTOR = 2;

    private static final int PARTNER = 22;
    private static final int BLOCK = 0x14; // the length of both
    private static final int SYSTEM = 4;
    private static final int PORT = 14;

    private static final Attribute OWN_SYSTEM = new Attribute("lacp.system");
    private static final Attribute NEIGHBOUR = new Attribute("neighbour");

    /// A dissector for one reader.
    public SlowProtocolDissector() {}

    @Override
    public Protocol protocol() {
        return OTHER;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.network(
                        LACP,
                        "LACP",
                        "IEEE 802.1AX-2020",
                        "the sender's system, with whom it aggregates links and on which port",
                        "states of ports"),
                Coverage.recognised(OAM, Coverage.Area.NETWORK, "Ethernet OAM", "IEEE 802.3-2018 clause 57"),
                Coverage.recognised(OTHER, Coverage.Area.NETWORK, "Slow protocols", "IEEE 802.3-2018 annex 57A"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.EtherType(0x8809));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        switch (bytes.u8(0)) {
            case LINK_AGGREGATION -> {
                observer.protocol(LACP);
                aggregation(bytes, observer);
            }
            case MARKER -> observer.protocol(LACP);
            case OPERATIONS -> observer.protocol(OAM);
            default -> {}
        }
        return bytes.length();
    }

    private static void aggregation(ByteSlice bytes, Observer observer) {
        if (bytes.u16(ACTOR) != (0x0100 | BLOCK) || bytes.u16(PARTNER) != (0x0200 | BLOCK)) {
            return;
        }
        long partner = bytes.u48(PARTNER + SYSTEM);
        int port = bytes.u16(PARTNER + PORT);
        long told = (partner << 16) | port | 1L << 63;
        if (observer.flowState() == told) {
            return;
        }
        observer.flowState(told);
        MacAddress system = new MacAddress(bytes.u48(ACTOR + SYSTEM));
        observer.identity(Party.SENDER, OWN_SYSTEM, system.toString(), Confidence.HIGH);
        MacAddress other = new MacAddress(partner);
        if (other.isStation()) {
            String text = other + " port " + port + " at port " + bytes.u16(ACTOR + PORT);
            observer.identity(Party.SENDER, NEIGHBOUR, text, Confidence.HIGH);
        }
    }
}
