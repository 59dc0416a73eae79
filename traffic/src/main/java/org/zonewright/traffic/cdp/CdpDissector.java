package org.zonewright.traffic.cdp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zonewright.facts.Address;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads CDP frames: version, time to live, checksum, then fields of type, length (with these four bytes) and value.
public final class CdpDissector extends Dissector {
    public static final Protocol CDP = Protocol.named("cdp");

    private static final int HEADER = 4; // bytes: version, time to live, checksum
    private static final int FIELD_HEADER = 4; // bytes: type, length

    private static final int DEVICE_ID = 0x01;
    private static final int ADDRESSES = 0x02;
    private static final int PORT_ID = 0x03;
    private static final int CAPABILITIES = 0x04;
    private static final int SOFTWARE = 0x05;
    private static final int PLATFORM = 0x06;
    private static final int SYSTEM_NAME = 0x14;
    private static final int MANAGEMENT_ADDRESSES = 0x16;
    private static final int LOCATION = 0x17;

    private static final int MAX_ADDRESSES = 64;
    private static final Attribute PORT = new Attribute("cdp.port");
    private static final Pattern VERSION = Pattern.compile("Version:? ([^,\\s]+)");

    /// A dissector for one reader.
    public CdpDissector() {}

    @Override
    public Protocol protocol() {
        return CDP;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                CDP,
                "CDP",
                "none public; versions 1 and 2 as Cisco's documents describe them",
                "device id, addresses and management addresses, port, capabilities, software version, "
                        + "platform, system name, location",
                "VLAN, power and cluster fields; the checksum"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.Snap(0x00000c, 0x2000));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        int version = bytes.u8(0);
        if (version == 0 || version > 2) {
            return MALFORMED;
        }
        int at = HEADER;
        while (bytes.has(at, FIELD_HEADER)) {
            int type = bytes.u16(at);
            int length = bytes.u16(at + 2) - FIELD_HEADER;
            at += FIELD_HEADER;
            if (length < 0 || !bytes.has(at, length)) {
                observer.weird("length", at - 2);
                return MALFORMED;
            }
            tell(type, bytes, at, length, observer);
            at += length;
        }
        return bytes.length();
    }

    private static void tell(int type, ByteSlice bytes, int at, int length, Observer observer) {
        switch (type) {
            case DEVICE_ID, SYSTEM_NAME -> say(Attribute.NAME, bytes.utf8(at, length), observer);
            case ADDRESSES, MANAGEMENT_ADDRESSES -> addresses(bytes, at, length, observer);
            case PORT_ID -> say(PORT, bytes.utf8(at, length), observer);
            case CAPABILITIES -> capabilities(bytes.i32(at), observer);
            case SOFTWARE -> software(bytes.utf8(at, length), observer);
            case PLATFORM -> platform(bytes.utf8(at, length), observer);
            case LOCATION -> {
                if (length > 1) {
                    say(Attribute.LOCATION, bytes.utf8(at + 1, length - 1), observer);
                }
            }
            default -> {}
        }
    }

    private static void say(Attribute attribute, String value, Observer observer) {
        observer.identity(Party.SENDER, attribute, value, Confidence.HIGH);
    }

    private static void software(String text, Observer observer) {
        say(Attribute.DESCRIPTION, text, observer);
        Matcher version = VERSION.matcher(text);
        if (version.find()) {
            say(Attribute.FIRMWARE, version.group(1), observer);
        }
    }

    private static void platform(String text, Observer observer) {
        say(Attribute.MODEL, text, observer);
        if (text.regionMatches(true, 0, "cisco ", 0, 6)) {
            say(Attribute.VENDOR, "Cisco", observer);
        }
    }

    private static void capabilities(int bits, Observer observer) {
        if ((bits & 0x01) != 0) {
            say(Attribute.ANNOUNCED_ROLE, "router", observer);
        }
        if ((bits & 0x0a) != 0) { // transparent bridge or switch
            say(Attribute.ANNOUNCED_ROLE, "switch", observer);
        }
        if ((bits & 0x80) != 0) {
            say(Attribute.ANNOUNCED_ROLE, "telephone", observer);
        }
    }

    /// A count, then so many of: protocol type, its length, protocol, length of the address (16 bits), address.
    private static void addresses(ByteSlice bytes, int at, int length, Observer observer) {
        int end = at + length;
        int count = Math.min(bytes.i32(at), MAX_ADDRESSES);
        int next = at + 4;
        for (int i = 0; i < count && next + 2 <= end; i++) {
            int address = next + 2 + bytes.u8(next + 1) + 2;
            int size = bytes.u16(address - 2);
            if (address + size > end) {
                observer.weird("length", address - 2);
                return;
            }
            if (size == 4 && bytes.u8(next) == 1 && bytes.u8(next + 2) == 0xcc) {
                owns(new Ipv4Address(bytes.i32(address)), observer);
            } else if (size == 16) {
                owns(new Ipv6Address(bytes.i64(address), bytes.i64(address + 8)), observer);
            }
            next = address + size;
        }
    }

    private static void owns(Address address, Observer observer) {
        if (address.isStation() && !address.isLoopback()) {
            say(Attribute.OWNS_ADDRESS, address.toString(), observer);
        }
    }
}
