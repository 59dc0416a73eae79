package org.zonewright.traffic.crimson;

import java.util.List;
import java.util.Locale;
import org.zonewright.facts.Attribute;
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

/// Reads messages of u16 length of what follows, u16 register, u8 operation, u8, content. An answer repeats the
/// register.
public final class CrimsonDissector extends Dissector {
    private static final Protocol CRIMSON = Protocol.define("crimson", CrimsonDissector::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.TcpPort(789));
    private static final int REGISTER = 2; // u16
    private static final int CONTENT = 6;
    private static final int SMALLEST = 6; // bytes
    private static final int LONGEST = 4096;

    private static final int MODEL = 0x012a;
    private static final int MAKER = 0x012b;

    /// A dissector for one reader.
    public CrimsonDissector() {}

    @Override
    public Protocol protocol() {
        return CRIMSON;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                CRIMSON,
                "Red Lion Crimson",
                "none public",
                "registers asked for as functions, maker and model",
                "everything else"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean plausible = bytes.length() >= SMALLEST && bytes.u16(0) + 2 == bytes.length() && bytes.u8(REGISTER) == 1;
        return plausible ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < SMALLEST) {
            return NEED_MORE;
        }
        int length = bytes.u16(0) + 2;
        if (length < SMALLEST || length > LONGEST) {
            return MALFORMED;
        }
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        int register = bytes.u16(REGISTER);
        if (observer.fromClient()) {
            observer.request(CRIMSON, register);
            return length;
        }
        observer.answer(CRIMSON, register, false);
        if (register == MAKER || register == MODEL) {
            observer.identity(
                    Party.SENDER,
                    register == MAKER ? Attribute.VENDOR : Attribute.MODEL,
                    bytes.latin1(CONTENT, length - CONTENT),
                    Confidence.HIGH);
        }
        return length;
    }

    private static Function describe(int code) {
        String text = String.format(Locale.ROOT, "0x%04x", code);
        return switch (code) {
            case MODEL -> new Function("crimson", text, "Read Model", FunctionClass.DIAGNOSE);
            case MAKER -> new Function("crimson", text, "Read Manufacturer", FunctionClass.DIAGNOSE);
            default -> Function.unknown("crimson", text);
        };
    }
}
