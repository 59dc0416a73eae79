package org.zonewright.traffic.s7comm;

import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// The two system status lists (SZL) that say what a station is (SIMATIC System Software for S7-300/400, System and
/// Standard Functions, "System Status Lists"):
///
///     0x0011 module identification, 28 bytes a record: index, 20 characters order number, type, version, version
///     0x001c component identification, 34 bytes a record: index, 32 bytes of text
///
/// A list longer than a PDU comes in several answers, cut anywhere. Between them the flow keeps which list it is and
/// how many bytes of the cut record follow; of that record only what stands before the cut is used.
final class SystemStatusList {
    private static final int MODULES = 0x11;
    private static final int COMPONENTS = 0x1c;
    private static final int MODULE_RECORD = 28;
    private static final int COMPONENT_RECORD = 34;
    private static final int MAX_RECORDS = 512;

    private static final long NONE = 0;
    private static final long OTHER_LIST = 1;
    private static final int RECORD = 4; // bits 4 and 5: kind of record, 1 = module, 2 = component
    private static final int PENDING = 6; // bits 6 to 9: component whose text begins the next part, its index came last
    private static final int SKIP = 10; // bits 10 to 15: bytes left of the cut record

    private static final Attribute MODULE_TYPE = new Attribute("s7comm.module-type");
    private static final Attribute PLANT = new Attribute("s7comm.plant-identification");
    private static final Attribute MEMORY_CARD = new Attribute("s7comm.memory-card-serial");
    private static final Attribute BOOT_LOADER = new Attribute("s7comm.boot-loader");

    private SystemStatusList() {}

    /// Reads one answer's part of a list at `at` up to `end`. `state` is what the part before returned, 0 for the
    /// first part; the result, 16 bits, belongs to the part that follows and is 0 if none does.
    static long read(ByteSlice bytes, int at, int end, boolean more, long state, Observer observer) {
        if (state != NONE) {
            pending(bytes, at + 4, end, (int) (state >>> PENDING) & 0xf, observer);
            return records(bytes, at + 4 + skip(state), end, more, recordLength(state), observer);
        }
        if (end - at < 12) {
            return more ? OTHER_LIST : NONE;
        }
        int list = bytes.u16(at + 4);
        int record = recordLengthOf(list);
        if (record == 0 || bytes.u16(at + 8) != record) {
            return more ? OTHER_LIST : NONE;
        }
        return records(bytes, at + 12, end, more, record, observer);
    }

    /// The record length of a CPU's list that is read here, whole or an extract of it; 0 for other lists.
    private static int recordLengthOf(int list) {
        return switch (list & 0xf0ff) {
            case MODULES -> MODULE_RECORD;
            case COMPONENTS -> COMPONENT_RECORD;
            default -> 0;
        };
    }

    private static int recordLength(long state) {
        return switch ((int) (state >>> RECORD) & 3) {
            case 1 -> MODULE_RECORD;
            case 2 -> COMPONENT_RECORD;
            default -> 0;
        };
    }

    private static int skip(long state) {
        return (int) (state >>> SKIP) & 0x3f;
    }

    private static long records(ByteSlice bytes, int from, int end, boolean more, int record, Observer observer) {
        if (record == 0) {
            return more ? OTHER_LIST : NONE;
        }
        int at = from;
        int pending = 0;
        for (int i = 0; i < MAX_RECORDS && end - at >= 2; i++) {
            int index = bytes.u16(at);
            if (end - at == 2) {
                pending = record == COMPONENT_RECORD && index <= 0xf ? index : 0;
                at += record;
                break;
            }
            int length = Math.min(record, end - at);
            if (record == COMPONENT_RECORD) {
                component(bytes, at, length, index, observer);
            } else if (length == record) {
                module(bytes, at, index, observer);
            }
            at += record;
        }
        long kind = record == MODULE_RECORD ? 1 : 2;
        return more
                ? OTHER_LIST | (kind << RECORD) | ((long) pending << PENDING) | ((long) Math.max(at - end, 0) << SKIP)
                : NONE;
    }

    /// The text of a component whose index was the last thing in the part before.
    private static void pending(ByteSlice bytes, int at, int end, int index, Observer observer) {
        Attribute attribute = index == 0 ? null : attribute(index);
        if (attribute != null && end - at >= COMPONENT_RECORD - 2) {
            say(observer, attribute, bytes.latin1(at, COMPONENT_RECORD - 2));
        }
    }

    private static void module(ByteSlice bytes, int at, int index, Observer observer) {
        String text = bytes.latin1(at + 2, 20);
        int first = bytes.u16(at + 24);
        int second = bytes.u16(at + 26);
        switch (index & 0xff) {
            case 0x01 -> {
                say(observer, Attribute.MODEL, text);
                if (text.startsWith("6ES7")) {
                    observer.identity(Party.SENDER, Attribute.VENDOR, "Siemens", Confidence.MEDIUM);
                }
            }
            case 0x06 -> {
                say(observer, Attribute.MODEL, text);
                say(observer, Attribute.HARDWARE, Integer.toString(first));
            }
            case 0x07 -> say(observer, Attribute.FIRMWARE, version(first, second));
            case 0x81 -> say(observer, BOOT_LOADER, version(first, second));
            default -> {
                // Other modules and software parts of the station say nothing of the station itself.
            }
        }
    }

    /// `V3.2.14`: a letter and three numbers, one byte each.
    private static String version(int first, int second) {
        String letter = first >>> 8 >= 'A' && first >>> 8 <= 'Z' ? Character.toString(first >>> 8) : "";
        return letter + (first & 0xff) + "." + (second >>> 8) + "." + (second & 0xff);
    }

    /// A text that the PDU's end cuts is used if its closing NUL is there.
    private static void component(ByteSlice bytes, int at, int length, int index, Observer observer) {
        Attribute attribute = attribute(index & 0xff);
        if (attribute == null) {
            return;
        }
        int nul = bytes.indexOf(0, at + 2);
        if (length == COMPONENT_RECORD || (nul >= 0 && nul < at + length)) {
            say(observer, attribute, bytes.latin1(at + 2, length - 2));
        }
    }

    private static @Nullable Attribute attribute(int index) {
        return switch (index) {
            case 1 -> Attribute.NAME;
            case 2 -> Attribute.MODULE;
            case 3 -> PLANT;
            case 4 -> Attribute.DESCRIPTION;
            case 5 -> Attribute.SERIAL;
            case 7 -> MODULE_TYPE;
            case 8 -> MEMORY_CARD;
            case 11 -> Attribute.LOCATION;
            default -> null;
        };
    }

    private static void say(Observer observer, Attribute attribute, String value) {
        observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
    }
}
