package org.zonewright.facts.policy;

/// Packets of one family as the product of sets: every combination is meant. `protocols` are numbers 0 to 255; `in` and
/// `out` are the interfaces.
public record Box(
        Family family,
        AddressSet source,
        AddressSet destination,
        PortSet protocols,
        PortSet sourcePorts,
        PortSet destinationPorts,
        InterfaceSet in,
        InterfaceSet out) {}
