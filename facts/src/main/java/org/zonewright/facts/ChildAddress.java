package org.zonewright.facts;

/// The address that a protocol gives a device behind a station: a unit of a Modbus gateway, a slot of a rack, a
/// station of another BACnet network. It means something only behind that station.
///
/// `scheme` says what kind of address it is (`modbus.unit`, `cip.route`); `value` is the address as people write it.
/// Order: by scheme, then shorter values first, so that numbers stand in order.
public record ChildAddress(Attribute scheme, String value) implements Comparable<ChildAddress> {
    public ChildAddress {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a child needs an address");
        }
    }

    @Override
    public int compareTo(ChildAddress other) {
        int byScheme = scheme.compareTo(other.scheme);
        int byLength = Integer.compare(value.length(), other.value.length());
        return byScheme != 0 ? byScheme : byLength != 0 ? byLength : value.compareTo(other.value);
    }

    /// The address with its scheme, such as `modbus.unit 5`.
    @Override
    public String toString() {
        return scheme.id() + " " + value;
    }
}
