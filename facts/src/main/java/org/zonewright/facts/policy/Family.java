package org.zonewright.facts.policy;

/// The two families of IP addresses; no rule of one says anything of the other.
public enum Family {
    IPV4,
    IPV6;

    int bits() {
        return this == IPV4 ? AddressSet.BITS_4 : AddressSet.BITS_6;
    }
}
