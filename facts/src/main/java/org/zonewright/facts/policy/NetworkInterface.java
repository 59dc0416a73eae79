package org.zonewright.facts.policy;

import java.util.List;
import java.util.Optional;
import org.zonewright.base.SourceRef;

/// An interface of a device: its zone in the device's own words, and the networks that lie at it.
public record NetworkInterface(
        String name, Optional<String> zone, List<AddressSet> networks, Optional<String> description, SourceRef at) {
    public NetworkInterface {
        networks = List.copyOf(networks);
    }
}
