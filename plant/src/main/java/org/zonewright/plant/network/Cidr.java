package org.zonewright.plant.network;

/// An address range written as `network/prefix`; a single address has the full prefix. All bits after the prefix are
/// zero.
public record Cidr(IpAddress network, int prefix) implements Comparable<Cidr> {
    public Cidr {
        if (!network.network(prefix).equals(network)) {
            throw new IllegalArgumentException("'" + network + "/" + prefix
                    + "' has bits set after its prefix; the network is " + network.network(prefix) + "/" + prefix);
        }
    }

    /// The range of one address.
    public static Cidr of(IpAddress address) {
        return new Cidr(address, address.bitLength());
    }

    /// Reads `10.0.1.0/24`, or a plain address as a range of one; throws `IllegalArgumentException` otherwise.
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(IpAddress.parse(text));
        }
        IpAddress network = IpAddress.parse(text.substring(0, slash));
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) > network.bitLength()) {
            throw new IllegalArgumentException(
                    "'" + text + "' has no prefix length of 0 to " + network.bitLength() + " after the slash");
        }
        return new Cidr(network, Integer.parseInt(digits));
    }

    public boolean contains(IpAddress address) {
        return address.v6() == network.v6() && address.network(prefix).equals(network);
    }

    /// True if every address of `other` is in this range.
    public boolean contains(Cidr other) {
        return other.prefix >= prefix && contains(other.network);
    }

    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /// True for a range of exactly one address.
    public boolean isSingle() {
        return prefix == network.bitLength();
    }

    @Override
    public int compareTo(Cidr other) {
        int order = network.compareTo(other.network);
        return order != 0 ? order : Integer.compare(prefix, other.prefix);
    }

    /// `10.0.1.0/24`, also `10.0.1.7/32` for a single address.
    @Override
    public String toString() {
        return network + "/" + prefix;
    }
}
