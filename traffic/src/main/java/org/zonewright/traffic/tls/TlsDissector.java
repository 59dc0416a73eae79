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
public final class TlsDissector implements Dissector {
    private static final Protocol TLS = Protocol.named("tls");

    private static final int RECORD = 5; // bytes
    private static final int MESSAGE = 4; // bytes
    private static final int LARGEST = (1 << 14) + 2048;

    private static final int CHANGE_CIPHER = 20;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;

    private static final Attribute VERSION = new Attribute("tls.version");

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
                "recognition on any port, the version agreed on, the server's name as the client asks for"
                        + " it and as its certificate says it",
                "everything else of the certificate, what is inside"));
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
            int next = at + MESSAGE + bytes.u24(at + 1);
            if (type == CLIENT_HELLO) {
                ServerName.ofClientHello(bytes, at + MESSAGE, Math.min(next, end), observer);
                return DONE;
            }
            if (type == SERVER_HELLO && next <= end) {
                if (serverHello(bytes, at + MESSAGE, next, observer)) {
                    return DONE;
                }
            } else if (type == CERTIFICATE) {
                ServerName.ofCertificate(bytes, at + MESSAGE, Math.min(next, end), observer);
                return DONE;
            } else {
                return DONE; // encrypted, or another message behind those of interest
            }
            at = next;
        }
        return end;
    }

    /// True if the rest of the handshake is encrypted (version 1.3).
    private static boolean serverHello(ByteSlice bytes, int at, int end, Observer observer) {
        int session = at + 34;
        int extensions = session + 1 + bytes.u8(session) + 3;
        int version = bytes.u16(at);
        if (extensions + 2 <= end) {
            int chosen = ServerName.extension(bytes, extensions + 2, end, 43);
            if (chosen > 0 && bytes.u16(chosen - 2) == 2) {
                version = bytes.u16(chosen);
            }
        }
        String name = name(version);
        observer.identity(Party.SENDER, VERSION, name, Confidence.HIGH);
        return version > 0x0303;
    }

    private static String name(int version) {
        return switch (version) {
            case 0x0300 -> "SSL 3.0";
            case 0x0301 -> "TLS 1.0";
            case 0x0302 -> "TLS 1.1";
            case 0x0303 -> "TLS 1.2";
            case 0x0304 -> "TLS 1.3";
            default -> "";
        };
    }
}
