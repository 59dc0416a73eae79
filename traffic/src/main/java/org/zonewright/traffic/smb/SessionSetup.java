package org.zonewright.traffic.smb;

import java.nio.charset.StandardCharsets;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// The system names that both ends of SMB version 1 give when a session is set up (MS-SMB, 2.2.4.6): behind the words
/// of parameters and the security data stand texts that end with 0.
final class SessionSetup {
    private static final int FLAGS_2 = 10; // u16, bit 15: texts are UTF-16
    private static final int WORDS = 32; // u8, so many 16-bit words follow, then u16 bytes of data
    private static final int UNICODE = 0x8000;

    private static final int EXTENDED_REQUEST = 12; // words
    private static final int EXTENDED_RESPONSE = 4;

    private SessionSetup() {}

    /// Tells the native operating system of the sender; `end` is where the message ends.
    static void tell(ByteSlice bytes, int at, int end, boolean response, Observer observer) {
        int words = bytes.u8(at + WORDS);
        boolean extended = words == (response ? EXTENDED_RESPONSE : EXTENDED_REQUEST);
        if (!extended) {
            return;
        }
        int blob = bytes.u16le(at + WORDS + 1 + (response ? 6 : 14));
        int text = at + WORDS + 1 + 2 * words + 2 + blob;
        boolean wide = (bytes.u16le(at + FLAGS_2) & UNICODE) != 0;
        if (wide && ((text - at) & 1) != 0) {
            text++;
        }
        if (text >= end) {
            return;
        }
        String system = wide ? wide(bytes, text, end) : bytes.latin1(text, end - text);
        observer.identity(Party.SENDER, Attribute.OPERATING_SYSTEM, system, Confidence.HIGH);
    }

    private static String wide(ByteSlice bytes, int from, int end) {
        int next = from;
        while (next + 1 < end && bytes.u16(next) != 0) {
            next += 2;
        }
        return bytes.text(from, next - from, StandardCharsets.UTF_16LE);
    }
}
