package org.zonewright.traffic.http;

import java.nio.charset.StandardCharsets;
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
import org.zonewright.traffic.tls.RemoteTools;

/// Reads HTTP/1 messages: header lines, then a body that is stepped over.
public final class HttpDissector extends Dissector {
    private static final Protocol HTTP = Protocol.define("http", HttpMethods::describe);

    private static final String VERSION = "HTTP/1.";
    private static final String PREFACE_2 = "PRI * HTTP/2";
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_CREDENTIALS = 1024;
    private static final Attribute USER_AGENT = new Attribute("http.user-agent");

    /// How a server wants to know its clients, and what they then have access to.
    private static final Attribute AUTHENTICATION = new Attribute("http.authentication");

    private static final Attribute REALM = new Attribute("http.realm");

    /// What was told of a flow already: bits of its state.
    private static final long TOLD_CLIENT = 1;

    private static final long TOLD_SERVER = 2;
    private static final long TOLD_BASIC = 4;

    private final HeaderLines headers = new HeaderLines();
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
                        + "for, how a server authenticates and its realm, accounts of Basic and NTLM authentication",
                "contents, paths, cookies, passwords and other credentials; HTTP/2 beyond its name"));
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
        int end = headers.turnTo(bytes);
        if (end < 0) {
            return bytes.length() > LONGEST_LINE ? bytes.length() : NEED_MORE;
        }
        if (method >= 0) {
            if (!isRequestLine(bytes, bytes.indexOf('\n', 0))) {
                return bytes.length();
            }
            observer.request(HTTP, method);
            request(observer);
        } else if (response(bytes, observer)) {
            return DONE;
        }
        long body = Math.max(headers.number("content-length:"), 0);
        return (int) Math.min(end + body, Integer.MAX_VALUE);
    }

    private void request(Observer observer) {
        if ((observer.flowState() & TOLD_CLIENT) == 0) {
            observer.flowState(observer.flowState() | TOLD_CLIENT);
            observer.identity(Party.SENDER, USER_AGENT, headers.value("user-agent:"), Confidence.MEDIUM);
            host(headers.value("host:"), observer);
        }
        String credentials = headers.value("authorization:");
        if (credentials.startsWith("Basic ")) {
            basic(credentials, observer);
        } else {
            authentication(credentials, observer);
        }
    }

    /// An account, a colon and a password in Base64: the password is not looked at.
    private static void basic(String credentials, Observer observer) {
        if ((observer.flowState() & TOLD_BASIC) != 0 || credentials.length() > LONGEST_CREDENTIALS) {
            return;
        }
        observer.flowState(observer.flowState() | TOLD_BASIC);
        observer.identity(Party.RECEIVER, AUTHENTICATION, "Basic, credentials sent", Confidence.HIGH);
        try {
            byte[] pair = Base64.getDecoder().decode(credentials.substring(6).strip());
            int colon = 0;
            while (colon < pair.length && pair[colon] != ':') {
                colon++;
            }
            if (colon < pair.length) {
                String account = new String(pair, 0, colon, StandardCharsets.UTF_8);
                observer.identity(Party.SENDER, Attribute.ACCOUNT, account, Confidence.HIGH);
            }
        } catch (IllegalArgumentException e) {
            observer.weird("base64", 0);
        }
    }

    /// The scheme, and the realm of those that have one (RFC 9110, 11.6.1).
    private static void challenge(String value, Observer observer) {
        int space = value.indexOf(' ');
        String scheme = space < 0 ? value : value.substring(0, space);
        if (!scheme.equals("Basic") && !scheme.equals("Digest") && !scheme.equals("Bearer")) {
            if (scheme.equals("NTLM") || scheme.equals("Negotiate")) {
                observer.identity(Party.SENDER, AUTHENTICATION, scheme, Confidence.HIGH);
            }
            return;
        }
        observer.identity(Party.SENDER, AUTHENTICATION, scheme, Confidence.HIGH);
        int realm = value.indexOf("realm=\"");
        int end = realm < 0 ? -1 : value.indexOf('"', realm + 7);
        if (end > 0) {
            observer.identity(Party.SENDER, REALM, value.substring(realm + 7, end), Confidence.HIGH);
        }
    }

    /// A name is told, an address is not; without its port.
    private static void host(String value, Observer observer) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon);
        boolean isName =
                !name.isEmpty() && !name.startsWith("[") && Address.parse(name).isEmpty();
        if (isName && !name.equals("localhost")) {
            observer.identity(Party.RECEIVER, Attribute.NAME, name, Confidence.LOW);
            RemoteTools.tell(name, observer);
        }
    }

    /// True if another protocol follows on the connection.
    private boolean response(ByteSlice bytes, Observer observer) {
        if ((observer.flowState() & TOLD_SERVER) == 0) {
            String server = headers.value("server:");
            if (!server.isEmpty()) {
                observer.flowState(observer.flowState() | TOLD_SERVER);
                observer.identity(Party.SENDER, Attribute.DESCRIPTION, server, Confidence.MEDIUM);
            }
        }
        String challenge = headers.value("www-authenticate:");
        if (!challenge.isEmpty()) {
            challenge(challenge, observer);
            authentication(challenge, observer);
        }
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
