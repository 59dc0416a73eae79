package org.zonewright.plant.id;

/// The id of an access point: a logical or physical way in.
public record AccessPointId(String value) implements Id, Comparable<AccessPointId> {
    public AccessPointId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.ACCESS_POINT;
    }

    @Override
    public int compareTo(AccessPointId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
