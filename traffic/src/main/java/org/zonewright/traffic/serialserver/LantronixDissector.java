package org.zonewright.traffic.serialserver;

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

/// Reads datagrams of three zero bytes and a command; an answer's command is one higher.
public final class LantronixDissector extends Dissector {
    private static final Protocol LANTRONIX = Protocol.define("lantronix", LantronixDissector::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(30718));
    private static final int COMMAND = 3; // u8
    private static final int FIRST = 0xf4;
    private static final int LAST = 0xfd;

    private static final int RESET = 0xf4;
    private static final int QUERY = 0xf6;
    private static final int READ_SETTINGS = 0xf8;
    private static final int WRITE_SETTINGS = 0xfa;
    private static final int SET_ADDRESS = 0xfc;

    /// A dissector for one reader.
    public LantronixDissector() {}

    @Override
    public Protocol protocol() {
        return LANTRONIX;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                LANTRONIX,
                "Lantronix device servers",
                "user guides of Lantronix device servers, UDP port 30718",
                "commands as functions",
                "settings, which hold a password"));
    }

    @Override
    public List<Binding> bindings() {
        return BINDINGS;
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return isMessage(bytes) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isMessage(ByteSlice bytes) {
        return bytes.length() > COMMAND && bytes.u24(0) == 0 && bytes.u8(COMMAND) >= FIRST && bytes.u8(COMMAND) <= LAST;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int command = bytes.u8(COMMAND);
        if ((command & 1) == 0) {
            observer.request(LANTRONIX, command);
        } else {
            observer.answer(LANTRONIX, command - 1, false);
            observer.identity(Party.SENDER, Attribute.VENDOR, "Lantronix", Confidence.MEDIUM);
        }
        return bytes.length();
    }

    private static Function describe(int code) {
        return switch (code) {
            case RESET -> of(code, "Reset", FunctionClass.OPERATE);
            case QUERY -> of(code, "Query", FunctionClass.DISCOVER);
            case READ_SETTINGS -> of(code, "Read Settings", FunctionClass.DIAGNOSE);
            case WRITE_SETTINGS -> of(code, "Write Settings", FunctionClass.CONFIGURE);
            case SET_ADDRESS -> of(code, "Set Address", FunctionClass.CONFIGURE);
            default -> Function.unknown("lantronix", text(code));
        };
    }

    private static Function of(int code, String name, FunctionClass functionClass) {
        return new Function("lantronix", text(code), name, functionClass);
    }

    private static String text(int code) {
        return String.format(Locale.ROOT, "0x%02x", code);
    }
}
