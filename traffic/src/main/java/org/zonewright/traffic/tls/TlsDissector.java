package org.zonewright.traffic.tls;

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

/// Reads the handshake: records of u8 type, u16 version, u16 length; handshake messages of u8 type, u24 length.
public final class TlsDissector extends Dissector {
    private static final Protocol TLS = Protocol.named("tls");

    private static final int RECORD = 5; // bytes
    private static final int MESSAGE = 4; // bytes
    private static final int LARGEST = (1 << 14) + 2048;

    private static final int CHANGE_CIPHER = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int SESSION_TICKET = 4;
    private static final int CERTIFICATE = 11;
    private static final int KEY_EXCHANGE = 12;
    private static final int CERTIFICATE_REQUEST = 13;
    private static final int CERTIFICATE_STATUS = 22;

    private static final Attribute CLIENTS = new Attribute("tls.clients");

    /// A dissector for one reader.
    public TlsDissector() {}

    @Override
    public Protocol protocol() {
        return TLS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                TLS,
                "TLS",
                "RFC 8446, RFC 5246, RFC 6101",
                "version and cipher suite agreed on, the server's name as the client asks for it, "
                        + "tools for remote access by that name; before 1.3 subject, issuer, last day, names "
                        + "and signature algorithm of the server's and the client's certificate",
                "verification of certificates, handshake messages that go on in another record, what " + "is inside"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(443), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (!isRecord(bytes, 0)) {
            return Probe.NO;
        }
        if (bytes.u8(0) == HANDSHAKE) {
            boolean hello = bytes.u8(RECORD) == CLIENT_HELLO || bytes.u8(RECORD) == SERVER_HELLO;
            return hello && bytes.u24(RECORD + 1) + MESSAGE <= LARGEST && bytes.u8(RECORD + MESSAGE) == 3
                    ? Probe.YES
                    : Probe.UNSURE;
        }
        int next = RECORD + bytes.u16(3);
        boolean chained = next == bytes.length() || (bytes.has(next, RECORD) && isRecord(bytes, next));
        return chained ? Probe.YES : Probe.UNSURE;
    }

    private static boolean isRecord(ByteSlice bytes, int at) {
        int type = bytes.u8(at);
        return type >= CHANGE_CIPHER
                && type <= APPLICATION_DATA
                && bytes.u8(at + 1) == 3
                && bytes.u8(at + 2) <= 4
                && bytes.u16(at + 3) > 0
                && bytes.u16(at + 3) <= LARGEST;
    }

    @Override
    public int maxBuffered() {
        return 2 * LARGEST;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < RECORD) {
            return NEED_MORE;
        }
        if (!isRecord(bytes, 0)) {
            return MALFORMED;
        }
        if (bytes.u8(0) != HANDSHAKE) {
            return DONE;
        }
        int length = RECORD + bytes.u16(3);
        if (length > bytes.length()) {
            return NEED_MORE;
        }
        return messages(bytes, length, observer);
    }

    /// All messages of the record; DONE where nothing more is wanted of this side.
    private static int messages(ByteSlice bytes, int end, Observer observer) {
        int at = RECORD;
        while (at + MESSAGE <= end) {
            int type = bytes.u8(at);
            int body = at + MESSAGE;
            int next = body + bytes.u24(at + 1);
            boolean whole = next <= end;
            boolean goOn =
                    switch (type) {
                        case CLIENT_HELLO -> {
                            Hello.ofClient(bytes, body, Math.min(next, end), observer);
                            yield whole;
                        }
                        case SERVER_HELLO -> whole && !Hello.ofServer(bytes, body, next, observer);
                        case CERTIFICATE -> {
                            certificate(bytes, body, Math.min(next, end), observer);
                            yield whole && !observer.fromClient();
                        }
                        case CERTIFICATE_REQUEST -> {
                            observer.identity(Party.SENDER, CLIENTS, "certificate asked for", Confidence.HIGH);
                            yield false;
                        }
                        case KEY_EXCHANGE, CERTIFICATE_STATUS, SESSION_TICKET -> whole;
                        default -> false; // encrypted, or behind those of interest
                    };
            if (!goOn) {
                return DONE;
            }
            at = next;
        }
        return end;
    }

    /// The first certificate of a list: lengths of the list and of the first one, 24 bits each.
    private static void certificate(ByteSlice bytes, int at, int end, Observer observer) {
        int first = at + 6;
        if (first >= end) {
            return; // a client that has none sends an empty list
        }
        int stop = Math.min(first + bytes.u24(at + 3), end);
        String prefix = observer.fromClient() ? "tls.client-certificate-" : "tls.certificate-";
        Certificate.tell(bytes, first, stop, prefix, observer);
    }
}
