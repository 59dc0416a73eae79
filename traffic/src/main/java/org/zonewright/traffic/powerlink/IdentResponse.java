package org.zonewright.traffic.powerlink;

import java.util.Locale;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// What a node says of itself when it is asked who it is (EPSG DS 301, 7.3.3.2). Numbers are little endian; offsets
/// count from the message's start. The IP address is one that the node would have behind a router of its network; it
/// need not be used by anyone here, so it is an attribute of its own.
final class IdentResponse {
    private static final int DEVICE_TYPE = 26; // u32
    private static final int VENDOR = 30; // u32
    private static final int PRODUCT = 34; // u32
    private static final int REVISION = 38; // u32
    private static final int SERIAL = 42; // u32
    private static final int ADDRESS = 70; // u32
    private static final int HOST_NAME = 82;
    private static final int HOST_NAME_LENGTH = 32;

    private static final Attribute TYPE_ID = new Attribute("powerlink.device-type");
    private static final Attribute VENDOR_ID = new Attribute("powerlink.vendor-id");
    private static final Attribute PRODUCT_ID = new Attribute("powerlink.product-code");
    private static final Attribute REVISION_ID = new Attribute("powerlink.revision");
    private static final Attribute IP_ADDRESS = new Attribute("powerlink.ip-address");
    private static final int BERNECKER_RAINER = 0x0100_006c;
    private static final int NO_SERIAL = 0xffff_ffff;

    private IdentResponse() {}

    static void tell(ByteSlice bytes, Observer observer) {
        int vendor = bytes.i32le(VENDOR);
        if (vendor == BERNECKER_RAINER) {
            observer.identity(Party.SENDER, Attribute.VENDOR, "B&R Industrial Automation", Confidence.HIGH);
        }
        observer.identity(Party.SENDER, VENDOR_ID, hex(vendor), Confidence.HIGH);
        observer.identity(Party.SENDER, PRODUCT_ID, hex(bytes.i32le(PRODUCT)), Confidence.HIGH);
        observer.identity(Party.SENDER, REVISION_ID, hex(bytes.i32le(REVISION)), Confidence.HIGH);
        observer.identity(Party.SENDER, TYPE_ID, hex(bytes.i32le(DEVICE_TYPE)), Confidence.HIGH);
        int serial = bytes.i32le(SERIAL);
        if (serial != 0 && serial != NO_SERIAL) {
            observer.identity(Party.SENDER, Attribute.SERIAL, Integer.toUnsignedString(serial), Confidence.HIGH);
        }
        int address = bytes.i32le(ADDRESS);
        if (address != 0) {
            observer.identity(Party.SENDER, IP_ADDRESS, new Ipv4Address(address).toString(), Confidence.HIGH);
        }
        if (bytes.has(HOST_NAME, HOST_NAME_LENGTH)) {
            String name = bytes.latin1(HOST_NAME, HOST_NAME_LENGTH);
            observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.HIGH);
        }
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "0x%08x", value);
    }
}
