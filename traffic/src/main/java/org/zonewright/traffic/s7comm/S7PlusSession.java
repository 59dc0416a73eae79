package org.zonewright.traffic.s7comm;

import java.util.List;
import java.util.regex.Pattern;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// What both ends say of themselves when a session object is made: its attributes are numbers of seven bits a byte,
/// no flags, the type text, a length.
final class S7PlusSession {
    /// The beginning of an attribute 256 to 383 that is a text, its lower seven bits left out.
    private static final int TEXT = 0x8200_0015;

    private static final int ANY_TEXT = 0xff00_ffff;

    private static final int USER = 0x28; // attribute 296
    private static final int APPLICATION = 0x29;
    private static final int HOST = 0x2a;
    private static final int SOFTWARE = 0x2d;
    private static final int PRODUCT = 0x3f; // `1;6ES7 211-1BE31-0XB0 ;V3.0`

    private static final Attribute APPLICATION_NAME = new Attribute("s7comm-plus.application");
    private static final Attribute SOFTWARE_NAME = new Attribute("s7comm-plus.software");

    /// An engineering station's host is its name with a number.
    private static final Pattern NUMBERED = Pattern.compile("_\\d+$");

    private S7PlusSession() {}

    /// Tells what a request or answer that makes a session object says of its sender.
    static void tell(ByteSlice pdu, int from, Observer observer) {
        int at = from;
        while (pdu.has(at, 5)) {
            int word = pdu.i32(at);
            int length = pdu.u8(at + 4);
            if ((word & ANY_TEXT) == TEXT && length > 0 && length < 0x80 && pdu.has(at + 5, length)) {
                attribute((word >>> 16) & 0xff, pdu.utf8(at + 5, length), observer);
                at += 5 + length;
            } else {
                at++;
            }
        }
    }

    private static void attribute(int id, String text, Observer observer) {
        switch (id) {
            case USER -> say(Attribute.ACCOUNT, text, Confidence.MEDIUM, observer);
            case APPLICATION -> say(APPLICATION_NAME, text, Confidence.HIGH, observer);
            case HOST -> host(text, observer);
            case SOFTWARE -> say(SOFTWARE_NAME, text, Confidence.HIGH, observer);
            case PRODUCT -> product(text, observer);
            default -> {}
        }
    }

    /// Panels say `HMI HOST`; that is nobody's name.
    private static void host(String text, Observer observer) {
        if (text.indexOf(' ') < 0) {
            say(Attribute.NAME, NUMBERED.matcher(text).replaceFirst(""), Confidence.MEDIUM, observer);
        }
    }

    private static void product(String text, Observer observer) {
        List<String> parts = List.of(text.split(";", 4));
        if (parts.size() >= 3) {
            say(Attribute.VENDOR, "Siemens", Confidence.HIGH, observer);
            say(Attribute.MODEL, parts.get(1).strip(), Confidence.HIGH, observer);
            say(Attribute.FIRMWARE, parts.get(2).strip(), Confidence.HIGH, observer);
        }
    }

    private static void say(Attribute attribute, String text, Confidence confidence, Observer observer) {
        observer.identity(Party.SENDER, attribute, text, confidence);
    }
}
