package org.zonewright.traffic.rdp;

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
import org.zonewright.traffic.tls.TlsDissector;

/// Reads the first messages of a connection: the request with its cookie, then the client's description of itself.
public final class RdpDissector extends Dissector {
    private static final Protocol RDP = Protocol.named("rdp");

    private static final String COOKIE = "Cookie: mstshash=";
    private static final String TOKEN = "Cookie: msts=";

    private static final int TPKT = 4; // bytes: version 3, reserved, u16 length
    private static final int CONNECTION_REQUEST = 0xe0;
    private static final int CONNECTION_CONFIRM = 0xd0;
    private static final int DATA = 0xf0;
    private static final int VARIABLE = 11; // behind the fixed part of a connection request

    private static final int NEGOTIATION_REQUEST = 1; // u8 type, u8 flags, u16le 8, u32le protocols
    private static final int NEGOTIATION_RESPONSE = 2;
    private static final int NEGOTIATION_FAILURE = 3;
    private static final int TLS_HANDSHAKE = 0x16;
    private static final Attribute SECURITY = new Attribute("rdp.security");

    /// MCS Connect Initial: application tag 101.
    private static final int CONNECT_INITIAL = 0x7f65;

    /// Client core data: u16le type, u16le length, then version, width, height, …, at 20 build, at 24 name.
    private static final int CORE_DATA = 0xc001;

    private static final int CORE_LEAST = 0x80;
    private static final int CLIENT_BUILD = 20;
    private static final int CLIENT_NAME = 24; // 16 UTF-16 characters
    private static final int NAME_BYTES = 32;

    private final TlsDissector tls = new TlsDissector();

    /// A dissector for one reader.
    public RdpDissector() {}

    @Override
    public int maxBuffered() {
        return tls.maxBuffered();
    }

    @Override
    public Protocol protocol() {
        return RDP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                RDP,
                "RDP",
                "MS-RDPBCGR",
                "recognition on any port, the account in the cookie, the security that the server chose and "
                        + "the beginning of TLS, the client's name and build where "
                        + "they are not inside TLS",
                "everything after that, RDP over UDP"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(3389), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (bytes.length() < VARIABLE || bytes.u16(0) != 0x0300) {
            return Probe.NO;
        }
        int length = bytes.u16(2);
        int type = bytes.u8(5) & 0xf0;
        if (type == CONNECTION_REQUEST || type == CONNECTION_CONFIRM) {
            boolean certain = bytes.startsWith(VARIABLE, COOKIE)
                    || bytes.startsWith(VARIABLE, TOKEN)
                    || isNegotiation(bytes, length);
            return certain ? Probe.YES : length == bytes.length() ? Probe.UNSURE : Probe.NO;
        }
        return type == DATA && bytes.u8(4) == 2 ? Probe.UNSURE : Probe.NO;
    }

    /// True if the message ends with what only this protocol puts there.
    private static boolean isNegotiation(ByteSlice bytes, int length) {
        int at = length - 8;
        return at >= VARIABLE
                && bytes.has(at, 8)
                && bytes.u8(at) >= NEGOTIATION_REQUEST
                && bytes.u8(at) <= NEGOTIATION_FAILURE
                && bytes.u16le(at + 2) == 8
                && bytes.i32le(at + 4) >>> 5 == 0;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.length() < VARIABLE) {
            return NEED_MORE;
        }
        int length = bytes.u16(2);
        if (bytes.u16(0) >>> 8 == TLS_HANDSHAKE && bytes.u8(1) == 3) {
            return tls.dissect(bytes, observer);
        }
        if (bytes.u16(0) != 0x0300 || length < VARIABLE - 4) {
            return DONE; // encrypted from here on, or the fast path
        }
        int type = bytes.u8(5) & 0xf0;
        if (length > bytes.length()) {
            return type == DATA && bytes.u16(7) != CONNECT_INITIAL ? length : NEED_MORE;
        }
        if (type == CONNECTION_REQUEST) {
            cookie(bytes, length, observer);
        } else if (type == CONNECTION_CONFIRM) {
            security(bytes, length, observer);
        } else if (type == DATA && bytes.u16(TPKT + 3) == CONNECT_INITIAL) {
            coreData(bytes, length, observer);
            return DONE;
        }
        return length;
    }

    private static void cookie(ByteSlice bytes, int length, Observer observer) {
        if (!bytes.startsWith(VARIABLE, COOKIE)) {
            return;
        }
        int from = VARIABLE + COOKIE.length();
        int end = bytes.indexOf('\r', from);
        if (end > from && end < length) {
            observer.identity(Party.SENDER, Attribute.ACCOUNT, bytes.latin1(from, end - from), Confidence.MEDIUM);
        }
    }

    /// What the server chose (MS-RDPBCGR 2.2.1.2.1); a server that says nothing knows only the first kind.
    private static void security(ByteSlice bytes, int length, Observer observer) {
        boolean chosen = length >= VARIABLE + 8 && bytes.u8(VARIABLE) == NEGOTIATION_RESPONSE;
        if (!chosen && length >= VARIABLE + 8) {
            return; // refused
        }
        String name =
                switch (chosen ? bytes.i32le(VARIABLE + 4) : 0) {
                    case 0 -> "standard";
                    case 1 -> "TLS";
                    case 2 -> "CredSSP";
                    case 4 -> "RDSTLS";
                    case 8 -> "CredSSP with early authorisation";
                    case 16 -> "RDS AAD";
                    default -> "";
                };
        observer.identity(Party.SENDER, SECURITY, name, Confidence.HIGH);
    }

    /// The block stands somewhere in an encoding with lengths of its own; its type and length find it.
    private static void coreData(ByteSlice bytes, int length, Observer observer) {
        for (int at = TPKT + 5; at + CLIENT_NAME + NAME_BYTES <= length; at++) {
            int size = bytes.u16le(at + 2);
            if (bytes.u16le(at) == CORE_DATA && size >= CORE_LEAST && size <= 0x200) {
                String name = bytes.text(at + CLIENT_NAME, NAME_BYTES, StandardCharsets.UTF_16LE);
                observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.HIGH);
                observer.number(
                        Party.SENDER,
                        new Attribute("rdp.client-build"),
                        bytes.u32le(at + CLIENT_BUILD),
                        Confidence.HIGH);
                return;
            }
        }
    }
}
