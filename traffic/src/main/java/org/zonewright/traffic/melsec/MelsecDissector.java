package org.zonewright.traffic.melsec;

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

/// Reads SLMP messages: commands, answers, the controller's model. Answers do not repeat the command, so the last one
/// asked for is kept with the flow.
public final class MelsecDissector implements Dissector {
    /// The protocol, with its commands.
    public static final Protocol MELSEC = Protocol.define("melsec", MelsecFunctions::describe);

    private static final int READ_MODEL = 0x0101;
    private static final int MODEL_BYTES = 16;
    private static final long ASKED = 1L << 16;

    private final SlmpView view = new SlmpView();

    /// A dissector for one reader.
    public MelsecDissector() {}

    @Override
    public Protocol protocol() {
        return MELSEC;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                MELSEC,
                "MELSEC",
                "Mitsubishi SH-080008, SH-080956 (MC protocol and SLMP, binary frames 3E and 4E)",
                "commands as functions, refused answers, the model from Read CPU Model; the engineering "
                        + "tool's dialogue by name",
                "frames in ASCII, frames 1E, values"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.AnyTcp(), new Binding.AnyUdp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean whole = view.wrap(bytes) && view.isPlausible() && view.messageLength() == bytes.length();
        return whole ? Probe.YES : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!view.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!view.isPlausible()) {
            return MALFORMED;
        }
        int length = view.messageLength();
        if (!view.isAnswer()) {
            observer.request(MELSEC, view.command());
            observer.flowState(ASKED | view.command());
            return length;
        }
        long state = observer.flowState();
        if (state == 0) {
            return length;
        }
        int command = (int) state & 0xffff;
        if (command == READ_MODEL && length > bytes.length()) {
            return NEED_MORE;
        }
        observer.answer(MELSEC, command, view.endCode() != 0);
        if (command == READ_MODEL && view.endCode() == 0 && length >= view.data() + MODEL_BYTES) {
            observer.identity(Party.SENDER, Attribute.VENDOR, "Mitsubishi Electric", Confidence.HIGH);
            observer.identity(Party.SENDER, Attribute.MODEL, bytes.latin1(view.data(), MODEL_BYTES), Confidence.HIGH);
        }
        return length;
    }
}
