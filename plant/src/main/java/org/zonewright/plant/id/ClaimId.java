package org.zonewright.plant.id;

/// The id of a maker's claim about a product.
public record ClaimId(String value) implements Id, Comparable<ClaimId> {
    public ClaimId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.CLAIM;
    }

    @Override
    public int compareTo(ClaimId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
