package org.zonewright.plant.id;

/// The id of a place where traffic is captured.
public record SensorId(String value) implements Id, Comparable<SensorId> {
    public SensorId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.SENSOR;
    }

    @Override
    public int compareTo(SensorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
