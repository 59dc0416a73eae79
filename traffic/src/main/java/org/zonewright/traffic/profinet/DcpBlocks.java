package org.zonewright.traffic.profinet;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;

/// Reads what a station says of itself in the blocks of a DCP answer or Hello (IEC 61158-6-10, 4.3.1.4): each block
/// has option, suboption, a length, two bytes of information, then its value, padded to an even length.
final class DcpBlocks {
    static final Attribute VENDOR_ID = new Attribute("profinet.vendor-id");
    static final Attribute DEVICE_ID = new Attribute("profinet.device-id");
    private static final Attribute SET = new Attribute("profinet.asked-to-set");
    private static final Attribute ALIAS = new Attribute("profinet.alias");
    private static final Attribute TYPE_OF_STATION = new Attribute("profinet.type-of-station");

    private static final int IP_PARAMETERS = 0x0102; // option and suboption
    private static final int FULL_IP_SUITE = 0x0103;
    private static final int STATION_TYPE = 0x0201;
    private static final int STATION_NAME = 0x0202;
    private static final int STATION_ID = 0x0203;
    private static final int STATION_ROLE = 0x0204;
    private static final int STATION_ALIAS = 0x0206;
    private static final int SIGNAL = 0x0503;
    private static final int FACTORY_RESET = 0x0505;
    private static final int RESET_TO_FACTORY = 0x0506;
    private static final int CONTROL_RESPONSE = 0x0504;
    private static final int MAX_BLOCKS = 64;
    private static final int HEAD = 6; // bytes before the value

    /// Words for the bits of the role, lowest first: device, controller, multidevice, supervisor.
    private static final List<String> ROLES =
            List.of("field-device", "controller", "field-device", "engineering-station");

    private DcpBlocks() {}

    /// Says of the sender what the blocks from `at` to `end` hold.
    static void read(ByteSlice bytes, int at, int end, Observer observer) {
        int next = at;
        for (int i = 0; i < MAX_BLOCKS && next + 4 <= end; i++) {
            int length = bytes.u16(next + 2);
            if (next + 4 + length > end) {
                observer.weird("block-length", next + 2);
                return;
            }
            if (length >= 2) {
                block(bytes, bytes.u16(next), next + HEAD, length - 2, observer);
            }
            next += 4 + length + (length & 1);
        }
    }

    /// Says of the receiver what a request to set it sets: names of the blocks, not their values, since the answer
    /// tells
    /// whether they were taken.
    static void set(ByteSlice bytes, int at, int end, Observer observer) {
        int next = at;
        for (int i = 0; i < MAX_BLOCKS && next + 4 <= end; i++) {
            String what =
                    switch (bytes.u16(next)) {
                        case STATION_NAME -> "name";
                        case IP_PARAMETERS, FULL_IP_SUITE -> "address";
                        case SIGNAL -> "signal";
                        case FACTORY_RESET, RESET_TO_FACTORY -> "factory-reset";
                        default -> "";
                    };
            observer.identity(Party.RECEIVER, SET, what, Confidence.MEDIUM);
            int length = bytes.u16(next + 2);
            next += 4 + length + (length & 1);
        }
    }

    private static void block(ByteSlice bytes, int kind, int value, int length, Observer observer) {
        switch (kind) {
            case STATION_NAME -> say(observer, Attribute.NAME, bytes.latin1(value, length));
            case STATION_TYPE -> say(observer, TYPE_OF_STATION, bytes.latin1(value, length));
            case STATION_ALIAS -> say(observer, ALIAS, bytes.latin1(value, length));
            case STATION_ID -> {
                if (length >= 4) {
                    observer.number(Party.SENDER, VENDOR_ID, bytes.u16(value), Confidence.HIGH);
                    observer.number(Party.SENDER, DEVICE_ID, bytes.u16(value + 2), Confidence.HIGH);
                }
            }
            case STATION_ROLE -> roles(bytes.u8(value), observer);
            case IP_PARAMETERS, FULL_IP_SUITE -> {
                if (length >= 12) {
                    address(bytes.i32(value), bytes.i32(value + 4), bytes.i32(value + 8), observer);
                }
            }
            default -> {
                // Options, instance and manufacturers' blocks say nothing that is kept.
            }
        }
    }

    private static void roles(int bits, Observer observer) {
        for (int i = 0; i < ROLES.size(); i++) {
            if ((bits & (1 << i)) != 0) {
                say(observer, Attribute.ANNOUNCED_ROLE, ROLES.get(i));
            }
        }
    }

    private static void address(int ip, int mask, int gateway, Observer observer) {
        if (ip == 0) {
            return; // none is set
        }
        say(observer, Attribute.OWNS_ADDRESS, new Ipv4Address(ip).toString());
        int prefix = Integer.bitCount(mask);
        if (mask != 0 && mask == -1 << (32 - prefix)) {
            say(observer, Attribute.NETWORK, new Ipv4Address(ip & mask) + "/" + prefix);
        }
        if (gateway != 0 && gateway != ip) {
            say(observer, Attribute.GATEWAY, new Ipv4Address(gateway).toString());
        }
    }

    private static void say(Observer observer, Attribute attribute, String value) {
        observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
    }

    /// True if an answer to Set says of any block that it was not set: the block's option and suboption stand before
    /// the error.
    static boolean isRefused(ByteSlice bytes, int at, int end) {
        int next = at;
        for (int i = 0; i < MAX_BLOCKS && next + 4 <= end; i++) {
            int length = bytes.u16(next + 2);
            if (bytes.u16(next) == CONTROL_RESPONSE && length >= 3 && next + 7 <= end && bytes.u8(next + 6) != 0) {
                return true;
            }
            next += 4 + length + (length & 1);
        }
        return false;
    }
}
