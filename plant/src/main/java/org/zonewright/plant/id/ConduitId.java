package org.zonewright.plant.id;

/// The id of a conduit.
public record ConduitId(String value) implements Id, Comparable<ConduitId> {
    public ConduitId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.CONDUIT;
    }

    @Override
    public int compareTo(ConduitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
