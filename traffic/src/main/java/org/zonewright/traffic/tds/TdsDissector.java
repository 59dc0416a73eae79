package org.zonewright.traffic.tds;

import static org.zonewright.facts.FunctionClass.PROGRAM;

import java.nio.charset.StandardCharsets;
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

/// Reads packets: u8 type, u8 status, u16 length, u16 process, u8 number, u8 window.
public final class TdsDissector extends Dissector {
    private static final Protocol TDS = Protocol.named("tds");

    private static final int HEADER = 8; // bytes
    private static final int LENGTH = 2; // u16
    private static final int WINDOW = 7; // u8, 0

    private static final int BATCH = 0x01;
    private static final int RESPONSE = 0x04;
    private static final int LOG_IN = 0x10;
    private static final int PRE_LOG_IN = 0x12;
    private static final int LAST_TYPE = 0x12;

    /// The flow's state between both messages before the log-in.
    private static final long ASKED = 1;

    /// Places of texts in the log-in (MS-TDS 2.2.6.4): u16 offset from its start, u16 characters.
    private static final int HOST = 36;

    private static final int ACCOUNT = 40;
    private static final int PROGRAM = 48;
    private static final int SERVER = 52;
    private static final int FIXED = 94;

    /// A dissector for one reader.
    public TdsDissector() {}

    @Override
    public Protocol protocol() {
        return TDS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                TDS,
                "SQL Server",
                "MS-TDS",
                "version, instance and encryption of the server; "
                        + "the client's host, program and account and the server it means, where the log-in is not inside TLS",
                "queries and results; passwords are never read"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(1433));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return bytes.length() >= HEADER && isPacket(bytes) ? Probe.UNSURE : Probe.NO;
    }

    private static boolean isPacket(ByteSlice bytes) {
        int type = bytes.u8(0);
        boolean known =
                (type >= BATCH && type <= RESPONSE) || (type >= 6 && type <= 8) || (type >= 14 && type <= LAST_TYPE);
        return known && bytes.u8(1) <= 0x0f && bytes.u16(LENGTH) >= HEADER && bytes.u8(WINDOW) == 0;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < HEADER) {
            return NEED_MORE;
        }
        if (!isPacket(bytes)) {
            return MALFORMED;
        }
        int length = bytes.u16(LENGTH);
        if (bytes.u8(0) == LOG_IN) {
            if (length > bytes.length()) {
                return NEED_MORE;
            }
            if (length >= HEADER + FIXED) {
                logIn(bytes, length, observer);
            }
        } else if (bytes.u8(0) == PRE_LOG_IN) {
            observer.flowState(ASKED);
            if (length <= bytes.length()) {
                PreLogIn.ofClient(bytes, HEADER, length, observer);
            }
        } else if (bytes.u8(0) == RESPONSE && observer.flowState() == ASKED) {
            observer.flowState(0);
            if (length <= bytes.length()) {
                PreLogIn.ofServer(bytes, HEADER, length, observer);
            }
        }
        return length;
    }

    private static void logIn(ByteSlice bytes, int end, Observer observer) {
        observer.identity(Party.SENDER, Attribute.NAME, text(bytes, HOST, end), Confidence.HIGH);
        observer.identity(Party.SENDER, Attribute.ACCOUNT, text(bytes, ACCOUNT, end), Confidence.HIGH);
        observer.identity(Party.SENDER, new Attribute("tds.program"), text(bytes, PROGRAM, end), Confidence.HIGH);
        String server = text(bytes, SERVER, end);
        int instance = server.indexOf('\\');
        String host = instance < 0 ? server : server.substring(0, instance);
        if (!host.isEmpty() && !Character.isDigit(host.charAt(0)) && Character.isLetter(host.charAt(0))) {
            observer.identity(Party.RECEIVER, Attribute.NAME, host, Confidence.LOW);
        }
    }

    private static String text(ByteSlice bytes, int descriptor, int end) {
        int offset = HEADER + bytes.u16le(HEADER + descriptor);
        int length = 2 * bytes.u16le(HEADER + descriptor + 2);
        return offset + length <= end ? bytes.text(offset, length, StandardCharsets.UTF_16LE) : "";
    }
}
