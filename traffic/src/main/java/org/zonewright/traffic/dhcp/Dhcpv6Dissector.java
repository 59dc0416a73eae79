package org.zonewright.traffic.dhcp;

import java.util.List;
import org.zonewright.facts.Attribute;
import org.zonewright.facts.Confidence;
import org.zonewright.facts.Ipv6Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.traffic.dissect.Binding;
import org.zonewright.traffic.dissect.ByteSlice;
import org.zonewright.traffic.dissect.Coverage;
import org.zonewright.traffic.dissect.Dissector;
import org.zonewright.traffic.dissect.Observer;
import org.zonewright.traffic.dissect.Party;
import org.zonewright.traffic.dissect.Probe;
import org.zonewright.traffic.dissect.Protocol;

/// Reads DHCPv6 messages: what a client calls itself, and the addresses it is given.
public final class Dhcpv6Dissector extends Dissector {
    private static final Protocol DHCPV6 = Protocol.named("dhcpv6");

    private static final int OPTIONS = 4; // behind type and transaction
    private static final int OPTION_HEADER = 4; // bytes: code, length
    private static final int LAST_TYPE = 13;
    private static final int LAST_OPTION = 200;

    private static final int ADVERTISE = 2;
    private static final int REPLY = 7;
    private static final int RECONFIGURE = 10;
    private static final int RELAY_FORWARD = 12;

    private static final int CLIENT_ID = 1;
    private static final int NON_TEMPORARY = 3; // id, T1, T2 (12 bytes), then options
    private static final int ADDRESS = 5; // 16 bytes, two lifetimes
    private static final int VENDOR_CLASS = 16;
    private static final int CLIENT_FQDN = 39;

    private static final Attribute CLASS = new Attribute("dhcp.vendor-class");

    /// A dissector for one reader.
    public Dhcpv6Dissector() {}

    @Override
    public Protocol protocol() {
        return DHCPV6;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                DHCPV6,
                "DHCP",
                "RFC 8415, RFC 4704",
                "host names, which MAC address was given which address, who is the server",
                "relayed messages beyond their name, authentication"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.UdpPort(546), new Binding.UdpPort(547));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        int type = bytes.u8(0);
        if (type < 1 || type > LAST_TYPE) {
            return Probe.NO;
        }
        boolean options = type >= RELAY_FORWARD
                || (bytes.u16(OPTIONS) <= LAST_OPTION && bytes.has(OPTIONS + OPTION_HEADER, bytes.u16(OPTIONS + 2)));
        return options ? Probe.UNSURE : Probe.NO;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        if (probe(bytes, observer) == Probe.NO) {
            return MALFORMED;
        }
        int type = bytes.u8(0);
        if (type == ADVERTISE || type == REPLY) {
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "dhcp-server", Confidence.HIGH);
        }
        if (type == REPLY) {
            given(bytes, observer);
        } else if (type < RECONFIGURE && type != ADVERTISE) {
            fromClient(bytes, observer);
        }
        return bytes.length();
    }

    /// Where an option's value starts, or -1; the search runs from `at` to `end`.
    private static int option(ByteSlice bytes, int at, int end, int wanted) {
        int next = at;
        while (next + OPTION_HEADER <= end) {
            int length = bytes.u16(next + 2);
            if (next + OPTION_HEADER + length > end) {
                return -1;
            }
            if (bytes.u16(next) == wanted) {
                return next + OPTION_HEADER;
            }
            next += OPTION_HEADER + length;
        }
        return -1;
    }

    private static void fromClient(ByteSlice bytes, Observer observer) {
        int fqdn = option(bytes, OPTIONS, bytes.length(), CLIENT_FQDN);
        if (fqdn > 0) {
            String name = Labels.read(bytes, fqdn + 1, bytes.u16(fqdn - 2) - 1);
            observer.identity(Party.SENDER, Attribute.NAME, name, Confidence.HIGH);
        }
        int vendorClass = option(bytes, OPTIONS, bytes.length(), VENDOR_CLASS);
        if (vendorClass > 0 && bytes.u16(vendorClass - 2) > 6) { // enterprise number, then length and text
            int length = Math.min(bytes.u16(vendorClass + 4), bytes.u16(vendorClass - 2) - 6);
            observer.identity(Party.SENDER, CLASS, bytes.latin1(vendorClass + 6, length), Confidence.HIGH);
        }
    }

    private static void given(ByteSlice bytes, Observer observer) {
        int association = option(bytes, OPTIONS, bytes.length(), NON_TEMPORARY);
        int client = option(bytes, OPTIONS, bytes.length(), CLIENT_ID);
        if (association < 0 || client < 0) {
            return;
        }
        int end = association + bytes.u16(association - 2);
        int address = option(bytes, association + 12, end, ADDRESS);
        long mac = mac(bytes, client, bytes.u16(client - 2));
        if (address > 0 && address + 16 <= end && mac != 0) {
            Ipv6Address given = new Ipv6Address(bytes.i64(address), bytes.i64(address + 8));
            observer.identity(new MacAddress(mac), Attribute.OWNS_ADDRESS, given.toString(), Confidence.MEDIUM);
        }
    }

    /// The MAC address in a unique identifier (RFC 8415, 11): link layer with time (1) or alone (3), Ethernet.
    private static long mac(ByteSlice bytes, int at, int length) {
        if (length == 14 && bytes.i32(at) == 0x0001_0001) {
            return bytes.u48(at + 8);
        }
        return length == 10 && bytes.i32(at) == 0x0003_0001 ? bytes.u48(at + 4) : 0;
    }
}
