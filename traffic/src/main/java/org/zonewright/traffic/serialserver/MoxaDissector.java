package org.zonewright.traffic.serialserver;

import java.util.List;
import java.util.Locale;
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

/// Reads datagrams of u8 command, u8 result, u16 length of all, content; an answer's command has bit 7 set.
public final class MoxaDissector extends Dissector {
    private static final Protocol MOXA = Protocol.define("moxa", MoxaDissector::describe);

    private static final List<Binding> BINDINGS = List.of(new Binding.UdpPort(4800));
    private static final Attribute MAC = new Attribute("moxa.mac");
    private static final int HEADER = 8; // bytes
    private static final int LENGTH = 2; // u16
    private static final int ANSWER = 0x80;
    private static final int SEARCH = 0x01;
    private static final int AT_MAC = 14; // in the answer to a search
    private static final int MAKER = 0x0090e8;

    /// A dissector for one reader.
    public MoxaDissector() {}

    @Override
    public Protocol protocol() {
        return MOXA;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.industrial(
                MOXA,
                "Moxa NPort",
                "none public",
                "the search as a function, the MAC address in its answer where the maker's prefix proves it",
                "everything else"));
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
        return bytes.length() >= HEADER && (bytes.u8(0) & ~ANSWER) != 0 && bytes.u16(LENGTH) == bytes.length();
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (!isMessage(bytes)) {
            return MALFORMED;
        }
        int command = bytes.u8(0) & ~ANSWER;
        if ((bytes.u8(0) & ANSWER) == 0) {
            observer.request(MOXA, command);
        } else {
            observer.answer(MOXA, command, bytes.u8(1) != 0);
            if (command == SEARCH && bytes.has(AT_MAC, 6) && bytes.u24(AT_MAC) == MAKER) {
                observer.identity(Party.SENDER, Attribute.VENDOR, "Moxa", Confidence.HIGH);
                observer.identity(Party.SENDER, MAC, new MacAddress(bytes.u48(AT_MAC)).toString(), Confidence.HIGH);
            }
        }
        return bytes.length();
    }

    private static Function describe(int code) {
        String text = String.format(Locale.ROOT, "0x%02x", code);
        return code == SEARCH
                ? new Function("moxa", text, "Search", FunctionClass.DISCOVER)
                : Function.unknown("moxa", text);
    }
}
