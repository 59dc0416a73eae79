package org.zonewright.traffic.profinet;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads the blocks of connection management that say who a station is (IEC 61158-6-10, 5.2): the initiator of a
/// relation, and the identification records I&M 0 and 1. A block has type, length of what follows, version, then its
/// content; all big endian.
final class CmBlocks {
    private static final int RELATION_REQUEST = 0x0101;
    private static final int IDENTIFICATION = 0x0020;
    private static final int LOCATION = 0x0021;
    private static final int MAX_BLOCKS = 64;

    /// Offsets from the start of a relation request.
    private static final int INITIATOR_DEVICE = 44; // in the initiator's object, behind its instance

    private static final int INITIATOR_VENDOR = 46;
    private static final int NAME_LENGTH = 56;
    private static final int NAME = 58;

    /// Offsets from the start of an identification record.
    private static final int IM_VENDOR = 6;

    private static final int IM_ORDER = 8; // 20 characters
    private static final int IM_SERIAL = 28; // 16 characters
    private static final int IM_HARDWARE = 44; // u16
    private static final int IM_SOFTWARE = 46; // a letter, three numbers
    private static final int IM_LENGTH = 50;

    private static final Attribute TAG_FUNCTION = new Attribute("profinet.tag-function");

    private CmBlocks() {}

    /// Says of the sender what the blocks from `at` on hold.
    static void read(ByteSlice bytes, int at, Observer observer) {
        int next = at;
        for (int i = 0; i < MAX_BLOCKS && bytes.has(next, 6); i++) {
            int length = bytes.u16(next + 2);
            if (!bytes.has(next + 4, length)) {
                return;
            }
            switch (bytes.u16(next)) {
                case RELATION_REQUEST -> initiator(bytes, next, next + 4 + length, observer);
                case IDENTIFICATION -> identification(bytes, next, next + 4 + length, observer);
                case LOCATION -> location(bytes, next, next + 4 + length, observer);
                default -> {
                    // Records of other kinds hold parameters and diagnosis.
                }
            }
            next += 4 + length;
        }
    }

    private static void initiator(ByteSlice bytes, int at, int end, Observer observer) {
        if (at + NAME <= end && at + NAME + bytes.u16(at + NAME_LENGTH) <= end) {
            observer.number(Party.SENDER, DcpBlocks.VENDOR_ID, bytes.u16(at + INITIATOR_VENDOR), Confidence.HIGH);
            observer.number(Party.SENDER, DcpBlocks.DEVICE_ID, bytes.u16(at + INITIATOR_DEVICE), Confidence.HIGH);
            say(observer, Attribute.NAME, bytes.latin1(at + NAME, bytes.u16(at + NAME_LENGTH)));
        }
    }

    /// A record may be of a module of the station; the one that answers for itself is not told apart.
    private static void identification(ByteSlice bytes, int at, int end, Observer observer) {
        if (at + IM_LENGTH > end) {
            return;
        }
        observer.number(Party.SENDER, DcpBlocks.VENDOR_ID, bytes.u16(at + IM_VENDOR), Confidence.MEDIUM);
        say(observer, Attribute.MODEL, bytes.latin1(at + IM_ORDER, 20));
        say(observer, Attribute.SERIAL, bytes.latin1(at + IM_SERIAL, 16));
        say(observer, Attribute.HARDWARE, Integer.toString(bytes.u16(at + IM_HARDWARE)));
        String version = bytes.u8(at + IM_SOFTWARE + 1) + "." + bytes.u8(at + IM_SOFTWARE + 2) + "."
                + bytes.u8(at + IM_SOFTWARE + 3);
        say(observer, Attribute.FIRMWARE, bytes.latin1(at + IM_SOFTWARE, 1) + version);
    }

    private static void location(ByteSlice bytes, int at, int end, Observer observer) {
        if (at + 6 + 54 <= end) {
            say(observer, TAG_FUNCTION, bytes.latin1(at + 6, 32));
            say(observer, Attribute.LOCATION, bytes.latin1(at + 38, 22));
        }
    }

    private static void say(Observer observer, Attribute attribute, String value) {
        observer.identity(Party.SENDER, attribute, value, Confidence.MEDIUM);
    }
}
