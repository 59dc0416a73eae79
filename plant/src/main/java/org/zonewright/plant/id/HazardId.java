package org.zonewright.plant.id;

/// The id of a row of a hazard study.
public record HazardId(String value) implements Id, Comparable<HazardId> {
    public HazardId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.HAZARD;
    }

    @Override
    public int compareTo(HazardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
