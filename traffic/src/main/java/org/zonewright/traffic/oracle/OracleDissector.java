package org.zonewright.traffic.oracle;

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

/// Reads the connect packet: u16 length, u16 check, u8 type, …, then text with names in brackets.
public final class OracleDissector extends Dissector {
    private static final Protocol ORACLE = Protocol.named("oracle");

    private static final int HEADER = 8; // bytes
    private static final int TYPE = 4; // u8
    private static final int CONNECT = 1;
    private static final int LAST_TYPE = 15;
    private static final int DATA_LENGTH = 24; // u16
    private static final int DATA_OFFSET = 26; // u16
    private static final int LONGEST = 4096;

    private static final String CLIENT = "(CID=";

    /// A dissector for one reader.
    public OracleDissector() {}

    @Override
    public Protocol protocol() {
        return ORACLE;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                ORACLE,
                "Oracle Net",
                "none public",
                "the client's host, program and account in the connect packet",
                "everything after it"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(1521), new Binding.TcpPort(1526));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        boolean header = bytes.length() >= HEADER
                && bytes.u16(0) >= HEADER
                && bytes.u16(2) == 0
                && bytes.u8(TYPE) >= CONNECT
                && bytes.u8(TYPE) <= LAST_TYPE;
        return header ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < HEADER) {
            return NEED_MORE;
        }
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        int length = bytes.u16(0);
        if (bytes.u8(TYPE) != CONNECT || length > LONGEST) {
            return DONE;
        }
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        int offset = bytes.u16(DATA_OFFSET);
        int size = bytes.u16(DATA_LENGTH);
        if (size > 0 && offset + size <= length) {
            connect(bytes.latin1(offset, size), observer);
        }
        return DONE;
    }

    private static void connect(String text, Observer observer) {
        int client = text.indexOf(CLIENT);
        if (client < 0) {
            return;
        }
        observer.identity(Party.SENDER, Attribute.NAME, value(text, client, "(HOST="), Confidence.HIGH);
        observer.identity(Party.SENDER, Attribute.ACCOUNT, value(text, client, "(USER="), Confidence.HIGH);
        observer.identity(
                Party.SENDER, new Attribute("oracle.program"), value(text, client, "(PROGRAM="), Confidence.HIGH);
    }

    private static String value(String text, int from, String name) {
        int at = text.indexOf(name, from);
        int end = at < 0 ? -1 : text.indexOf(')', at);
        return end < 0 ? "" : text.substring(at + name.length(), end).strip();
    }
}
