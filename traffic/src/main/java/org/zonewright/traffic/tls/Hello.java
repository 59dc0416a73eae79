package org.zonewright.traffic.tls;

import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// The first message of each side (RFC 8446, 4.1.2 and 4.1.3; RFC 6066, 3): the server's name as the client asks for
/// it; the version and the cipher suite that the server chose.
final class Hello {
    private static final int SERVER_NAME = 0; // extension
    private static final int SUPPORTED_VERSIONS = 43; // extension
    private static final int VERSION_1_2 = 0x0303;

    private static final Attribute VERSION = new Attribute("tls.version");
    private static final Attribute CIPHER = new Attribute("tls.cipher");

    private Hello() {}

    static void ofClient(ByteSlice bytes, int at, int end, Observer observer) {
        int session = at + 34; // behind version and random
        if (session >= end) {
            return;
        }
        int suites = session + 1 + bytes.u8(session);
        int methods = suites + 2 + bytes.u16(suites);
        int extensions = methods + 1 + bytes.u8(methods);
        if (extensions + 2 > end) {
            return;
        }
        int name = extension(bytes, extensions + 2, end, SERVER_NAME);
        if (name > 0 && bytes.u16(name - 2) > 5 && bytes.u8(name + 2) == 0) {
            int length = Math.min(bytes.u16(name + 3), bytes.u16(name - 2) - 5);
            String server = bytes.utf8(name + 5, length);
            if (Address.parse(server).isEmpty()) {
                observer.identity(Party.RECEIVER, Attribute.NAME, server, Confidence.LOW);
                RemoteTools.tell(server, observer);
            }
        }
    }

    /// True if the rest of the handshake is encrypted (version 1.3).
    static boolean ofServer(ByteSlice bytes, int at, int end, Observer observer) {
        int session = at + 34;
        int suite = session + 1 + bytes.u8(session);
        int extensions = suite + 3;
        int version = bytes.u16(at);
        if (extensions + 2 <= end) {
            int chosen = extension(bytes, extensions + 2, end, SUPPORTED_VERSIONS);
            if (chosen > 0 && bytes.u16(chosen - 2) == 2) {
                version = bytes.u16(chosen);
            }
        }
        observer.identity(Party.SENDER, VERSION, name(version), Confidence.HIGH);
        if (suite + 2 <= end) {
            observer.identity(Party.SENDER, CIPHER, CipherSuites.name(bytes.u16(suite)), Confidence.HIGH);
        }
        return version > VERSION_1_2;
    }

    /// Where the value of an extension starts, its length before it; or -1.
    private static int extension(ByteSlice bytes, int from, int end, int wanted) {
        int at = from;
        while (at + 4 <= end) {
            int length = bytes.u16(at + 2);
            if (bytes.u16(at) == wanted) {
                return at + 4 + length <= end ? at + 4 : -1;
            }
            at += 4 + length;
        }
        return -1;
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
