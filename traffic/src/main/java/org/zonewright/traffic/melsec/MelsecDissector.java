package org.zonewright.traffic.melsec;

import java.util.ArrayList;
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

/// Reads SLMP messages, their older forms and those of the engineering tool: commands, answers, the controller's
/// model. Answers do not repeat the command, so the last one asked for is kept with the flow.
public final class MelsecDissector extends Dissector {
    /// The protocol, with its commands.
    public static final Protocol MELSEC = Protocol.define("melsec", MelsecFunctions::describe);

    private static final int FIRST_PORT = 5000;
    private static final int LAST_PORT = 5012;
    private static final int MODEL_BYTES = 16;
    private static final long ASKED = 1L << 16;

    private final SlmpView binary = new SlmpView();
    private final AsciiSlmpView ascii = new AsciiSlmpView();

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
                "Mitsubishi SH-080008, SH-080956 (MC protocol and SLMP, frames 3E and 4E in binary and ASCII, 1E "
                        + "on ports 5000 to 5012)",
                "commands as functions, refused answers, the model from Read CPU Model and from the engineering "
                        + "tool's search",
                "values, file names, the type code of frames 1E, all else of the engineering tool's dialogue"));
    }

    @Override
    public List<Binding> bindings() {
        List<Binding> bindings = new ArrayList<>(List.of(new Binding.AnyTcp(), new Binding.AnyUdp()));
        for (int port = FIRST_PORT; port <= LAST_PORT; port++) {
            bindings.add(new Binding.TcpPort(port));
            bindings.add(new Binding.UdpPort(port));
        }
        return bindings;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean certain = AsciiSlmpView.mayBegin(bytes)
                ? ascii.wrap(bytes) && ascii.isPlausible() && ascii.messageLength() == bytes.length()
                : binary.wrap(bytes) && binary.isPlausible() && binary.messageLength() == bytes.length();
        if (certain) {
            return Probe.YES;
        }
        return Frame1e.code(bytes) >= 0 || EngineeringDialogue.isMessage(bytes) ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < 2) {
            return NEED_MORE;
        }
        if (AsciiSlmpView.mayBegin(bytes)) {
            return inAscii(bytes, observer);
        }
        if (SlmpView.mayBegin(bytes)) {
            return inBinary(bytes, observer);
        }
        if (EngineeringDialogue.isMessage(bytes)) {
            EngineeringDialogue.read(bytes, observer);
            return bytes.length();
        }
        return frame1e(bytes, observer);
    }

    private int inBinary(ByteSlice bytes, Observer observer) {
        if (!binary.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!binary.isPlausible()) {
            return MALFORMED;
        }
        int length = binary.messageLength();
        if (!binary.isAnswer()) {
            return request(binary.command(), length, observer);
        }
        return answer(bytes, binary.data(), binary.endCode() != 0, length, observer);
    }

    private int inAscii(ByteSlice bytes, Observer observer) {
        if (!ascii.wrap(bytes)) {
            return NEED_MORE;
        }
        if (!ascii.isPlausible()) {
            return MALFORMED;
        }
        int length = ascii.messageLength();
        if (!ascii.isAnswer()) {
            return request(ascii.command(), length, observer);
        }
        return answer(bytes, ascii.data(), ascii.endCode() != 0, length, observer);
    }

    /// A frame 1E does not say its length: it is what came together.
    private static int frame1e(ByteSlice bytes, Observer observer) {
        int code = Frame1e.code(bytes);
        if (code < 0) {
            return MALFORMED;
        }
        if (Frame1e.isAnswer(code)) {
            observer.answer(MELSEC, Frame1e.subheader(code), Frame1e.isRefused(bytes));
            return bytes.length();
        }
        return request(Frame1e.subheader(code), bytes.length(), observer);
    }

    private static int request(int command, int length, Observer observer) {
        observer.request(MELSEC, command);
        observer.flowState(ASKED | command);
        return length;
    }

    private static int answer(ByteSlice bytes, int data, boolean refused, int length, Observer observer) {
        long state = observer.flowState();
        if (state == 0) {
            return length;
        }
        int command = (int) state & 0xffff;
        if (command == MelsecFunctions.READ_MODEL && length > bytes.length()) {
            return NEED_MORE;
        }
        observer.answer(MELSEC, command, refused);
        if (command == MelsecFunctions.READ_MODEL && !refused && length >= data + MODEL_BYTES) {
            model(bytes, data, observer);
        }
        return length;
    }

    /// Says the model that stands in 16 characters at `at`.
    static void model(ByteSlice bytes, int at, Observer observer) {
        observer.identity(Party.SENDER, Attribute.VENDOR, "Mitsubishi Electric", Confidence.HIGH);
        observer.identity(Party.SENDER, Attribute.MODEL, bytes.latin1(at, MODEL_BYTES), Confidence.HIGH);
    }
}
