package org.zonewright.traffic.tls;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.ber.Ber;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// What an X.509 certificate (RFC 5280, 4.1) says of its owner: subject, issuer, last day, other names, and by what
/// it is signed. Nothing is verified.
final class Certificate {
    private static final int CONTEXT_VERSION = 0xa0;
    private static final int CONTEXT_EXTENSIONS = 0xa3;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int OBJECT_ID = 0x06;

    /// 2.5.29.17, subject alternative names.
    private static final int ALTERNATIVE_NAMES = 0x551d11;

    private static final int DNS_NAME = 0x82;
    private static final int IP_ADDRESS = 0x87;

    private static final int MAX_EXTENSIONS = 32;
    private static final int MAX_NAMES = 16;

    private final ByteSlice bytes;
    private final Observer observer;
    private final String prefix;
    private final Ber element = new Ber();

    /// `prefix` goes before what is told: `tls.certificate-` or `tls.client-certificate-`.
    private Certificate(ByteSlice bytes, String prefix, Observer observer) {
        this.bytes = bytes;
        this.prefix = prefix;
        this.observer = observer;
        element.wrap(bytes);
    }

    /// Tells of the sender what its certificate at `at`, of which no more than up to `end` is there, says.
    static void tell(ByteSlice bytes, int at, int end, String prefix, Observer observer) {
        new Certificate(bytes, prefix, observer).read(at, end);
    }

    private void say(String what, String value) {
        observer.identity(Party.SENDER, new Attribute(prefix + what), value, Confidence.HIGH);
    }

    /// Version, serial number, signature algorithm, issuer, validity, subject, key, then extensions.
    private void read(int at, int end) {
        boolean inside = element.read(at, end)
                && element.tag() == 0x30
                && element.read(element.content(), element.end())
                && element.tag() == 0x30;
        if (!inside) {
            return;
        }
        int last = element.end();
        boolean found = element.read(element.content(), last)
                && (element.tag() != CONTEXT_VERSION || element.read(element.end(), last))
                && element.read(element.end(), last);
        if (!found) {
            return;
        }
        int algorithm = element.content();
        int algorithmEnd = element.end();
        if (!element.read(algorithmEnd, last)) {
            return;
        }
        int issuer = element.content();
        int issuerEnd = element.end();
        if (!element.read(issuerEnd, last)) {
            return;
        }
        int validity = element.content();
        int validityEnd = element.end();
        if (!element.read(validityEnd, last)) {
            return;
        }
        int next = element.end();
        String subject = DistinguishedName.read(bytes, element.content(), next);
        say("subject", subject);
        if (subject.equals("CN=AnyDesk Client")) {
            observer.identity(Party.SENDER, RemoteTools.REMOTE_ACCESS, "AnyDesk", Confidence.HIGH);
        }
        say("issuer", DistinguishedName.read(bytes, issuer, issuerEnd));
        expiry(validity, validityEnd);
        if (element.read(algorithm, algorithmEnd) && element.tag() == OBJECT_ID) {
            say("signature", SignatureAlgorithm.name(bytes, element.content(), element.length()));
        }
        extensions(next, last);
    }

    private void expiry(int at, int end) {
        if (!element.read(at, end) || !element.read(element.end(), end)) {
            return;
        }
        int digits = element.tag() == GENERALIZED_TIME ? 8 : element.tag() == UTC_TIME ? 6 : 0;
        if (digits == 0 || element.length() < digits) {
            return;
        }
        String date = bytes.latin1(element.content(), digits);
        if (date.length() < digits || !date.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return;
        }
        if (digits == 6) {
            date = (date.charAt(0) < '5' ? "20" : "19") + date;
        }
        say("expiry", date.substring(0, 4) + "-" + date.substring(4, 6) + "-" + date.substring(6));
    }

    /// Behind the key and two optional ids; each extension is an object id, perhaps a flag, and octets.
    private void extensions(int from, int end) {
        int at = from;
        boolean found = false;
        for (int i = 0; i < 4 && !found && element.read(at, end); i++) {
            found = element.tag() == CONTEXT_EXTENSIONS;
            at = element.end();
        }
        if (!found || !element.read(element.content(), at)) {
            return;
        }
        int last = element.end();
        at = element.content();
        for (int i = 0; i < MAX_EXTENSIONS && element.read(at, last); i++) {
            at = element.end();
            boolean isNames = element.read(element.content(), at)
                    && element.tag() == OBJECT_ID
                    && element.length() == 3
                    && bytes.u24(element.content()) == ALTERNATIVE_NAMES;
            while (isNames && element.read(element.end(), at)) {
                if (element.tag() == 0x04) {
                    names(element.content(), element.end());
                    return;
                }
            }
        }
    }

    private void names(int from, int end) {
        if (!element.read(from, end)) {
            return;
        }
        int last = element.end();
        int at = element.content();
        for (int i = 0; i < MAX_NAMES && element.read(at, last); i++) {
            at = element.end();
            if (element.tag() == DNS_NAME) {
                say("name", bytes.latin1(element.content(), element.length()));
            } else if (element.tag() == IP_ADDRESS && element.length() == 4) {
                int ip = element.content();
                say("name", bytes.u8(ip) + "." + bytes.u8(ip + 1) + "." + bytes.u8(ip + 2) + "." + bytes.u8(ip + 3));
            }
        }
    }
}
