package org.zonewright.traffic.tls;

import java.nio.charset.StandardCharsets;
import org.zonewright.traffic.ber.Ber;
import org.zonewright.traffic.dissect.ByteSlice;

/// Names of subjects and issuers as text, `CN=plc-7, O=Plant` (RFC 5280, 4.1.2.4). Parts that name a person (mail
/// address, user id, given name) and unusual ones are left out.
final class DistinguishedName {
    private static final int MAX_PARTS = 16;
    private static final int LONGEST_PART = 256;

    /// 2.5.4.x
    private static final int X500 = 0x5504;

    private static final int UTF16 = 0x1e; // BMPString

    private DistinguishedName() {}

    /// A sequence of sets of (object id, text).
    static String read(ByteSlice bytes, int from, int end) {
        StringBuilder text = new StringBuilder();
        Ber element = new Ber();
        element.wrap(bytes);
        int at = from;
        for (int i = 0; i < MAX_PARTS && element.read(at, end); i++) {
            at = element.end();
            boolean pair = element.read(element.content(), at);
            boolean typed = pair && element.read(element.content(), at);
            if (!typed || element.length() != 3 || bytes.u16(element.content()) != X500) {
                continue;
            }
            String type = type(bytes.u8(element.content() + 2));
            if (!type.isEmpty() && element.read(element.end(), at)) {
                int length = Math.min(element.length(), LONGEST_PART);
                text.append(text.isEmpty() ? "" : ", ").append(type).append('=');
                text.append(bytes.text(
                        element.content(),
                        length,
                        element.tag() == UTF16 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static String type(int number) {
        return switch (number) {
            case 3 -> "CN";
            case 6 -> "C";
            case 7 -> "L";
            case 8 -> "ST";
            case 10 -> "O";
            case 11 -> "OU";
            default -> "";
        };
    }
}
