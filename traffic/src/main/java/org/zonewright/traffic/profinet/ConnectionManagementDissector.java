package org.zonewright.traffic.profinet;

import java.util.List;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Function;
import org.zonewright.facts.FunctionClass;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads PROFINET connection management: which operation a controller or a tool asks for, and what the records in it
/// say of the stations. Answers come from ports of their own, so content decides, not the port.
public final class ConnectionManagementDissector extends Dissector {
    /// The protocol, with its operations.
    public static final Protocol CM = Protocol.define("profinet-cm", ConnectionManagementDissector::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(34964), new Binding.AnyUdp());

    /// Five integers stand before the blocks of a request or an answer: status or maximum, length, and an array's
    /// head.
    private static final int BLOCKS = RpcView.HEADER + 20;

    private final RpcView rpc = new RpcView();

    /// A dissector for one reader.
    public ConnectionManagementDissector() {}

    @Override
    public Protocol protocol() {
        return CM;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                CM,
                "PROFINET",
                "IEC 61158-6-10",
                "operations of connection management as functions, the initiator's name and ids, "
                        + "identification records I&M 0 and 1",
                "later fragments of a call, encrypted connection management"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return rpc.wrap(bytes) && rpc.isProfinet() ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!rpc.wrap(bytes) || !rpc.isProfinet()) {
            return MALFORMED;
        }
        int type = rpc.type();
        if (type == RpcView.REQUEST && rpc.isFirstFragment()) {
            observer.request(CM, rpc.operation());
            CmBlocks.read(bytes, BLOCKS, observer);
        } else if (type == RpcView.RESPONSE && rpc.isFirstFragment()) {
            boolean refused = bytes.has(RpcView.HEADER, 4) && bytes.i32(RpcView.HEADER) != 0; // PROFINET status
            observer.answer(CM, rpc.operation(), refused);
            object(observer);
            CmBlocks.read(bytes, BLOCKS, observer);
        } else if (type == RpcView.FAULT || type == RpcView.REJECT) {
            observer.answer(CM, rpc.operation(), true);
        }
        return bytes.length();
    }

    private void object(Observer observer) {
        if (rpc.hasObject()) {
            observer.number(Party.SENDER, DcpBlocks.VENDOR_ID, rpc.objectVendor(), Confidence.HIGH);
            observer.number(Party.SENDER, DcpBlocks.DEVICE_ID, rpc.objectDevice(), Confidence.HIGH);
        }
    }

    private static Function describe(int code) {
        String text = Integer.toString(code);
        return switch (code) {
            case 0 -> new Function("profinet-cm", text, "Connect", FunctionClass.SESSION);
            case 1 -> new Function("profinet-cm", text, "Release", FunctionClass.SESSION);
            case 2 -> new Function("profinet-cm", text, "Read", FunctionClass.READ);
            case 3 -> new Function("profinet-cm", text, "Write", FunctionClass.CONFIGURE);
            case 4 -> new Function("profinet-cm", text, "Control", FunctionClass.SESSION);
            case 5 -> new Function("profinet-cm", text, "Read Implicit", FunctionClass.READ);
            default -> Function.unknown("profinet-cm", text);
        };
    }
}
