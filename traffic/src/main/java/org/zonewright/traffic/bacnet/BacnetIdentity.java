package org.zonewright.traffic.bacnet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads who a station says it is: I-Am (ASHRAE 135, 16.10), and the properties of its device object in answers to
/// Read Property and Read Property Multiple (15.5, 15.7). One thread.
final class BacnetIdentity {
    private static final Attribute INSTANCE = new Attribute("bacnet.device-instance");
    private static final Attribute VENDOR_ID = new Attribute("bacnet.vendor-id");
    private static final Attribute FORWARDED_INSTANCE = new Attribute("bacnet.forwarded-device-instance");
    private static final Attribute FORWARDED_VENDOR_ID = new Attribute("bacnet.forwarded-vendor-id");
    private static final Attribute OTHER_NAME = new Attribute("bacnet.device-object-name");
    private static final Attribute OBJECT_TYPE = new Attribute("bacnet.object-type");

    private static final Attribute APPLICATION_VERSION = new Attribute("bacnet.application-version");

    private static final int OBJECT_NAME = 77; // properties
    private static final int SERIAL_NUMBER = 372;
    private static final int INSTANCE_BITS = 0x3f_ffff;
    private static final int INSTANCE_LENGTH = 22;
    private static final int MAX_TAGS = 512;
    private static final int UTF_8 = 0; // character sets
    private static final int UCS_2 = 4;
    private static final int LATIN_1 = 5;

    /// Makers seen most, by the vendor id that ASHRAE gave them.
    private static final Map<Integer, String> VENDORS = Map.ofEntries(
            Map.entry(2, "Trane"),
            Map.entry(5, "Johnson Controls"),
            Map.entry(8, "Delta Controls"),
            Map.entry(10, "Schneider Electric"),
            Map.entry(16, "Carrier"),
            Map.entry(17, "Honeywell"),
            Map.entry(18, "Alerton"),
            Map.entry(24, "Automated Logic"),
            Map.entry(28, "KMC Controls"),
            Map.entry(35, "Reliable Controls"),
            Map.entry(36, "Tridium"),
            Map.entry(77, "Carel"),
            Map.entry(80, "Sauter"),
            Map.entry(89, "Saia-Burgess Controls"),
            Map.entry(178, "Loytec"),
            Map.entry(222, "WAGO"),
            Map.entry(226, "Phoenix Contact"),
            Map.entry(245, "Contemporary Controls"),
            Map.entry(284, "Belimo"),
            Map.entry(364, "Distech Controls"),
            Map.entry(415, "Beckhoff Automation"));

    private final BacnetTag tag = new BacnetTag();

    /// Reads I-Am at `at`: object, longest message, segmentation, vendor. The sender of a forwarded message is told
    /// only
    /// that the station stands before it.
    void iAm(ByteSlice bytes, int at, Speaker speaker, boolean forwarded, Observer observer) {
        if (!tag.read(bytes, at) || !tag.isApplication(BacnetTag.OBJECT_IDENTIFIER) || tag.length() != 4) {
            return;
        }
        long object = tag.unsigned(bytes);
        if (object >>> INSTANCE_LENGTH != ObjectTypes.DEVICE
                || !tag.read(bytes, tag.end())
                || !tag.read(bytes, tag.end())) {
            return;
        }
        if (!tag.read(bytes, tag.end()) || !tag.isApplication(BacnetTag.UNSIGNED)) {
            return;
        }
        long instance = object & INSTANCE_BITS;
        long vendor = tag.unsigned(bytes);
        if (forwarded) {
            observer.number(Party.SENDER, FORWARDED_INSTANCE, instance, Confidence.HIGH);
            observer.number(Party.SENDER, FORWARDED_VENDOR_ID, vendor, Confidence.HIGH);
        }
        speaker.number(INSTANCE, instance, observer);
        speaker.number(VENDOR_ID, vendor, observer);
        String known = VENDORS.get((int) vendor);
        if (known != null) {
            speaker.text(Attribute.VENDOR, known, observer);
        }
    }

    /// Reads I-Have at `at` (16.9): device, object, name. Only the name of a device object names the station, and it is
    /// surely its own only if the object is the device.
    void iHave(ByteSlice bytes, int at, Speaker speaker, Observer observer) {
        if (!tag.read(bytes, at) || !tag.isApplication(BacnetTag.OBJECT_IDENTIFIER) || tag.length() != 4) {
            return;
        }
        long device = tag.unsigned(bytes);
        if (!tag.read(bytes, tag.end()) || !tag.isApplication(BacnetTag.OBJECT_IDENTIFIER) || tag.length() != 4) {
            return;
        }
        long object = tag.unsigned(bytes);
        boolean named = object >>> INSTANCE_LENGTH == ObjectTypes.DEVICE
                && tag.read(bytes, tag.end())
                && tag.isApplication(BacnetTag.CHARACTER_STRING)
                && tag.length() > 1;
        if (named) {
            text(bytes, object == device ? Attribute.NAME : OTHER_NAME, speaker, observer);
        }
    }

    /// Reads texts of the device object from an answer whose tags begin at `at`, and which types its objects have. Both
    /// services name the object in context tag 0; the property stands in `propertyTag`.
    void properties(ByteSlice bytes, int at, int propertyTag, Speaker speaker, Observer observer) {
        boolean ofDevice = false;
        int property = -1;
        int next = at;
        for (int i = 0; i < MAX_TAGS && tag.read(bytes, next); i++) {
            if (tag.isContext(0) && tag.length() == 4) {
                int type = (int) (tag.unsigned(bytes) >>> INSTANCE_LENGTH);
                ofDevice = type == ObjectTypes.DEVICE;
                if (speaker.isNew(OBJECT_TYPE, type, observer)) {
                    speaker.text(OBJECT_TYPE, ObjectTypes.name(type), observer);
                }
            } else if (tag.isContext(propertyTag)) {
                property = (int) tag.unsigned(bytes);
            } else if (ofDevice && tag.isApplication(BacnetTag.CHARACTER_STRING) && tag.length() > 1) {
                Attribute attribute = attribute(property);
                if (attribute != null) {
                    text(bytes, attribute, speaker, observer);
                }
            }
            next = tag.end();
        }
    }

    private void text(ByteSlice bytes, Attribute attribute, Speaker speaker, Observer observer) {
        Charset charset = charset(bytes.u8(tag.content()));
        if (charset != null) {
            String value = bytes.text(tag.content() + 1, tag.length() - 1, charset);
            speaker.text(attribute, value, observer);
        }
    }

    private static @Nullable Attribute attribute(int property) {
        return switch (property) {
            case 12 -> APPLICATION_VERSION;
            case 28 -> Attribute.DESCRIPTION;
            case 44 -> Attribute.FIRMWARE;
            case 58 -> Attribute.LOCATION;
            case 70 -> Attribute.MODEL;
            case OBJECT_NAME -> Attribute.NAME;
            case 121 -> Attribute.VENDOR;
            case SERIAL_NUMBER -> Attribute.SERIAL;
            default -> null;
        };
    }

    private static @Nullable Charset charset(int set) {
        return switch (set) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case UCS_2 -> StandardCharsets.UTF_16BE;
            case LATIN_1 -> StandardCharsets.ISO_8859_1;
            default -> null;
        };
    }
}
