package org.zonewright.traffic.knx;

import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads what a device says of itself (KNX Standard 3/8/2, 7.5.4): blocks of u8 length, u8 type, content.
final class DescriptionBlocks {
    private static final int DEVICE = 1;
    private static final int SERVICES = 2;
    private static final int MANUFACTURER = 0xfe;

    private static final int DEVICE_LENGTH = 54; // bytes
    private static final int MEDIUM = 2; // u8
    private static final int ADDRESS = 4; // u16: area, line, device
    private static final int SERIAL = 8; // six bytes
    private static final int MAC = 18; // six bytes
    private static final int NAME = 24;
    private static final int NAME_LENGTH = 30;
    private static final int SECURITY_FAMILY = 9;

    private static final Attribute INDIVIDUAL_ADDRESS = new Attribute("knx.address");
    private static final Attribute MEDIUM_NAME = new Attribute("knx.medium");
    private static final Attribute MAC_ADDRESS = new Attribute("knx.mac");
    private static final Attribute SECURE = new Attribute("knx.secure");
    private static final Attribute MANUFACTURER_ID = new Attribute("knx.manufacturer-id");

    private DescriptionBlocks() {}

    static void tell(ByteSlice bytes, int from, int end, Observer observer) {
        int at = from;
        while (at + 2 <= end) {
            int length = bytes.u8(at);
            if (length < 2 || at + length > end) {
                return;
            }
            switch (bytes.u8(at + 1)) {
                case DEVICE -> {
                    if (length >= DEVICE_LENGTH) {
                        device(bytes, at, observer);
                    }
                }
                case SERVICES -> services(bytes, at, length, observer);
                case MANUFACTURER -> {
                    if (length >= 4) {
                        observer.number(Party.SENDER, MANUFACTURER_ID, bytes.u16(at + 2), Confidence.HIGH);
                    }
                }
                default -> {
                    // Addresses that the packet shows, or that belong to tunnels.
                }
            }
            at += length;
        }
    }

    private static void device(ByteSlice bytes, int at, Observer observer) {
        observer.identity(Party.SENDER, Attribute.NAME, bytes.latin1(at + NAME, NAME_LENGTH), Confidence.HIGH);
        observer.identity(Party.SENDER, Attribute.SERIAL, bytes.hex(at + SERIAL, 6), Confidence.HIGH);
        int address = bytes.u16(at + ADDRESS);
        String individual = (address >>> 12) + "." + ((address >>> 8) & 15) + "." + (address & 0xff);
        observer.identity(Party.SENDER, INDIVIDUAL_ADDRESS, individual, Confidence.HIGH);
        observer.identity(Party.SENDER, MEDIUM_NAME, medium(bytes.u8(at + MEDIUM)), Confidence.HIGH);
        MacAddress mac = new MacAddress(bytes.u48(at + MAC));
        if (!mac.isUnspecified()) {
            observer.identity(Party.SENDER, MAC_ADDRESS, mac.toString(), Confidence.HIGH);
        }
    }

    private static String medium(int medium) {
        return switch (medium) {
            case 0x02 -> "twisted pair";
            case 0x04 -> "power line";
            case 0x10 -> "radio";
            case 0x20 -> "IP";
            default -> "";
        };
    }

    /// Pairs of a service family and its version.
    private static void services(ByteSlice bytes, int at, int length, Observer observer) {
        for (int i = 2; i + 2 <= length; i += 2) {
            if (bytes.u8(at + i) == SECURITY_FAMILY) {
                observer.number(Party.SENDER, SECURE, 1, Confidence.HIGH);
            }
        }
    }
}
