package org.zonewright.traffic.tls;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// The server's name: as a client asks for it (RFC 6066, 3) and as the subject of its certificate has it.
final class ServerName {
    private static final int SERVER_NAME = 0; // extension

    /// The common name's object id 2.5.4.3, with its tag and length.
    private static final int COMMON_NAME = 0x0603_5504;

    private static final int COMMON_NAME_END = 0x03;

    private ServerName() {}

    static void ofClientHello(ByteSlice bytes, int at, int end, Observer observer) {
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
            observer.identity(Party.RECEIVER, Attribute.NAME, bytes.utf8(name + 5, length), Confidence.LOW);
        }
    }

    /// Where the value of an extension starts, its length before it; or -1.
    static int extension(ByteSlice bytes, int from, int end, int wanted) {
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

    /// The first certificate's subject; its common name is the last one before the key, the issuer's comes first.
    static void ofCertificate(ByteSlice bytes, int at, int end, Observer observer) {
        int first = at + 6; // lengths of the list and of the first certificate
        if (first > end) {
            return;
        }
        int stop = Math.min(first + bytes.u24(at + 3), end);
        int found = 0;
        for (int count = 0, i = first; i + 7 < stop && count < 2; i++) {
            if (bytes.u8(i) == 6 && bytes.i32(i) == COMMON_NAME && bytes.u8(i + 4) == COMMON_NAME_END) {
                count++;
                found = i + 5;
            }
        }
        if (found > 0) {
            int length = bytes.u8(found + 1);
            int tag = bytes.u8(found);
            boolean text = tag == 0x0c || tag == 0x13 || tag == 0x14 || tag == 0x16;
            if (text && length < 0x80 && found + 2 + length <= stop) {
                observer.identity(
                        Party.SENDER,
                        new Attribute("tls.certificate"),
                        bytes.utf8(found + 2, length),
                        Confidence.MEDIUM);
            }
        }
    }
}
