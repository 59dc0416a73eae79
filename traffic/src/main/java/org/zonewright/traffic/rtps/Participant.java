package org.zonewright.traffic.rtps;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// What the announcement of a participant says: parameters, each u16 id, u16 length, value; texts are led by their
/// length in four bytes, which counts the zero at their end, and fill up to a multiple of four.
final class Participant {
    private static final int SENTINEL = 0x0001;
    private static final int DOMAIN = 0x000f;
    private static final int PROPERTIES = 0x0059;
    private static final int ENTITY_NAME = 0x0062;
    private static final int RTI_PRODUCT = 0x8000; // four numbers
    private static final int RTI_DOMAIN = 0x800f;
    private static final int MAX_PARAMETERS = 64;
    private static final int MAX_PROPERTIES = 32;

    private static final Attribute NAME = new Attribute("rtps.participant");
    private static final Attribute DOMAIN_ID = new Attribute("rtps.domain");
    private static final Attribute PRODUCT_VERSION = new Attribute("rtps.product-version");
    private static final Attribute TARGET = new Attribute("rtps.target");

    private final ByteSlice bytes;
    private final boolean little;
    private final Observer observer;

    Participant(ByteSlice bytes, boolean little, Observer observer) {
        this.bytes = bytes;
        this.little = little;
        this.observer = observer;
    }

    /// Where the parameters from `from` on end.
    static int skip(ByteSlice bytes, int from, int end, boolean little) {
        int at = from;
        for (int i = 0; i < MAX_PARAMETERS && at + 4 <= end; i++) {
            int id = little ? bytes.u16le(at) : bytes.u16(at);
            at += 4 + (little ? bytes.u16le(at + 2) : bytes.u16(at + 2));
            if (id == SENTINEL) {
                break;
            }
        }
        return at;
    }

    /// Tells what the parameters say; `isRti` if those of RTI's own mean what they do there.
    void tell(int from, int end, boolean isRti) {
        int at = from;
        for (int i = 0; i < MAX_PARAMETERS && at + 4 <= end; i++) {
            int id = u16(at);
            int length = u16(at + 2);
            int value = at + 4;
            if (id == SENTINEL || !bytes.has(value, length)) {
                return;
            }
            parameter(id, value, length, isRti);
            at = value + length;
        }
    }

    private void parameter(int id, int value, int length, boolean isRti) {
        if (length < 4) {
            return;
        }
        if (id == ENTITY_NAME) {
            say(NAME, text(value, value + length));
        } else if (id == PROPERTIES) {
            properties(value, value + length);
        } else if (id == DOMAIN || (isRti && id == RTI_DOMAIN)) {
            observer.number(Party.SENDER, DOMAIN_ID, i32(value) & 0xffff_ffffL, Confidence.HIGH);
        } else if (isRti && id == RTI_PRODUCT) {
            say(
                    PRODUCT_VERSION,
                    bytes.u8(value) + "." + bytes.u8(value + 1) + "." + bytes.u8(value + 2) + "."
                            + bytes.u8(value + 3));
        }
    }

    private void properties(int from, int end) {
        int count = Math.min(i32(from), MAX_PROPERTIES);
        int at = from + 4;
        for (int i = 0; i < count; i++) {
            int value = next(at, end);
            int next = next(value, end);
            if (value < 0 || next < 0) {
                return;
            }
            switch (text(at, end)) {
                case "dds.sys_info.hostname" -> say(Attribute.NAME, text(value, end));
                case "dds.sys_info.username" -> say(Attribute.ACCOUNT, text(value, end));
                case "dds.sys_info.target" -> say(TARGET, text(value, end));
                default -> {}
            }
            at = next;
        }
    }

    /// Where the text that follows the one at `at` starts, -1 if this one is not all there.
    private int next(int at, int end) {
        if (at < 0 || at + 4 > end || i32(at) < 0 || i32(at) > end - at - 4) {
            return -1;
        }
        return at + 4 + ((i32(at) + 3) & ~3);
    }

    private String text(int at, int end) {
        return next(at, end) < 0 ? "" : bytes.utf8(at + 4, i32(at));
    }

    private void say(Attribute attribute, String value) {
        if (!value.isEmpty()) {
            observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
        }
    }

    private int u16(int at) {
        return little ? bytes.u16le(at) : bytes.u16(at);
    }

    private int i32(int at) {
        return little ? bytes.i32le(at) : bytes.i32(at);
    }
}
