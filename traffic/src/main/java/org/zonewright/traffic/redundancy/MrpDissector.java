package org.zonewright.traffic.redundancy;

import static org.zonewright.facts.FunctionClass.ALARM;
import static org.zonewright.facts.FunctionClass.DIAGNOSE;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads frames of the ring protocol: u16 version, then blocks of u8 type, u8 length and value, ended by type 0.
public final class MrpDissector extends Dissector {
    private static final Protocol MRP = Protocol.define("mrp", MrpDissector::describe);

    private static final int HEADER = 2; // bytes
    private static final int END = 0;
    private static final int COMMON = 1; // u16 sequence, 16 bytes of domain
    private static final int TEST = 2; // u16 priority, 6 bytes sender, u16 port role, u16 ring state, …
    private static final int TOPOLOGY_CHANGE = 3;
    private static final int LINK_DOWN = 4;
    private static final int LINK_UP = 5;
    private static final int MAX_BLOCKS = 8;

    private static final int RING_STATE = 10;
    private static final int DOMAIN = 2;

    /// The flow's state: the sender was told, and the ring's state + 1 above it.
    private static final long TOLD = 1;

    private static final long TOLD_DOMAIN = 2;

    private static final Attribute ROLE = new Attribute("mrp.role");
    private static final Attribute RING = new Attribute("mrp.ring");
    private static final Attribute RING_DOMAIN = new Attribute("mrp.domain");

    /// A dissector for one reader.
    public MrpDissector() {}

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case TEST -> new Function("mrp", text, "Test", DIAGNOSE);
            case TOPOLOGY_CHANGE -> new Function("mrp", text, "Topology Change", ALARM);
            case LINK_DOWN -> new Function("mrp", text, "Link Down", ALARM);
            case LINK_UP -> new Function("mrp", text, "Link Up", ALARM);
            default -> Function.unknown("mrp", text);
        };
    }

    @Override
    public Protocol protocol() {
        return MRP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                MRP,
                "MRP",
                "IEC 62439-2",
                "managers and clients of rings, domain and state of a ring, changes of links as " + "alarms",
                "interconnected rings"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.EtherType(0x88e3));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.u16(0) != 1) {
            return MALFORMED;
        }
        int at = HEADER;
        for (int i = 0; i < MAX_BLOCKS && bytes.has(at, 2) && bytes.u8(at) != END; i++) {
            int type = bytes.u8(at);
            if (type == COMMON) {
                domain(bytes, at + 2, observer);
            } else {
                observer.request(MRP, type);
                sender(type, bytes, at + 2, observer);
            }
            at += 2 + bytes.u8(at + 1);
        }
        return bytes.length();
    }

    /// Only the manager tests the ring, and only clients report links.
    private static void sender(int type, ByteSlice bytes, int at, Observer observer) {
        long state = observer.flowState();
        if (type == TEST) {
            long ring = TOLD | ((bytes.u16(at + RING_STATE) + 1L) << 8);
            if ((state & ~TOLD_DOMAIN) != ring) {
                observer.flowState(ring | (state & TOLD_DOMAIN));
                observer.identity(Party.SENDER, ROLE, "manager", Confidence.HIGH);
                boolean closed = bytes.u16(at + RING_STATE) == 1;
                observer.identity(Party.SENDER, RING, closed ? "closed" : "open", Confidence.HIGH);
            }
        } else if ((type == LINK_DOWN || type == LINK_UP) && (state & TOLD) == 0) {
            observer.flowState(state | TOLD);
            observer.identity(Party.SENDER, ROLE, "client", Confidence.HIGH);
        }
    }

    private static void domain(ByteSlice bytes, int at, Observer observer) {
        if ((observer.flowState() & TOLD_DOMAIN) == 0) {
            observer.flowState(observer.flowState() | TOLD_DOMAIN);
            observer.identity(Party.SENDER, RING_DOMAIN, bytes.hex(at + DOMAIN, 16), Confidence.HIGH);
        }
    }
}
