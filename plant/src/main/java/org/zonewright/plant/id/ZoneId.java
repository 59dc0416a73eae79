package org.zonewright.plant.id;

/// The id of a zone.
public record ZoneId(String value) implements Id, Comparable<ZoneId> {
    public ZoneId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.ZONE;
    }

    @Override
    public int compareTo(ZoneId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
