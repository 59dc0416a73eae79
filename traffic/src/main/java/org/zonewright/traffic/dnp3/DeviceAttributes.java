package org.zonewright.traffic.dnp3;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads the objects of group 0 in a response (IEEE 1815, A.1): what an outstation says of itself.
///
/// An object: group, variation, qualifier 0 with the index of the first and last point, then u8 type of data, u8
/// length, data. Only visible strings tell who the station is.
final class DeviceAttributes {
    static final int GROUP = 0;

    private static final int HEADER = 5; // bytes of an object before the type
    private static final int RANGE_OF_BYTES = 0; // qualifier
    private static final int VISIBLE_STRING = 1;
    private static final int MAX_OBJECTS = 64;

    private static final Attribute ID = new Attribute("dnp3.user-assigned-id");
    private static final Attribute OPERATOR = new Attribute("dnp3.operator");
    private static final Attribute SYSTEM = new Attribute("dnp3.system");

    private DeviceAttributes() {}

    /// Tells all attributes from this place in the user data on, as far as they are in this segment.
    static void tell(LinkView link, int from, Observer observer) {
        int at = from;
        for (int i = 0; i < MAX_OBJECTS && at + HEADER + 2 <= link.userLength(); i++) {
            int first = link.user(at + 3);
            int length = link.user(at + HEADER + 1);
            boolean single = link.user(at) == GROUP
                    && link.user(at + 2) == RANGE_OF_BYTES
                    && first == link.user(at + 4)
                    && at + HEADER + 2 + length <= link.userLength();
            if (!single) {
                return;
            }
            // Index 0 holds the attributes of the standard; others are each maker's own.
            if (first == 0 && link.user(at + HEADER) == VISIBLE_STRING) {
                attribute(link.user(at + 1), link.text(at + HEADER + 2, length), observer);
            }
            at += HEADER + 2 + length;
        }
    }

    private static void attribute(int variation, String text, Observer observer) {
        switch (variation) {
            case 206, 207 -> observer.identity(Party.SENDER, OPERATOR, text, Confidence.HIGH);
            case 208 -> observer.identity(Party.SENDER, SYSTEM, text, Confidence.HIGH);
            case 242 -> observer.identity(Party.SENDER, Attribute.FIRMWARE, text, Confidence.HIGH);
            case 243 -> observer.identity(Party.SENDER, Attribute.HARDWARE, text, Confidence.HIGH);
            case 245 -> observer.identity(Party.SENDER, Attribute.LOCATION, text, Confidence.HIGH);
            case 246 -> observer.identity(Party.SENDER, ID, text, Confidence.HIGH);
            case 247 -> observer.identity(Party.SENDER, Attribute.NAME, text, Confidence.HIGH);
            case 248 -> observer.identity(Party.SENDER, Attribute.SERIAL, text, Confidence.HIGH);
            case 250 -> observer.identity(Party.SENDER, Attribute.MODEL, text, Confidence.HIGH);
            case 252 -> observer.identity(Party.SENDER, Attribute.VENDOR, text, Confidence.HIGH);
            default -> {
                // Limits and counts of points.
            }
        }
    }
}
