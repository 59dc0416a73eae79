package org.zonewright.traffic.kerberos;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Transport;
import org.zonewright.traffic.ber.Ber;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads messages: an application tag around a sequence of numbered fields; over TCP behind 32 bits of length.
public final class KerberosDissector extends Dissector {
    private static final Protocol KERBEROS = Protocol.define("kerberos", KerberosFunctions::describe);

    private static final int LENGTH = 4; // bytes, over TCP
    private static final int LONGEST = 16 * 1024;

    private static final int FIRST_TAG = 0x6a;
    private static final int LAST_TAG = 0x7e;
    private static final int APPLICATION = 0x60;
    private static final int ERROR = 30;
    private static final int PREAUTHENTICATION_REQUIRED = 25;

    private static final Attribute REALM = new Attribute("kerberos.realm");
    private static final Attribute SERVICE = new Attribute("kerberos.service");
    private static final Attribute ENCRYPTION = new Attribute("kerberos.encryption");

    /// A dissector for one reader.
    public KerberosDissector() {}

    @Override
    public Protocol protocol() {
        return KERBEROS;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.computing(
                KERBEROS,
                "Kerberos",
                "RFC 4120",
                "message types as functions, the account or host that asks, realm and service, the "
                        + "encryption of the answer",
                "tickets and authenticators, changes of passwords, Kerberos inside other protocols"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(88), new Binding.TcpPort(88));
    }

    /// An application tag, a sequence, and near by the version 5 with its tags.
    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int at = start(observer);
        int tag = bytes.u8(at);
        if (tag < FIRST_TAG || tag > LAST_TAG) {
            return Probe.NO;
        }
        for (int i = at + 2; i < at + 14; i++) {
            if (bytes.u24(i) == 0x030201 && bytes.u8(i + 3) == 5 && (bytes.u8(i - 1) & 0xfe) == 0xa0) {
                return Probe.YES;
            }
        }
        return Probe.NO;
    }

    private static int start(Observer observer) {
        return observer.transport().equals(Transport.TCP) ? LENGTH : 0;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int at = start(observer);
        int end = bytes.length();
        if (at > 0) {
            if (bytes.length() < LENGTH) {
                return NEED_MORE;
            }
            int length = bytes.i32(0);
            if (length < 2 || length > 1 << 24) {
                return MALFORMED;
            }
            end = LENGTH + length;
            if (end > bytes.length()) {
                return end <= LONGEST ? NEED_MORE : end;
            }
        }
        Ber element = new Ber();
        element.wrap(bytes);
        if (!element.read(at, end) || element.tag() < FIRST_TAG || element.tag() > LAST_TAG) {
            return MALFORMED;
        }
        message(element.tag() & ~APPLICATION, new Fields(bytes), element.content(), element.end(), observer);
        return end;
    }

    private static void message(int type, Fields fields, int at, int end, Observer observer) {
        switch (type) {
            case KerberosFunctions.AUTHENTICATION, KerberosFunctions.TICKET -> {
                observer.flowState(type);
                observer.request(KERBEROS, type);
                request(fields, fields.field(at, end, 4), end, observer);
            }
            case KerberosFunctions.AUTHENTICATION + 1, KerberosFunctions.TICKET + 1 -> {
                observer.answer(KERBEROS, type - 1, false);
                int sealed = fields.field(at, end, 6);
                encryption(fields.integer(fields.field(sealed, end, 0), end), observer);
            }
            case KerberosFunctions.APPLICATION -> observer.request(KERBEROS, type);
            case ERROR -> {
                int code = fields.integer(fields.field(at, end, 6), end);
                int asked = (int) observer.flowState();
                if (asked != 0) {
                    observer.answer(KERBEROS, asked, code != PREAUTHENTICATION_REQUIRED);
                }
            }
            default -> {}
        }
    }

    /// The body of a request: 1 the client, 2 the realm, 3 the service.
    private static void request(Fields fields, int body, int end, Observer observer) {
        client(fields.principal(fields.field(body, end, 1), end), observer);
        String realm = fields.text(fields.field(body, end, 2), end);
        observer.identity(Party.SENDER, REALM, realm, Confidence.MEDIUM);
        observer.identity(Party.RECEIVER, REALM, realm, Confidence.HIGH);
        String service = fields.principal(fields.field(body, end, 3), end);
        if (!service.startsWith("krbtgt/")) {
            observer.identity(Party.SENDER, SERVICE, service, Confidence.HIGH);
        }
    }

    /// A machine's account ends with `$` or is `host/` and its name.
    private static void client(String principal, Observer observer) {
        if (principal.endsWith("$")) {
            String host = principal.substring(0, principal.length() - 1);
            observer.identity(Party.SENDER, Attribute.NAME, host, Confidence.HIGH);
        } else if (principal.startsWith("host/")) {
            observer.identity(Party.SENDER, Attribute.NAME, principal.substring(5), Confidence.HIGH);
        } else {
            observer.identity(Party.SENDER, Attribute.ACCOUNT, principal, Confidence.HIGH);
        }
    }

    /// Types as IANA has them ("Kerberos Encryption Type Numbers").
    private static void encryption(int type, Observer observer) {
        String name =
                switch (type) {
                    case 1 -> "des-cbc-crc";
                    case 2 -> "des-cbc-md4";
                    case 3 -> "des-cbc-md5";
                    case 16 -> "des3-cbc-sha1";
                    case 17 -> "aes128-cts-hmac-sha1-96";
                    case 18 -> "aes256-cts-hmac-sha1-96";
                    case 19 -> "aes128-cts-hmac-sha256-128";
                    case 20 -> "aes256-cts-hmac-sha384-192";
                    case 23 -> "rc4-hmac";
                    case 24 -> "rc4-hmac-exp";
                    default -> type < 0 ? "" : Integer.toString(type);
                };
        observer.identity(Party.SENDER, ENCRYPTION, name, Confidence.HIGH);
    }
}
