package org.zonewright.traffic.stp;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads bridge protocol data units: after protocol, version and type come flags, root id, cost and bridge id.
public final class StpDissector extends Dissector {
    public static final Protocol STP = Protocol.define("stp", StpDissector::describe);

    private static final Protocol GARP = Protocol.named("garp");
    private static final int PROTOCOL = 0; // u16, 0 = spanning tree, 1 = GARP
    private static final int TYPE = 3; // u8
    private static final int ROOT_MAC = 7; // 2 bytes of priority before it
    private static final int BRIDGE_MAC = 19;

    private static final int CONFIGURATION = 0x00;
    private static final int RAPID = 0x02;
    private static final int NOTIFICATION = 0x80;
    private static final int FLAGS = 4; // u8
    private static final int TOPOLOGY_CHANGE = 1; // in the flags

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case TOPOLOGY_CHANGE -> new Function("stp", text, "Topology Change", FunctionClass.ALARM);
            case NOTIFICATION -> new Function("stp", text, "Topology Change Notification", FunctionClass.ALARM);
            default -> Function.unknown("stp", text);
        };
    }

    /// A dissector for one reader.
    public StpDissector() {}

    @Override
    public Protocol protocol() {
        return STP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(
                Coverage.network(
                        STP,
                        "Spanning tree",
                        "IEEE 802.1D-2004 clause 9, IEEE 802.1Q-2018 clause 14",
                        "who is a bridge, its bridge address and the root it believes in, also as Cisco sends it "
                                + "per VLAN, changes of the topology as alarms",
                        "the regions of multiple spanning tree"),
                Coverage.recognised(GARP, Coverage.Area.NETWORK, "GARP", "IEEE 802.1D-2004 clause 12"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.LlcSap(0x42), new Binding.Snap(0x00000c, 0x010b));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int protocol = bytes.u16(PROTOCOL);
        if (protocol == 1) {
            observer.protocol(GARP);
            return bytes.length();
        }
        if (protocol != 0) {
            return MALFORMED;
        }
        int type = bytes.u8(TYPE);
        if (type == NOTIFICATION) {
            observer.request(STP, NOTIFICATION);
        } else if (type == CONFIGURATION || type == RAPID) {
            if ((bytes.u8(FLAGS) & TOPOLOGY_CHANGE) != 0) {
                observer.request(STP, TOPOLOGY_CHANGE);
            }
            bridge(bytes.u48(BRIDGE_MAC), bytes.u48(ROOT_MAC), observer);
        }
        return bytes.length();
    }

    private static void bridge(long bridge, long root, Observer observer) {
        long told = (bridge ^ (root << 16)) | 1;
        if (observer.flowState() == told) {
            return;
        }
        observer.flowState(told);
        observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "switch", Confidence.HIGH);
        say("stp.bridge", bridge, observer);
        say("stp.root", root, observer);
    }

    private static void say(String attribute, long mac, Observer observer) {
        observer.identity(Party.SENDER, new Attribute(attribute), new MacAddress(mac).toString(), Confidence.HIGH);
    }
}
