package org.zonewright.traffic.cip;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.zonewright.facts.Attribute;
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

    private IdentityObject() {}

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

    /// Says of the sender what the attributes at `at` hold; those beyond `end` are passed over.
    public static void read(ByteSlice bytes, int at, int end, Confidence confidence, Observer observer) {
        vendor(bytes.u16le(at), confidence, observer);
        observer.number(Party.SENDER, DEVICE_TYPE, bytes.u16le(at + 2), confidence);
        observer.number(Party.SENDER, PRODUCT_CODE, bytes.u16le(at + 4), confidence);
        revision(bytes, at + 6, confidence, observer);
        serial(bytes.u32le(at + 10), confidence, observer);
        int length = bytes.u8(at + NAME_LENGTH);
        if (at + NAME + length <= end) {
            name(bytes, at + NAME, length, confidence, observer);
        }
    }

    /// Says of the sender what one attribute of an answer to Get Attribute Single holds.
    static void readOne(int attribute, ByteSlice bytes, int at, int end, Observer observer) {
        int length = end - at;
        switch (attribute) {
            case 1 -> vendor(bytes.u16le(at), Confidence.MEDIUM, observer);
            case 2 -> observer.number(Party.SENDER, DEVICE_TYPE, bytes.u16le(at), Confidence.MEDIUM);
            case 3 -> observer.number(Party.SENDER, PRODUCT_CODE, bytes.u16le(at), Confidence.MEDIUM);
            case 4 -> revision(bytes, at, Confidence.MEDIUM, observer);
            case 6 -> serial(bytes.u32le(at), Confidence.MEDIUM, observer);
            case 7 -> {
                if (length > 0 && bytes.u8(at) < length) {
                    name(bytes, at + 1, bytes.u8(at), Confidence.MEDIUM, observer);
                }
            }
            default -> {
                // Status, state and the like say nothing of who it is.
            }
        }
    }

    private static void vendor(int id, Confidence confidence, Observer observer) {
        observer.number(Party.SENDER, VENDOR_ID, id, confidence);
        String known = VENDORS.get(id);
        if (known != null) {
            observer.identity(Party.SENDER, Attribute.VENDOR, known, confidence);
        }
    }

    private static void revision(ByteSlice bytes, int at, Confidence confidence, Observer observer) {
        String revision = bytes.u8(at) + "." + bytes.u8(at + 1);
        observer.identity(Party.SENDER, Attribute.FIRMWARE, revision, confidence);
    }

    private static void serial(long number, Confidence confidence, Observer observer) {
        observer.identity(Party.SENDER, Attribute.SERIAL, String.format("%08x", number), confidence);
    }

    private static void name(ByteSlice bytes, int at, int length, Confidence confidence, Observer observer) {
        String name = bytes.text(at, length, StandardCharsets.ISO_8859_1);
        observer.identity(Party.SENDER, Attribute.MODEL, name, confidence);
    }
}
