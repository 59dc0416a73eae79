package org.zonewright.traffic.lldp;

import java.util.List;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads LLDP frames: who a device is, which port this is, what it does and where it is managed.
public final class LldpDissector extends Dissector {
    public static final Protocol LLDP = Protocol.named("lldp");

    static final int HEADER = 2; // 7 bits of type, 9 bits of length

    private static final int END = 0;
    private static final int CHASSIS_ID = 1;
    private static final int PORT_ID = 2;
    private static final int PORT_DESCRIPTION = 4;
    private static final int SYSTEM_NAME = 5;
    private static final int SYSTEM_DESCRIPTION = 6;
    private static final int CAPABILITIES = 7;
    private static final int MANAGEMENT_ADDRESS = 8;
    private static final int ORGANISATION = 127;

    /// Subtypes of chassis ids.
    private static final int BY_MAC = 4;

    private static final int BY_NETWORK_ADDRESS = 5;
    private static final int BY_LOCAL_NAME = 7;

    /// Subtype of port ids.
    private static final int PORT_BY_MAC = 3;

    private static final Attribute PORT = new Attribute("lldp.port");
    private static final Attribute PORT_TEXT = new Attribute("lldp.port-description");
    private static final Attribute CHASSIS = new Attribute("lldp.chassis");

    /// A dissector for one reader.
    public LldpDissector() {}

