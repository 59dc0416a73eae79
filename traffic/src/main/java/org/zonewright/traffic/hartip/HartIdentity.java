package org.zonewright.traffic.hartip;

import java.util.Locale;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// What a response says of the device that gave it (HCF_SPEC-127).
final class HartIdentity {
    private static final Attribute TYPE = new Attribute("hart.device-type");
    private static final Attribute ID = new Attribute("hart.device-id");
    private static final Attribute MAKER = new Attribute("hart.manufacturer-id");
    private static final Attribute REVISION = new Attribute("hart.device-revision");
    private static final Attribute UNIVERSAL = new Attribute("hart.universal-revision");
    private static final Attribute DEVICE = new Attribute("hart.device");
    private static final Attribute DEVICE_TAG = new Attribute("hart.device-tag");

    /// Of command 0: expansion code, type, preambles, revisions of HART, device and software, hardware, flags, id.
    private static final int EXPANSION = 254;

    private static final int AT_TYPE = 1; // u16
    private static final int AT_UNIVERSAL = 4; // u8
    private static final int AT_REVISION = 5; // u8
    private static final int AT_SOFTWARE = 6; // u8
    private static final int AT_HARDWARE = 7; // u8, the upper five bits
    private static final int AT_ID = 9; // u24
    private static final int AT_MAKER = 17; // u16, from revision 7 on
    private static final int SHORT_FORM = 12; // bytes
    private static final int LONG_FORM = 19; // bytes

    private static final int PACKED_TAG = 6; // bytes
    private static final int PACKED_DESCRIPTOR = 12; // bytes
    private static final int LONG_TAG = 32; // bytes

    private static final int SUB_DEVICE_TYPE = 6; // u16
    private static final int SUB_DEVICE_ID = 8; // u24
    private static final int SUB_DEVICE_TAG = 12; // text

    private HartIdentity() {}

    /// The device's address as an answer to command 0 gives it: type and id in 38 bits, or 0.
    static long address(CommandFrame frame) {
        int at = frame.data();
        ByteSlice bytes = frame.bytes();
        if (frame.end() - at < SHORT_FORM || bytes.u8(at) != EXPANSION) {
            return 0;
        }
        return ((long) (bytes.u16(at + AT_TYPE) & 0x3fff) << 24) | bytes.u24(at + AT_ID);
    }

    /// Tells the answer to commands 0, 11 and 21; `own` if it is the sender of the packet that speaks of itself.
    static void device(CommandFrame frame, boolean own, Confidence confidence, Observer observer) {
        int at = frame.data();
        ByteSlice bytes = frame.bytes();
        int length = frame.end() - at;
        if (length < SHORT_FORM || bytes.u8(at) != EXPANSION) {
            return;
        }
        int type = bytes.u16(at + AT_TYPE);
        int id = bytes.u24(at + AT_ID);
        if (!own) {
            observer.identity(Party.SENDER, DEVICE, name(type, id), Confidence.HIGH);
            return;
        }
        int universal = bytes.u8(at + AT_UNIVERSAL);
        int maker = universal >= 7 && length >= LONG_FORM ? bytes.u16(at + AT_MAKER) : type >>> 8;
        observer.identity(Party.SENDER, Attribute.VENDOR, HartMakers.name(maker), confidence);
        observer.number(Party.SENDER, MAKER, maker, confidence);
        observer.identity(Party.SENDER, TYPE, String.format(Locale.ROOT, "0x%04x", type), confidence);
        observer.number(Party.SENDER, ID, id, confidence);
        observer.identity(Party.SENDER, Attribute.SERIAL, Integer.toString(id), Confidence.MEDIUM);
        observer.number(Party.SENDER, REVISION, bytes.u8(at + AT_REVISION), confidence);
        observer.number(Party.SENDER, UNIVERSAL, universal, confidence);
        observer.identity(Party.SENDER, Attribute.FIRMWARE, Integer.toString(bytes.u8(at + AT_SOFTWARE)), confidence);
        observer.identity(
                Party.SENDER, Attribute.HARDWARE, Integer.toString(bytes.u8(at + AT_HARDWARE) >>> 3), confidence);
    }

    private static String name(int type, int id) {
        return String.format(Locale.ROOT, "type 0x%04x id %d", type, id);
    }

    /// Tells tag and descriptor of command 13.
    static void tag(CommandFrame frame, boolean own, Confidence confidence, Observer observer) {
        if (frame.end() - frame.data() < PACKED_TAG + PACKED_DESCRIPTOR) {
            return;
        }
        named(packed(frame.bytes(), frame.data(), PACKED_TAG), frame, own, confidence, observer);
        if (own) {
            String descriptor = packed(frame.bytes(), frame.data() + PACKED_TAG, PACKED_DESCRIPTOR);
            observer.identity(Party.SENDER, Attribute.DESCRIPTION, descriptor, confidence);
        }
    }

    /// Tells the tag of command 20 or 22.
    static void longTag(CommandFrame frame, boolean own, Confidence confidence, Observer observer) {
        if (frame.end() - frame.data() >= LONG_TAG) {
            named(frame.bytes().latin1(frame.data(), LONG_TAG), frame, own, confidence, observer);
        }
    }

    /// Tells the answer to command 84, about a device behind the sender: index, card, channel, maker, type, id,
    /// revision of HART, long tag.
    static void subDevice(CommandFrame frame, Observer observer) {
        int at = frame.data();
        ByteSlice bytes = frame.bytes();
        if (frame.end() - at < SUB_DEVICE_TAG + LONG_TAG) {
            return;
        }
        String device = name(bytes.u16(at + SUB_DEVICE_TYPE), bytes.u24(at + SUB_DEVICE_ID));
        observer.identity(Party.SENDER, DEVICE, device, Confidence.HIGH);
        String tag = bytes.latin1(at + SUB_DEVICE_TAG, LONG_TAG);
        if (!tag.isEmpty()) {
            observer.identity(Party.SENDER, DEVICE_TAG, device + ": " + tag, Confidence.HIGH);
        }
    }

    private static void named(String tag, CommandFrame frame, boolean own, Confidence confidence, Observer observer) {
        if (tag.isEmpty() || tag.chars().allMatch(c -> c == '?')) {
            return;
        }
        if (own) {
            observer.identity(Party.SENDER, Attribute.NAME, tag, confidence);
        } else if (frame.isLongAddress()) {
            int type = (int) (frame.address() >>> 24);
            String device = name(type, (int) frame.address() & 0xff_ffff);
            observer.identity(Party.SENDER, DEVICE_TAG, device + ": " + tag, Confidence.HIGH);
        }
    }

    /// Six zero bits are `@`: memory that nobody wrote.
    private static String withoutBlanks(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(from, to).toString();
    }

    private static boolean isBlank(char c) {
        return c == '@' || c == ' ';
    }

    /// Text of six bits a character: the upper half of the 64 stands for `@` to `_`, the lower for space to `?`.
    static String packed(ByteSlice bytes, int from, int count) {
        StringBuilder text = new StringBuilder(count * 4 / 3);
        for (int at = from; at + 2 < from + count; at += 3) {
            int group = bytes.u24(at);
            for (int shift = 18; shift >= 0; shift -= 6) {
                int six = (group >>> shift) & 0x3f;
                text.append((char) (six < 0x20 ? six | 0x40 : six));
            }
        }
        return withoutBlanks(text);
    }
}
