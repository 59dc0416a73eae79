package org.zonewright.traffic.icmpv6;

import java.util.List;
import org.zonewright.facts.Address;
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

/// Reads neighbour discovery messages.
public final class Icmpv6Dissector extends Dissector {
    public static final Protocol ICMPV6 = Protocol.named("icmpv6");

    private static final int ROUTER_ADVERTISEMENT = 134;
    private static final int NEIGHBOUR_SOLICITATION = 135;
    private static final int NEIGHBOUR_ADVERTISEMENT = 136;

    private static final int ROUTER_LIFETIME = 6; // u16, seconds
    private static final int ROUTER_OPTIONS = 16;
    private static final int TARGET = 8; // 16 bytes
    private static final int NEIGHBOUR_OPTIONS = 24;

    /// Options: u8 type, u8 length in units of 8 bytes.
    private static final int SOURCE_MAC = 1;

    private static final int TARGET_MAC = 2;
    private static final int PREFIX = 3;

    /// A dissector for one reader.
    public Icmpv6Dissector() {}

    @Override
    public Protocol protocol() {
        return ICMPV6;
    }

    @Override
    public List<Coverage> coverage() {
        return List.of(Coverage.network(
                ICMPV6,
                "ICMPv6",
                "RFC 4443, RFC 4861",
                "which MAC address owns an IPv6 address, who is a router, which prefixes it announces",
                "multicast listeners, redirects"));
    }

    @Override
    public List<Binding> bindings() {
        return List.of(new Binding.IpProtocol(58));
    }

    @Override
    public Probe probe(ByteSlice bytes, Observer observer) {
        return Probe.YES;
    }

    @Override
    public int dissect(ByteSlice bytes, Observer observer) {
        switch (bytes.u8(0)) {
            case ROUTER_ADVERTISEMENT -> router(bytes, observer);
            case NEIGHBOUR_SOLICITATION -> {
                int option = option(bytes, NEIGHBOUR_OPTIONS, SOURCE_MAC);
                if (option > 0 && isNew(observer, bytes.u48(option + 2))) {
                    owns(bytes.u48(option + 2), observer.source(), observer);
                }
            }
            case NEIGHBOUR_ADVERTISEMENT -> {
                long low = bytes.i64(TARGET + 8);
                int option = option(bytes, NEIGHBOUR_OPTIONS, TARGET_MAC);
                if (option > 0 && isNew(observer, bytes.u48(option + 2) ^ low)) {
                    owns(bytes.u48(option + 2), new Ipv6Address(bytes.i64(TARGET), low), observer);
                }
            }
            default -> {}
        }
        return bytes.length();
    }

    /// False if this was the last thing told of this flow.
    private static boolean isNew(Observer observer, long what) {
        if (observer.flowState() == what) {
            return false;
        }
        observer.flowState(what);
        return true;
    }

    private static void router(ByteSlice bytes, Observer observer) {
        if (bytes.u16(ROUTER_LIFETIME) != 0) {
            observer.identity(Party.SENDER, Attribute.ANNOUNCED_ROLE, "router", Confidence.HIGH);
        }
        int mac = option(bytes, ROUTER_OPTIONS, SOURCE_MAC);
        if (mac > 0) {
            owns(bytes.u48(mac + 2), observer.source(), observer);
        }
        int at = option(bytes, ROUTER_OPTIONS, PREFIX);
        while (at > 0) {
            int length = bytes.u8(at + 2);
            Ipv6Address prefix = new Ipv6Address(bytes.i64(at + 16), bytes.i64(at + 24));
            if (length > 0 && length <= 128 && !prefix.isUnspecified() && !prefix.isLinkLocal()) {
                observer.identity(Party.SENDER, Attribute.NETWORK, prefix + "/" + length, Confidence.HIGH);
            }
            at = option(bytes, at + bytes.u8(at + 1) * 8, PREFIX);
        }
    }

    /// The offset of the first option of a type at or behind `at`, or -1.
    private static int option(ByteSlice bytes, int at, int type) {
        int next = at;
        while (bytes.has(next, 8)) {
            int length = bytes.u8(next + 1) * 8;
            if (length == 0) {
                return -1;
            }
            if (bytes.u8(next) == type && bytes.has(next, length)) {
                return next;
            }
            next += length;
        }
        return -1;
    }

    private static void owns(long bits, Address address, Observer observer) {
        MacAddress mac = new MacAddress(bits);
        if (mac.isStation() && address.isStation() && !address.isLoopback()) {
            observer.identity(mac, Attribute.OWNS_ADDRESS, address.toString(), Confidence.HIGH);
        }
    }
}
