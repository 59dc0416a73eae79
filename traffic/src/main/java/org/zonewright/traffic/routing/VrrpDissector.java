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

/// Reads the announcements of redundant routers by VRRP: version and type share a byte, then group, priority, count.
public final class VrrpDissector extends Dissector {
    static final Attribute VIRTUAL_ADDRESS = new Attribute("router.virtual-address");

    static final Attribute VIRTUAL_GROUP = new Attribute("router.virtual-group");

    private static final Protocol VRRP = Protocol.named("vrrp");
    private static final int GROUP = 1;
    private static final int PRIORITY = 2; // 255 owns the address
    private static final int COUNT = 3;
    private static final int ADDRESSES = 8;
    private static final int MAX_ADDRESSES = 32;

    /// A dissector for one reader.
    public VrrpDissector() {}

    @Override
    public Protocol protocol() {
        return VRRP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                VRRP,
                "VRRP",
                "RFC 3768, RFC 9568",
                "who is a router, the group with its priority and the address that redundant routers share",
                "passwords"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.IpProtocol(112));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int first = bytes.u8(0);
        if (first != 0x21 && first != 0x31) {
            return MALFORMED;
        }
        int group = bytes.u8(GROUP);
        long told = 1L << (group & 63); // groups that share a bit are rare: the second one is not told
        if ((observer.flowState() & told) == 0 && observer.source() instanceof Ipv4Address) {
            observer.flowState(observer.flowState() | told);
            String text = group + " priority " + bytes.u8(PRIORITY);
            observer.identity(Party.SENDER, VIRTUAL_GROUP, text, Confidence.HIGH);
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "router", Confidence.HIGH);
            int count = Math.min(bytes.u8(COUNT), MAX_ADDRESSES);
            for (int i = 0; i < count; i++) {
                Ipv4Address shared = new Ipv4Address(bytes.i32(ADDRESSES + 4 * i));
                observer.identity(Party.SENDER, VIRTUAL_ADDRESS, shared.toString(), Confidence.HIGH);
            }
        }
        return bytes.length();
    }
}
