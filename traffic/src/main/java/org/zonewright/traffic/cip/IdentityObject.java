package org.zonewright.traffic.cip;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.ChildAddress;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// The attributes of the Identity object, class 1 (The CIP Networks Library, volume 1, 5A-2), as Get Attributes All
/// and List Identity give them:
///
///     0 vendor   2 device type   4 product code   6 revision, two bytes   8 status   10 serial number   14 name,
///     led by its length in one byte
public final class IdentityObject {
    private static final int NAME_LENGTH = 14;
    private static final int NAME = 15;
    private static final int MAX_NAME = 32;

    private static final Attribute VENDOR_ID = new Attribute("cip.vendor-id");
    private static final Attribute DEVICE_TYPE = new Attribute("cip.device-type");
    private static final Attribute PRODUCT_CODE = new Attribute("cip.product-code");

    /// Makers seen most, by the vendor id that ODVA gave them.
    private static final Map<Integer, String> VENDORS = Map.ofEntries(
            Map.entry(1, "Rockwell Automation/Allen-Bradley"),
            Map.entry(7, "SMC"),
            Map.entry(26, "Festo"),
            Map.entry(40, "WAGO"),
            Map.entry(44, "Yaskawa Electric America"),
            Map.entry(46, "ABB"),
            Map.entry(47, "Omron"),
            Map.entry(48, "Turck"),
            Map.entry(58, "Spectrum Controls"),
            Map.entry(90, "HMS Industrial Networks"),
            Map.entry(108, "Beckhoff Automation"),
            Map.entry(161, "Mitsubishi Electric"),
            Map.entry(243, "Schneider Automation"),
            Map.entry(283, "Hilscher"),
            Map.entry(345, "Endress+Hauser"),
            Map.entry(356, "Fanuc Robotics America"),
            Map.entry(482, "Koyo Electronics"),
            Map.entry(562, "Phoenix Contact"),
            Map.entry(678, "Cognex"),
            Map.entry(808, "SICK"));

    private final @Nullable ChildAddress child;
    private final Confidence confidence;
    private final Observer observer;

    /// Reads for this observer: of the device that the sender reaches by `child`, or of the sender itself where that
    /// is null.
    public IdentityObject(@Nullable ChildAddress child, Confidence confidence, Observer observer) {
        this.child = child;
        this.confidence = confidence;
        this.observer = observer;
    }

    /// True if the bytes from `at` to `end` can be all attributes: a printable name fills the rest or nearly so.
    static boolean isPlausible(ByteSlice bytes, int at, int end) {
        if (end - at < NAME) {
            return false;
        }
        int length = bytes.u8(at + NAME_LENGTH);
        if (length > MAX_NAME || at + NAME + length > end) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int c = bytes.u8(at + NAME + i);
            if (c < 0x20 || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /// Says what the attributes at `at` hold; those beyond `end` are passed over.
    public void read(ByteSlice bytes, int at, int end) {
        vendor(bytes.u16le(at));
        number(DEVICE_TYPE, bytes.u16le(at + 2));
        number(PRODUCT_CODE, bytes.u16le(at + 4));
        revision(bytes, at + 6);
        serial(bytes.u32le(at + 10));
        int length = bytes.u8(at + NAME_LENGTH);
        if (at + NAME + length <= end) {
            name(bytes, at + NAME, length);
        }
    }

    /// Says what one attribute of an answer to Get Attribute Single holds.
    void readOne(int attribute, ByteSlice bytes, int at, int end) {
        int length = end - at;
        switch (attribute) {
            case 1 -> vendor(bytes.u16le(at));
            case 2 -> number(DEVICE_TYPE, bytes.u16le(at));
            case 3 -> number(PRODUCT_CODE, bytes.u16le(at));
            case 4 -> revision(bytes, at);
            case 6 -> serial(bytes.u32le(at));
            case 7 -> {
                if (length > 0 && bytes.u8(at) < length) {
                    name(bytes, at + 1, bytes.u8(at));
                }
            }
            default -> {
                // Status, state and the like say nothing of who it is.
            }
        }
    }

    private void vendor(int id) {
        number(VENDOR_ID, id);
        String known = VENDORS.get(id);
        if (known != null) {
            say(Attribute.VENDOR, known);
        }
    }

    private void revision(ByteSlice bytes, int at) {
        say(Attribute.FIRMWARE, bytes.u8(at) + "." + bytes.u8(at + 1));
    }

    private void serial(long number) {
        say(Attribute.SERIAL, String.format("%08x", number));
    }

    private void name(ByteSlice bytes, int at, int length) {
        say(Attribute.MODEL, bytes.text(at, length, StandardCharsets.ISO_8859_1));
    }

    private void number(Attribute attribute, long value) {
        if (child == null) {
            observer.number(Party.SENDER, attribute, value, confidence);
        } else {
            say(attribute, Long.toString(value));
        }
    }

    private void say(Attribute attribute, String value) {
        if (child == null) {
            observer.identity(Party.SENDER, attribute, value, confidence);
        } else {
            observer.behind(Party.SENDER, child, attribute, value, confidence);
        }
    }
}
