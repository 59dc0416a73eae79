package org.zonewright.traffic.tds;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// The messages before the log-in (MS-TDS 2.2.6.5): options of u8 token, u16 offset from the message's start, u16
/// length, ended by 0xff; then their values.
final class PreLogIn {
    private static final int VERSION = 0; // u8 major, u8 minor, u16 build
    private static final int ENCRYPTION = 1; // u8
    private static final int INSTANCE = 2; // text ended by 0
    private static final int MAX_OPTIONS = 16;
    private static final int LONGEST_NAME = 64;

    private PreLogIn() {}

    /// The server's version, and whether what follows the log-in is encrypted.
    static void ofServer(ByteSlice bytes, int start, int end, Observer observer) {
        int version = option(bytes, start, end, VERSION, 4);
        if (version > 0) {
            String text = bytes.u8(version) + "." + bytes.u8(version + 1) + "." + bytes.u16(version + 2);
            observer.identity(Party.SENDER, new Attribute("tds.server-version"), text, Confidence.HIGH);
        }
        int encryption = option(bytes, start, end, ENCRYPTION, 1);
        if (encryption > 0) {
            String text =
                    switch (bytes.u8(encryption)) {
                        case 0 -> "log-in only";
                        case 1, 3 -> "on";
                        case 2 -> "not supported";
                        default -> "";
                    };
            observer.identity(Party.SENDER, new Attribute("tds.encryption"), text, Confidence.HIGH);
        }
    }

    /// The instance that the client means; clients that do not care send an empty name.
    static void ofClient(ByteSlice bytes, int start, int end, Observer observer) {
        int instance = option(bytes, start, end, INSTANCE, 1);
        if (instance > 0) {
            int length = Math.min(end - instance, LONGEST_NAME);
            observer.identity(
                    Party.RECEIVER, new Attribute("tds.instance"), bytes.latin1(instance, length), Confidence.MEDIUM);
        }
    }

    /// Where the value of an option of at least `least` bytes stands, or -1.
    private static int option(ByteSlice bytes, int start, int end, int wanted, int least) {
        int at = start;
        for (int i = 0; i < MAX_OPTIONS && at + 5 <= end && bytes.u8(at) != 0xff; i++) {
            if (bytes.u8(at) == wanted) {
                int value = start + bytes.u16(at + 1);
                int length = bytes.u16(at + 3);
                return length >= least && value + length <= end ? value : -1;
            }
            at += 5;
        }
        return -1;
    }
}
