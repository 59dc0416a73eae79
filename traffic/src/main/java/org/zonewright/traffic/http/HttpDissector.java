package org.zonewright.traffic.http;

import java.util.Base64;
import java.util.List;
import org.zonewright.facts.Address;
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
import org.zonewright.traffic.ntlm.NtlmMessage;

/// Reads HTTP/1 messages: header lines, then a body that is stepped over.
public final class HttpDissector implements Dissector {
    private static final Protocol HTTP = Protocol.define("http", HttpMethods::describe);

    private static final String VERSION = "HTTP/1.";
    private static final String PREFACE_2 = "PRI * HTTP/2";
    private static final int LONGEST_LINE = 8 * 1024;
    private static final Attribute USER_AGENT = new Attribute("http.user-agent");

    /// What was told of a flow already: bits of its state.
    private static final long TOLD_CLIENT = 1;

    private static final long TOLD_SERVER = 2;

    private final ByteSlice decoded = new ByteSlice();

    /// A dissector for one reader.
    public HttpDissector() {}

    @Override
    public Protocol protocol() {
        return HTTP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                HTTP,
                "HTTP",
                "RFC 9112 (HTTP/1.1)",
                "methods as functions, what servers and clients call themselves, the host that was asked "
                        + "for, names in NTLM authentication",
                "contents, paths, cookies and other credentials; HTTP/2 beyond its name"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.TcpPort(80), new Binding.TcpPort(8080), new Binding.AnyTcp());
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        if (bytes.startsWith(0, VERSION) || bytes.startsWith(0, PREFACE_2)) {
            return Probe.YES;
        }
        if (HttpMethods.at(bytes) < 0) {
            return Probe.NO;
        }
        int line = bytes.indexOf('\n', 0);
        return line < 0 ? Probe.UNSURE : isRequestLine(bytes, line) ? Probe.YES : Probe.NO;
    }

    private static boolean isRequestLine(ByteSlice bytes, int line) {
        int end = line > 0 && bytes.u8(line - 1) == '\r' ? line - 1 : line;
        return bytes.startsWith(end - VERSION.length() - 1, VERSION);
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.startsWith(0, PREFACE_2)) {
            return DONE;
        }
        int method = HttpMethods.at(bytes);
        boolean response = method < 0 && bytes.startsWith(0, VERSION);
        if (method < 0 && !response) {
            return bytes.length(); // a part of a body
        }
        int end = HeaderLines.end(bytes);
        if (end < 0) {
            return bytes.length() > LONGEST_LINE ? bytes.length() : NEED_MORE;
        }
        if (method >= 0) {
            if (!isRequestLine(bytes, bytes.indexOf('\n', 0))) {
                return bytes.length();
            }
            observer.request(HTTP, method);
            request(bytes, end, observer);
        } else if (response(bytes, end, observer)) {
            return DONE;
        }
        long body = Math.max(HeaderLines.number(bytes, end, "content-length:"), 0);
        return (int) Math.min(end + body, Integer.MAX_VALUE);
    }

    private void request(ByteSlice bytes, int end, Observer observer) {
        if ((observer.flowState() & TOLD_CLIENT) == 0) {
            observer.flowState(observer.flowState() | TOLD_CLIENT);
            observer.identity(
                    Party.SENDER, USER_AGENT, HeaderLines.value(bytes, end, "user-agent:"), Confidence.MEDIUM);
            host(HeaderLines.value(bytes, end, "host:"), observer);
        }
        authentication(HeaderLines.value(bytes, end, "authorization:"), observer);
    }

    /// A name is told, an address is not; without its port.
    private static void host(String value, Observer observer) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        boolean isName =
                !name.isEmpty() && !name.startsWith("[") && Address.parse(name).isEmpty();
        if (isName && !name.equals("localhost")) {
            observer.identity(Party.RECEIVER, Attribute.NAME, name, Confidence.LOW);
        }
    }

    /// True if another protocol follows on the connection.
    private boolean response(ByteSlice bytes, int end, Observer observer) {
        if ((observer.flowState() & TOLD_SERVER) == 0) {
            String server = HeaderLines.value(bytes, end, "server:");
            if (!server.isEmpty()) {
                observer.flowState(observer.flowState() | TOLD_SERVER);
                observer.identity(Party.SENDER, Attribute.DESCRIPTION, server, Confidence.MEDIUM);
            }
        }
        authentication(HeaderLines.value(bytes, end, "www-authenticate:"), observer);
        return bytes.startsWith(VERSION.length() + 1, " 101 ");
    }

    /// Names in NTLM, which stands there in Base64; other credentials are left alone.
    private void authentication(String value, Observer observer) {
        int space = value.indexOf(' ');
        if (space < 0 || !(value.startsWith("NTLM ") || value.startsWith("Negotiate "))) {
            return;
        }
        try {
            byte[] message =
                    Base64.getDecoder().decode(value.substring(space + 1).strip());
            NtlmMessage.tell(decoded.wrap(message, 0, message.length), 0, observer);
        } catch (IllegalArgumentException e) {
            observer.weird("base64", 0);
        }
    }
}
