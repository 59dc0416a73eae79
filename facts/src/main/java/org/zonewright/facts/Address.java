package org.zonewright.facts;

import java.util.Optional;

/// A network address as a value: IPv4, IPv6 or a MAC address. Never an identity alone, since plants reuse addresses;
/// identity is (realm, address).
///
/// Order: IPv4 before IPv6 before MAC, each by unsigned value.
public sealed interface Address extends Comparable<Address> permits Ipv4Address, Ipv6Address, MacAddress {

    /// True for a group address, and for the limited broadcast address of its family.
    boolean isGroup();

    /// True for the address that means "none yet" (0.0.0.0, ::, 00:00:00:00:00:00).
    boolean isUnspecified();

    boolean isLoopback();

    /// True for addresses that no router forwards (RFC 3927, RFC 4291).
    boolean isLinkLocal();

    /// True for an address that the whole internet can reach.
    boolean isPublic();

    /// The family's place in the order: 4, 6 or 48.
    int family();

    default boolean isIp() {
        return family() != MacAddress.FAMILY;
    }

    /// True if the address names one station: neither group nor unspecified.
    default boolean isStation() {
        return !isGroup() && !isUnspecified();
    }

    @Override
    default int compareTo(Address other) {
        if (this instanceof Ipv4Address one && other instanceof Ipv4Address two) {
            return Integer.compareUnsigned(one.bits(), two.bits());
        }
        if (this instanceof MacAddress one && other instanceof MacAddress two) {
            return Long.compare(one.bits(), two.bits());
        }
        if (this instanceof Ipv6Address one && other instanceof Ipv6Address two) {
            return one.compareValue(two);
        }
        return Integer.compare(family(), other.family());
    }

    /// Reads an IPv4 dotted quad, an IPv6 address (RFC 4291, an optional `%zone` is dropped) or a MAC address of six
    /// hex pairs or three groups of four; empty where the text is none of them. Never asks a name service.
    static Optional<Address> parse(String text) {
        String trimmed = text.strip();
        Optional<? extends Address> found = Ipv4Address.parse(trimmed);
        if (found.isEmpty()) {
            found = MacAddress.parse(trimmed);
        }
        if (found.isEmpty()) {
            found = Ipv6Address.parse(trimmed);
        }
        return found.map(Address.class::cast);
    }
}
