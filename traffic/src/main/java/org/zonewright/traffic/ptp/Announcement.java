package org.zonewright.traffic.ptp;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// An announce message (IEEE 1588-2008, 13.5): whose time the sender passes on, how good that clock is and where it
/// has the time from; behind it fields that profiles add.
final class Announcement {
    static final int LENGTH = 64; // bytes with the header
    static final int GRANDMASTER = 53; // 8 bytes
    static final Attribute PROFILE = new Attribute("ptp.profile");

    private static final int MESSAGE_LENGTH = 2; // u16
    private static final int CLOCK_CLASS = 48; // u8
    private static final int TIME_SOURCE = 63; // u8

    private static final int ORGANISATION_EXTENSION = 3; // u16 type, u16 length, then u24 organisation
    private static final int IEEE_C37_238 = 0x1c129d;
    private static final int MAX_FIELDS = 16;

    private Announcement() {}

    static void tell(ByteSlice bytes, Observer observer) {
        observer.identity(Party.SENDER, new Attribute("ptp.grandmaster"), bytes.hex(GRANDMASTER, 8), Confidence.HIGH);
        observer.number(Party.SENDER, new Attribute("ptp.clock-class"), bytes.u8(CLOCK_CLASS), Confidence.HIGH);
        observer.identity(
                Party.SENDER, new Attribute("ptp.time-source"), source(bytes.u8(TIME_SOURCE)), Confidence.HIGH);
        int end = bytes.u16(MESSAGE_LENGTH);
        int at = LENGTH;
        for (int i = 0; i < MAX_FIELDS && at + 7 <= end; i++) {
            if (bytes.u16(at) == ORGANISATION_EXTENSION && bytes.u24(at + 4) == IEEE_C37_238) {
                observer.identity(Party.SENDER, PROFILE, "IEEE C37.238", Confidence.HIGH);
            }
            at += 4 + bytes.u16(at + 2);
        }
    }

    /// IEEE 1588-2008, table 7.
    private static String source(int code) {
        return switch (code) {
            case 0x10 -> "atomic clock";
            case 0x20 -> "satellites";
            case 0x30 -> "radio";
            case 0x40 -> "ptp";
            case 0x50 -> "ntp";
            case 0x60 -> "set by hand";
            case 0x90 -> "other";
            case 0xa0 -> "internal oscillator";
            default -> "";
        };
    }
}
