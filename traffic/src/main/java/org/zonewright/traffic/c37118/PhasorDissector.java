package org.zonewright.traffic.c37118;

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

/// Reads synchrophasor frames: what is asked of measuring units, what they send, who they are.
///
/// A frame answers the command that asks for it; the flow's state keeps the last command that is not answered yet.
public final class PhasorDissector extends Dissector {
    /// The protocol, with its frame types and commands.
    public static final Protocol C37118 = Protocol.define("c37118", PhasorFunctions::describe);

    private static final List<Binding> BINDINGS =
            List.of(new Binding.TcpPort(4712), new Binding.UdpPort(4713), new Binding.AnyTcp(), new Binding.AnyUdp());
    private static final Attribute STREAM_ID = new Attribute("c37118.stream-id");
    private static final int LONGEST_TEXT = 1024; // bytes of a header frame that are told

    private final PhasorFrame frame = new PhasorFrame();

    /// A dissector for one reader.
    public PhasorDissector() {}

    @Override
    public Protocol protocol() {
        return C37118;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                C37118,
                "IEEE C37.118",
                "IEEE C37.118.2-2011",
                "frame types and commands as functions, ids of streams and stations, station names of "
                        + "configuration frames 1 to 3, the text of header frames",
                "measured values, later parts of a configuration frame 3, the check"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean sure = frame.wrap(bytes) && frame.isPlausible() && frame.isChained();
        return sure ? Probe.YES : Probe.NO;
    }

    /// A configuration frame may be as long as its length field allows.
    @Override
    public int maxBuffered() {
        return 1 << 16;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!frame.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!frame.isPlausible()) {
            return MALFORMED;
        }
        int type = frame.type();
        int size = frame.size();
        if (type != PhasorFunctions.DATA && size > bytes.length()) {
            return NEED_MORE;
        }
        if (type == PhasorFunctions.COMMAND) {
            int command = frame.command();
            observer.request(C37118, PhasorFunctions.command(command));
            observer.number(Party.RECEIVER, STREAM_ID, frame.id(), Confidence.MEDIUM);
            observer.flowState(command);
            return size;
        }
        observer.request(C37118, type);
        int asked = PhasorFunctions.asked(type);
        if (observer.flowState() == asked) {
            observer.answer(C37118, PhasorFunctions.command(asked), false);
            observer.flowState(0);
        }
        observer.number(Party.SENDER, STREAM_ID, frame.id(), Confidence.HIGH);
        content(type, bytes, size - PhasorFrame.CHECK, observer);
        return size;
    }

    private static void content(int type, ByteSlice bytes, int end, Observer observer) {
        switch (type) {
            case PhasorFunctions.HEADER -> {
                int length = Math.min(end - PhasorFrame.CONTENT, LONGEST_TEXT);
                String text = bytes.utf8(PhasorFrame.CONTENT, length);
                observer.identity(Party.SENDER, Attribute.DESCRIPTION, text, Confidence.MEDIUM);
            }
            case PhasorFunctions.CONFIGURATION_1, PhasorFunctions.CONFIGURATION_2 ->
                Configuration.fixed(bytes, end, observer);
            case PhasorFunctions.CONFIGURATION_3 -> Configuration.variable(bytes, end, observer);
            default -> {
                // Measured values.
            }
        }
    }
}
