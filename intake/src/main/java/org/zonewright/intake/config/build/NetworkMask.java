package org.zonewright.intake.config.build;

import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.Ipv4Address;
import org.zonewright.facts.policy.AddressSet;

/// Masks of IPv4 networks in dotted form.
public final class NetworkMask {
    private NetworkMask() {}

    /// The number of leading ones of `255.255.255.0`; empty where the text is no mask of a network.
    public static Optional<Integer> length(String text) {
        return Address.parse(text)
                .filter(Ipv4Address.class::isInstance)
                .map(Ipv4Address.class::cast)
                .map(Ipv4Address::bits)
                .filter(bits -> Integer.bitCount(bits) == Integer.numberOfLeadingZeros(~bits))
                .map(Integer::bitCount);
    }

    /// The network of an address and a mask in dotted form; empty where they are none.
    public static Optional<AddressSet> network(String address, String mask) {
        return length(mask).flatMap(bits -> AddressSet.parse(address + "/" + bits));
    }
}