    @Override
    public Protocol protocol() {
        return LLDP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                LLDP,
                "LLDP",
                "IEEE 802.1AB-2016, ANSI/TIA-1057, IEC 61158-6-10",
                "chassis and port, system name and description, enabled capabilities, management "
                        + "addresses, inventory of LLDP-MED, the PROFINET station identification and chassis MAC "
                        + "address",
                "VLAN, power, link aggregation and other organisations' fields"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.EtherType(0x88cc));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (bytes.u16(0) >>> 9 != CHASSIS_ID) {
            return MALFORMED;
        }
        Address device = device(bytes, observer);
        if (!device.equals(observer.source())) {
            observer.identity(observer.source(), CHASSIS, device.toString(), Confidence.HIGH);
        }
        int at = 0;
        while (bytes.has(at, HEADER)) {
            int type = bytes.u16(at) >>> 9;
            int length = bytes.u16(at) & 0x1ff;
            at += HEADER;
            if (type == END) {
                break;
            }
            if (!bytes.has(at, length)) {
                observer.weird("length", at);
                return MALFORMED;
            }
            tell(type, bytes, at, length, device, observer);
            if (!device.equals(observer.source()) && namesTheDevice(type)) {
                tell(type, bytes, at, length, observer.source(), observer);
            }
            at += length;
        }
        return bytes.length();
    }

    /// The MAC address that the chassis id or the PROFINET organisation gives the device, else the sender's.
    private static Address device(ByteSlice bytes, Observer observer) {
        long found = 0;
        int at = 0;
        while (bytes.has(at, HEADER)) {
            int type = bytes.u16(at) >>> 9;
            int length = bytes.u16(at) & 0x1ff;
            at += HEADER;
            if (type == END || !bytes.has(at, length)) {
                break;
            }
            if (type == CHASSIS_ID && length == 7 && bytes.u8(at) == BY_MAC) {
                found = bytes.u48(at + 1);
            } else if (type == ORGANISATION && found == 0) {
                found = OrganisationTlv.chassisMac(bytes, at, length);
            }
            at += length;
        }
        MacAddress mac = new MacAddress(found);
        return mac.isStation() ? mac : observer.source();
    }

    /// What is also told of a port's own address: the names of the device it belongs to.
    private static boolean namesTheDevice(int type) {
        return type == CHASSIS_ID || type == SYSTEM_NAME || type == SYSTEM_DESCRIPTION;
    }

    private static void tell(int type, ByteSlice bytes, int at, int length, Address device, Observer observer) {
        switch (type) {
            case CHASSIS_ID -> chassis(bytes, at, length, device, observer);
            case PORT_ID -> port(bytes, at, length, device, observer);
            case PORT_DESCRIPTION -> observer.identity(device, PORT_TEXT, bytes.utf8(at, length), Confidence.HIGH);
            case SYSTEM_NAME -> observer.identity(device, Attribute.NAME, bytes.utf8(at, length), Confidence.HIGH);
            case SYSTEM_DESCRIPTION -> SystemDescription.tell(bytes.utf8(at, length), device, observer);
            case CAPABILITIES -> capabilities(bytes.u16(at + 2), device, observer);
            case MANAGEMENT_ADDRESS -> {
                int size = bytes.u8(at) - 1;
                if (size > 0 && size + 2 <= length) {
                    address(bytes, at + 1, size, device, observer);
                }
            }
            case ORGANISATION -> OrganisationTlv.tell(bytes, at, length, device, observer);
            default -> {}
        }
    }

    private static void chassis(ByteSlice bytes, int at, int length, Address device, Observer observer) {
        if (length < 2) {
            return;
        }
        int subtype = bytes.u8(at);
        if (subtype == BY_NETWORK_ADDRESS) {
            address(bytes, at + 1, length - 2, device, observer);
        } else if (subtype == BY_LOCAL_NAME
                && StationIdentification.tell(bytes, at + 1, length - 1, device, observer)) {
            observer.identity(device, CHASSIS, bytes.latin1(at + 1, length - 1), Confidence.HIGH);
        } else if (subtype != BY_MAC && isText(bytes, at + 1, length - 1)) {
            String text = bytes.utf8(at + 1, length - 1);
            observer.identity(device, CHASSIS, text, Confidence.HIGH);
            if (subtype == BY_LOCAL_NAME) {
                observer.identity(device, Attribute.NAME, text, Confidence.MEDIUM);
            }
        }
    }

    private static void port(ByteSlice bytes, int at, int length, Address device, Observer observer) {
        if (length < 2) {
            return;
        }
        if (bytes.u8(at) == PORT_BY_MAC && length == 7) {
            observer.identity(device, PORT, new MacAddress(bytes.u48(at + 1)).toString(), Confidence.HIGH);
        } else if (isText(bytes, at + 1, length - 1)) {
            observer.identity(device, PORT, bytes.utf8(at + 1, length - 1), Confidence.HIGH);
        }
    }

    /// Enabled capabilities as bits; a station that only bridges between its own two ports is no switch.
    private static void capabilities(int enabled, Address device, Observer observer) {
        boolean station = (enabled & 0x80) != 0;
        if ((enabled & 0x04) != 0 && !station) {
            observer.identity(device, Attribute.ANNOUNCED_ROLE, "switch", Confidence.HIGH);
        }
        if ((enabled & 0x08) != 0) {
            observer.identity(device, Attribute.ANNOUNCED_ROLE, "wireless-access", Confidence.HIGH);
        }
        if ((enabled & 0x10) != 0) {
            observer.identity(device, Attribute.ANNOUNCED_ROLE, "router", Confidence.HIGH);
        }
        if ((enabled & 0x20) != 0) {
            observer.identity(device, Attribute.ANNOUNCED_ROLE, "telephone", Confidence.HIGH);
        }
    }

    /// An address family (IANA) and an address of `size` bytes.
    private static void address(ByteSlice bytes, int at, int size, Address device, Observer observer) {
        int family = bytes.u8(at);
        Address address;
        if (family == 1 && size == 4) {
            address = new Ipv4Address(bytes.i32(at + 1));
        } else if (family == 2 && size == 16) {
            address = new Ipv6Address(bytes.i64(at + 1), bytes.i64(at + 9));
        } else {
            return;
        }
        if (address.isStation() && !address.isLoopback()) {
            observer.identity(device, Attribute.OWNS_ADDRESS, address.toString(), Confidence.HIGH);
        }
    }

    private static boolean isText(ByteSlice bytes, int at, int length) {
        for (int i = 0; i < length; i++) {
            int value = bytes.u8(at + i);
            if (value < 0x20 && !(value == 0 && i > 0)) {
                return false;
            }
        }
        return true;
    }
}
