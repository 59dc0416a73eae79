package org.zonewright.traffic.lldp;

import org.jspecify.annotations.Nullable;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;

/// Organisation TLVs that say who a station is: 24 bits of organisation, 8 bits of subtype, a value.
final class OrganisationTlv {
    private static final int HEADER = 4;
    private static final int LLDP_MED = 0x0012bb;
    private static final int PROFINET = 0x000ecf;
    private static final int PROFINET_CHASSIS_MAC = 5;

    private OrganisationTlv() {}

    /// The chassis MAC address of PROFINET, or 0 if this is another TLV.
    static long chassisMac(ByteSlice bytes, int at, int length) {
        boolean found = length == HEADER + 6 && bytes.u24(at) == PROFINET && bytes.u8(at + 3) == PROFINET_CHASSIS_MAC;
        return found ? bytes.u48(at + HEADER) : 0;
    }

    static void tell(ByteSlice bytes, int at, int length, Address device, Observer observer) {
        if (length <= HEADER || bytes.u24(at) != LLDP_MED) {
            return;
        }
        Attribute attribute = inventory(bytes.u8(at + 3));
        if (attribute != null) {
            observer.identity(device, attribute, bytes.utf8(at + HEADER, length - HEADER), Confidence.HIGH);
        }
    }

    /// The inventory of LLDP-MED (ANSI/TIA-1057, 10.2.6).
    private static @Nullable Attribute inventory(int subtype) {
        return switch (subtype) {
            case 5 -> Attribute.HARDWARE;
            case 6 -> new Attribute("lldp.boot-firmware");
            case 7 -> Attribute.FIRMWARE;
            case 8 -> Attribute.SERIAL;
            case 9 -> Attribute.VENDOR;
            case 10 -> Attribute.MODEL;
            case 11 -> new Attribute("lldp.asset-id");
            default -> null;
        };
    }
}
