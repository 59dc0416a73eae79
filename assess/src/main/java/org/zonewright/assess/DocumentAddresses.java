package org.zonewright.assess;

import java.util.Optional;
import org.zonewright.facts.Address;
import org.zonewright.facts.MacAddress;
import org.zonewright.plant.network.IpAddress;

/// The addresses of facts in the terms of the document, and back.
public final class DocumentAddresses {
    private DocumentAddresses() {}

    /// The IP address as the document writes it; empty for a MAC address.
    public static Optional<IpAddress> ip(Address address) {
        return address.isIp() ? Optional.of(IpAddress.parse(address.toString())) : Optional.empty();
    }

    public static org.zonewright.plant.network.MacAddress mac(MacAddress address) {
        return new org.zonewright.plant.network.MacAddress(address.bits());
    }

    public static Address observed(IpAddress address) {
        return Address.parse(address.toString()).orElseThrow();
    }

    public static Address observed(org.zonewright.plant.network.MacAddress address) {
        return new MacAddress(address.bits());
    }
}
