package org.zonewright.plant.id;

/// The id of a relation to a service provider.
public record ServiceId(String value) implements Id, Comparable<ServiceId> {
    public ServiceId {
        Id.check(value);
    }

    @Override
    public IdKind kind() {
        return IdKind.SERVICE;
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
