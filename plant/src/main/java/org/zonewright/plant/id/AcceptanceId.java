package org.zonewright.plant.id;

/// The id of an acceptance of a finding or a residual risk.
public record AcceptanceId(String value) implements Id, Comparable<AcceptanceId> {
    public AcceptanceId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.ACCEPTANCE;
    }

    @Override
    public int compareTo(AcceptanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
